import { Button } from 'antd'
import { useState } from 'react'
import type { Input } from '../../../contract/index.ts'
import type { PublicationRow } from '../../../contract/publication-views.ts'
import {
  PUBLICATION_CLASSES,
  PUBLICATION_STANDINGS,
  type PublicationClass,
  publicationClassLabel,
  type PublicationStanding,
  publicationStandingLabel,
} from '../../../contract/terms.ts'
import { usePagesOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { nextDay, waysInWords } from './about.ts'
import { PrintCatalogue } from './print-catalogue.tsx'

type Column = ListColumn<PublicationRow>
const Day = ({ of: row }: { of: PublicationRow }) => {
  const day = nextDay(row)
  return day && <span className={day.late ? 'waits' : undefined}>{day.says}</span>
}
const number: Column = { key: 'number', title: '目录编号', width: 158, render: (row) => row.number }
const title: Column = { key: 'title', title: '信息名称', least: 160, render: (row) => row.title }
const heading: Column = { key: 'class', title: '目录类别', width: 190, drop: 2, render: (row) => publicationClassLabel[row.class] }
const department: Column = { key: 'department', title: '责任科室', width: 110, drop: 3, render: (row) => row.department }
const mark: Column = { key: 'mark', title: '密级', width: 96, drop: 5, render: (row) => <LevelMark level={row.level} mark={row.mark} /> }
const ways: Column = { key: 'ways', title: '公开方式', width: 130, drop: 4, render: waysInWords }
const day: Column = { key: 'day', title: '期限', width: 170, drop: 1, render: (row) => <Day of={row} /> }
const standing: Column = { key: 'standing', title: '状态', width: 96, render: (row) => publicationStandingLabel[row.standing] }
const all = [number, mark, title, heading, department, ways, day, standing]
/** Beside an open entry there is room for what tells them apart. */
const few = [number, title, standing]

const flags = ['waiting', 'overdue', 'toTakeDown'] as const
type Flag = (typeof flags)[number]
const flagLabel: Record<Flag, string> = { waiting: '待办的', overdue: '逾期未公开的', toTakeDown: '三十天内下网的' }
type Shown = 'all' | Flag | PublicationStanding
const choices: { value: Shown; label: string }[] = [
  { value: 'all', label: '全部' },
  ...flags.map((value) => ({ value, label: flagLabel[value] })),
  ...PUBLICATION_STANDINGS.map((value) => ({ value, label: publicationStandingLabel[value] })),
]
const isFlag = (shown: Shown): shown is Flag => flags.some((flag) => flag === shown)

type Heading = 'all' | PublicationClass
const headings: { value: Heading; label: string }[] = [
  { value: 'all', label: '全部' },
  ...PUBLICATION_CLASSES.map((value) => ({ value, label: publicationClassLabel[value] })),
]

/** The filter as the query takes it. */
const askedFor = (shown: Shown, of: Heading, text: string): Omit<Input<'publication.list'>, 'after' | 'limit'> => ({
  ...(shown === 'all' ? {} : isFlag(shown) ? { [shown]: true } : { standing: shown }),
  ...(of === 'all' ? {} : { class: of }),
  ...(text.trim() ? { text: text.trim() } : {}),
})

/** What an empty list says: that nothing fits, that nothing waits, or how to begin. */
const emptyWords = (shown: Shown, further: boolean, mayBegin: boolean) => {
  if (further || !(shown === 'all' || isFlag(shown))) return '公开目录中没有符合条件的信息，请放宽条件。'
  if (shown === 'waiting') return '没有等您办理的信息。'
  if (shown !== 'all') return '没有这样的信息。'
  return `公开目录还是空的。主动公开的信息列入目录（A三）${mayBegin ? '：按 F7 列入。' : '。'}`
}

/** The 公开目录, newest first; one opens beside. */
export const Publications = ({ id }: { id: number | null }) => {
  const may = useMay()
  const filter = useFilter<Shown>('all')
  const [of, setOf] = useState<Heading>('all')
  const asked = askedFor(filter.shown, of, filter.text)
  const pages = usePagesOf('publication.list', asked)
  const [printing, setPrinting] = useState(false)
  const mayBegin = may('publication.enter')
  const mayPrint = may('paper.publications')
  // Beside an open entry its own acts have the keys.
  const keyed = id === null && !printing
  const begin = () => go('publication', null, 'new')
  const print = () => setPrinting(true)
  useKeys([...(mayPrint ? [['F8', print] as const] : []), ...(mayBegin ? [['F7', begin] as const] : [])], keyed)
  return (
    <div className="desk-fill">
      <FilterBar
        of={filter}
        choices={choices}
        label="查公开目录"
        placeholder="编号、信息名称、责任科室"
        narrow={id !== null}
        further={id === null && <ChooseBox className="filter-wide" prefix="类别" aria-label="类别" value={of} onChange={setOf} options={headings} />}
      >
        {id === null && (
          <>
            {mayBegin && (
              <Button type="primary" onClick={begin}>
                列入公开目录 F7
              </Button>
            )}
            {mayPrint && <Button onClick={print}>打印公开目录 F8</Button>}
            <ExportList list="publications" filter={asked} keyed />
          </>
        )}
      </FilterBar>
      <List
        pages={pages}
        columns={id === null ? all : few}
        rowKey={(row) => row.id}
        selected={id}
        onOpen={(row) => go('publication', row.id)}
        empty={emptyWords(filter.shown, of !== 'all' || filter.text.trim() !== '', mayBegin)}
      />
      {printing && <PrintCatalogue onClose={() => setPrinting(false)} />}
    </div>
  )
}
