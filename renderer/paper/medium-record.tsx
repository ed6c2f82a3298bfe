import type { SignatureMark } from '../../contract/fields.ts'
import type { MediumRecordPaper } from '../../contract/paper.ts'
import { levelLabel, mediumKindLabel, mediumStateLabel, repairPlaceLabel } from '../../contract/terms.ts'
import { bookRows, type Column } from './boxes.tsx'
import type { Form } from './pages.tsx'
import { ending, headOf, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { boxesOn, half, signOffOn, whole } from './template.tsx'
import { dayOnLine, instantInBox, numberInTwo, yearOfInstant } from './wording.ts'

type Medium = MediumRecordPaper['medium']

const REPAIRS: readonly Column[] = [
  { head: '维修编号', width: 24, perLine: 7, centred: true },
  { head: '送修时间', width: 18, perLine: 5.2, centred: true },
  { head: '方式', width: 18, perLine: 5.2, centred: true },
  { head: '维修单位', width: 26, perLine: 7.8 },
  { head: '故障', width: 30, perLine: 9 },
  { head: '存储\n部件', width: 14, perLine: 4, centred: true },
  { head: '旁站人', width: 14, perLine: 4, centred: true },
  { head: '修回时间', width: 18, perLine: 5.2, centred: true },
  { head: '维修结果', width: 26, perLine: 7.8 },
]
const CARE: readonly Column[] = [
  { head: '维护时间', width: 24, perLine: 7, centred: true },
  { head: '维护内容', width: 132, perLine: 41 },
  { head: '系统管理员\n签字', width: 32, perLine: 9.6, centred: true },
]
/** Chinese characters on a line over the full width. */
const FULL_LINE = 53

const signed = (mark: SignatureMark | null) => (mark ? `${mark.by} ${mark.code}` : '')

const headBoxes = (medium: Medium) => ({
  kind: half([mediumKindLabel[medium.kind], medium.model].filter(Boolean).join('　')),
  ownNumber: half(medium.ownNumber),
  level: half(levelLabel[medium.level]),
  inUseOn: half(dayOnLine(medium.inUseOn)),
  keeper: half(medium.keeper.name),
  department: half(medium.department),
  place: half(medium.place),
  now: half(mediumStateLabel[medium.state]),
  isolated: whole(medium.isolated ? '登记时已确认未连接互联网、物理隔离' : '不是可以联网的设备'),
})

const repairTexts = (repair: Medium['repairs'][number], year: string): string[] => [
  numberInTwo(repair.number),
  [instantInBox(repair.outAt, year), repair.out?.by].join('\n'),
  repairPlaceLabel[repair.where],
  repair.firm,
  repair.fault,
  repair.storageRemoved ? '已拆下' : '未拆',
  repair.supervisor ?? '',
  repair.backAt ? [instantInBox(repair.backAt, year), repair.back?.by].join('\n') : '',
  repair.result ?? '',
]

const repairsSection = ({ repairs }: Medium, year: string): Section => ({
  key: 'repairs',
  columns: widthsOf(REPAIRS),
  head: headOf(REPAIRS),
  rows: [
    ...repairs.flatMap((repair) => bookRows(`repair-${repair.id}`, repair.number, REPAIRS, repairTexts(repair, year), FULL_LINE)),
    ending(REPAIRS.length, repairs.length === 0 ? '（没有维修）' : undefined),
  ],
})

const careSection = ({ number, maintenance }: Medium, year: string): Section => ({
  key: 'care',
  columns: widthsOf(CARE),
  head: headOf(CARE),
  rows: [
    ...maintenance.flatMap((line) =>
      bookRows(`care-${line.id}`, number, CARE, [instantInBox(line.at, year), line.done, signed(line.signed)], FULL_LINE),
    ),
    ending(CARE.length, maintenance.length === 0 ? '（没有维护记录）' : undefined),
  ],
})

/** 维修维护登记 of one carrier or device: A4 upright, every repair and every maintenance with who signed (F2(2), F2(3)). */
export const mediumRecordForm = ({ frame, medium }: MediumRecordPaper): Form => {
  const year = yearOfInstant(frame.printedAt)
  return {
    frame,
    landscape: false,
    title: '涉密设备维修维护登记',
    about: <span>编号：{medium.number}</span>,
    rule: '送修前拆下存储部件；上门维修和不能拆下的，由本单位人员全程旁站；维护由系统管理员专人办理',
    sections: boxesOn<'mediumRecord'>(frame.template, {
      ...headBoxes(medium),
      repairs: repairsSection(medium, year),
      care: careSection(medium, year),
      signatures: signOffOn(frame.template),
    }),
  }
}
