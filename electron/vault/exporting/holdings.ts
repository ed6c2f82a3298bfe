import type { HeldBeside, LentLine } from '../../../contract/lending-views.ts'
import type { MediumRow } from '../../../contract/media-views.ts'
import { copyStateLabel, holdingKindLabel, levelLabel, mediumKindLabel, mediumOverdueLabel, overdueLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import { lentNow } from '../lending/out.ts'
import { type Exported, exported, toldAt, when, whole, yes } from './listing.ts'

/** What one person has: a paper that is out, a carrier, or what is known of it by its number alone. */
type Held = { person: HeldBeside['person'] } & ({ paper: LentLine } | { medium: MediumRow } | { number: string; as: string })

type Said = { as: string; number: string; own: string | null; name: string | null; mark: string | null; under: string | null } & {
  since: string | null
  due: string | null
  late: string | null
}
const NOTHING = { own: null, name: null, mark: null, under: null, since: null, due: null, late: null }

const ofPaper = ({ copy, under, since, due, overdue }: LentLine): Said => ({
  ...{ as: '文件', number: copy.number, own: copy.copyNo, name: copy.document.title, mark: copy.document.mark },
  under: `${under.kind === 'circulation' ? '传阅' : holdingKindLabel[under.kind]} ${under.number}`,
  ...{ since: when(since), due, late: yes(overdue, overdueLabel) },
})

/** In their hands, or only in their charge. */
const ofMedium = (person: number, { number, ownNumber, kind, level, holder, since, due, overdueDays }: MediumRow): Said => {
  const taken = holder?.id === person
  return {
    ...{ as: '载体设备', number, own: ownNumber, name: mediumKindLabel[kind], mark: levelLabel[level], under: taken ? '领用' : '责任人' },
    ...{ since: taken ? when(since) : null, due: taken ? due : null, late: yes(taken && overdueDays > 0, mediumOverdueLabel) },
  }
}

const saidOf = (row: Held): Said =>
  'paper' in row ? ofPaper(row.paper) : 'medium' in row ? ofMedium(row.person.id, row.medium) : { ...NOTHING, as: row.as, number: row.number }

/** 个人持有清单 of one person (F1(8)). */
export const holdingsList: Exported = exported<Held, Said & { person: string }>(
  {
    by: ['officer'],
    pages: whole('lending.lent', (query, asked): Held[] => {
      const { lines, missing, held } = toldAt('person', () => lentNow(query, asked))
      if (held === null) return refuse('input.missing', '请选择人员。', { field: 'filter.person' })
      const { person, media, boxes, letters } = held
      return [
        ...lines.map((paper) => ({ person, paper })),
        ...missing.map((number) => ({ person, number, as: copyStateLabel.missing })),
        ...media.map((medium) => ({ person, medium })),
        ...boxes.map((number) => ({ person, number, as: '专管保密箱' })),
        ...letters.map((number) => ({ person, number, as: '留存亲启件' })),
      ]
    }),
    documents: (_read, rows) => rows.flatMap((row) => ('paper' in row ? row.paper.copy.document.id : [])),
  },
  [
    ['持有人', 22, (line) => line.person],
    ['种类', 12, (line) => line.as],
    ['编号', 22, (line) => line.number],
    ['份号、自有编号', 18, (line) => line.own],
    ['名称', 50, (line) => line.name],
    ['密级（保密期限）', 18, (line) => line.mark],
    ['依据', 26, (line) => line.under],
    ['领取时间', 17, (line) => line.since],
    ['应还', 12, (line) => line.due],
    ['逾期', 10, (line) => line.late],
  ],
  (_query, row) => ({ ...saidOf(row), person: `${row.person.name}（${row.person.department}）` }),
)
