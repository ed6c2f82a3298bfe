import { Button } from 'antd'
import { useState } from 'react'
import type { LentLine, LentView } from '../../../contract/lending-views.ts'
import {
  copyStateLabel,
  LATE_KINDS,
  type LateKind,
  lateLabel,
  loanOverdueLabel,
  mediumKindLabel,
  mediumOverdueLabel,
  overdueLabel,
} from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go, To } from '../../app/routes.tsx'
import { type Choice, ChooseBox } from '../../components/choose-box.tsx'
import { ExportList } from '../../components/export-list.tsx'
import { FilterBar, useFilter } from '../../components/filter-bar.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { List, type ListColumn } from '../../components/list.tsx'
import { Scroll } from '../../components/scroll.tsx'
import { When } from '../../components/when.tsx'
import { nameOf } from './paper-lines.tsx'
import { PrintLent } from './printing.tsx'

const Late = ({ of: { overdue, overdueDays, under } }: { of: LentLine }) =>
  overdue && (
    <span className="overdue">
      {under.kind === 'loan' ? loanOverdueLabel : overdueLabel}
      {overdueDays > 0 && ` ${overdueDays} 天`}
    </span>
  )

type Column = ListColumn<LentLine>
const columns: Column[] = [
  { key: 'copy', title: '编号', width: 204, render: ({ copy }) => copy.number },
  { key: 'paper', title: '文件', least: 150, render: ({ copy }) => nameOf(copy) },
  { key: 'mark', title: '密级', width: 106, drop: 2, render: ({ copy: { document } }) => <LevelMark level={document.level} mark={document.mark} /> },
  { key: 'holder', title: '持有人', width: 84, render: ({ holder }) => holder.name },
  { key: 'department', title: '部门', width: 106, drop: 1, render: ({ holder }) => holder.department },
  { key: 'since', title: '领取', width: 146, drop: 3, render: ({ since }) => <When at={since} /> },
  { key: 'under', title: '依据', width: 152, render: ({ under }) => under.number },
  { key: 'due', title: '应还', width: 108, render: ({ due }) => due ?? '用毕归还' },
  { key: 'late', title: '逾期', width: 132, render: (row) => <Late of={row} /> },
]

const choices: { value: 'all' | LateKind; label: string }[] = [
  { value: 'all', label: '全部' },
  ...LATE_KINDS.map((value) => ({ value, label: lateLabel[value] })),
]

const fits = ({ label, beside }: Choice, sought: string) => label.includes(sought.trim()) || (beside ?? '').includes(sought.trim())

/** Whose; empty, everybody's. */
const Whose = ({ value, onChange }: { value: number | undefined; onChange: (person: number | undefined) => void }) => {
  const people = useQueryOf('people.choose', {})
  const [text, setText] = useState('')
  return (
    <ChooseBox
      optional
      allowClear
      className="filter-text"
      aria-label="持有人"
      placeholder="全部持有人，或姓名的一部分"
      value={value}
      onChange={onChange}
      text={text}
      onText={setText}
      onChosen={() => setText('')}
      fits={fits}
      options={(people.data?.rows ?? []).map(({ id, name, department }) => ({ value: id, label: name, beside: department }))}
    />
  )
}

const Numbers = ({ says, numbers }: { says: string; numbers: readonly string[] }) =>
  numbers.length > 0 && (
    <p className="figures">
      {says} {numbers.length}：{numbers.join('、')}
    </p>
  )

/** What is known beside the lines: papers that are 短少待查; of one person their carriers, boxes and letters. */
const Beside = ({ of: { missing, held } }: { of: LentView }) => {
  if (missing.length === 0 && (held === null || held.media.length + held.boxes.length + held.letters.length === 0)) return null
  return (
    <Scroll className="lent-beside" label="另有">
      <Numbers says={copyStateLabel.missing} numbers={missing} />
      {held?.media.map(({ id, number, ownNumber, kind, holder, due, overdueDays }) => (
        <p key={id} className="figures">
          {`${holder?.id === held.person.id ? '领用' : '责任人'}　`}
          <To desk="media" id={id}>
            {number}
          </To>
          {`　${mediumKindLabel[kind]}　${ownNumber}`}
          {holder?.id === held.person.id && due && `　应还 ${due}`}
          {holder?.id === held.person.id && overdueDays > 0 && <span className="overdue">{`　${mediumOverdueLabel} ${overdueDays} 天`}</span>}
        </p>
      ))}
      {held && <Numbers says="专管的保密箱" numbers={held.boxes} />}
      {held && <Numbers says="本人留存的亲启件" numbers={held.letters} />}
    </Scroll>
  )
}

const nothing = (late: LateKind | undefined, person: number | undefined) =>
  late ? `没有${lateLabel[late]}的份。` : person === undefined ? '此刻没有在外的份。' : '此人手中没有文件。'

/** 在外清单 of this moment, what is late first: of everybody, or what one person holds (个人持有清单); a line opens its paper (F1(4)a, F1(7)b, F1(8)). */
export const Lent = ({ of }: { of: number | undefined }) => {
  const filter = useFilter<'all' | LateKind>('all')
  const [person, setPerson] = useState(of)
  const [printing, setPrinting] = useState(false)
  const late = filter.shown === 'all' ? undefined : filter.shown
  const asked = { ...(late && { late }), ...(person !== undefined && { person }) }
  const { data, error, isPending } = useQueryOf('lending.lent', asked, { keep: true })
  const print = () => setPrinting(true)
  useKeys([['F8', print]], !printing)
  return (
    <div className="desk-fill">
      <FilterBar of={filter} choices={choices} what="逾期" further={<Whose value={person} onChange={setPerson} />}>
        {person === undefined ? <Button onClick={print}>打印在外清单 F8</Button> : <Button onClick={print}>打印个人持有清单 F8</Button>}
        <ExportList key={person === undefined ? 'lent' : 'holdings'} list={person === undefined ? 'lent' : 'holdings'} filter={asked} keyed />
      </FilterBar>
      {data && <Beside of={data} />}
      <List
        pages={{
          rows: data?.lines ?? [],
          ...{ isPending, isPlaceholderData: false, isFetchingNextPage: false, hasNextPage: false, error, fetchNextPage: () => undefined },
        }}
        columns={columns}
        rowKey={({ copy }) => copy.id}
        onOpen={({ copy }) => go('documents', copy.document.id)}
        empty={nothing(late, person)}
      />
      {printing && <PrintLent of={asked} onClose={() => setPrinting(false)} />}
    </div>
  )
}
