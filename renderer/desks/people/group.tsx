import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import type { GroupTerm } from '../../../contract/group.ts'
import { BUSINESS_ROLES, SEATS, type Seat, seatLabel, termStandingLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { Acts } from '../../components/acts.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { ShortList, type ShortColumn } from '../../components/short-list.tsx'

type Props = { onDone: () => void }
const seats = SEATS.map((value) => ({ value, label: seatLabel[value] }))

type Begun = { person: number | undefined; seat: Seat | undefined; from: string; until: string; paper: string }

/** F4 登记任期: who, as what, from which day to which, by which paper (B5, B6). */
const Begin = ({ onDone }: Props) => {
  const people = useQueryOf('people.list', { limit: 200 })
  const form = useActForm<'people.seat', Begun>('people.seat', {
    start: { person: undefined, seat: undefined, from: '', until: '', paper: '' },
    input: ({ person, seat, until, ...typed }) => ({
      step: { kind: 'begins', person: person as number, seat: seat as Seat, ...typed, ...(until && { until }) },
    }),
    boxes: { 'step.person': 'person', 'step.seat': 'seat', 'step.from': 'from', 'step.until': 'until', 'step.paper': 'paper' },
    done: onDone,
  })
  const choices = (people.data?.rows ?? [])
    .filter(({ roles, account }) => account !== 'disabled' && roles.some((role) => BUSINESS_ROLES.some((business) => business === role)))
    .map(({ id, name, department }) => ({ value: id, label: name, beside: department }))
  const { fields } = form
  return (
    <Dialog title="登记领导小组任期">
      <ActForm of={form} ok="签字登记" says="小组审核由在任的组员、组长确定由在任的组长签署（B5、B6）" onClose={onDone} over>
        <SelectField
          form={fields}
          name="person"
          label="姓名"
          choices={choices}
          check={(value) => (value === undefined ? '请填写姓名' : true)}
          hint="还须有“审查人员”或“组长”角色才能签署"
          first
          required
        />
        <PickField form={fields} name="seat" label="职务" choices={seats} required />
        <DayField form={fields} name="from" label="任期起" required />
        <DayField form={fields} name="until" label="任期止" hint="任命文件没有写明的不填" />
        <TextField form={fields} name="paper" label="任命文件" max={limits.symbol} hint="文号" required />
      </ActForm>
    </Dialog>
  )
}

const spanOf = ({ from, until }: GroupTerm) => `${from} 至 ${until ?? '未定'}`

type Ended = { term: number | undefined; endedOn: string; reason: string }

/** F6 登记任期结束: the last day in office, and why; the term itself is not edited. */
const End = ({ terms, onDone }: Props & { terms: readonly GroupTerm[] }) => {
  const form = useActForm<'people.seat', Ended>('people.seat', {
    start: { term: terms.length === 1 ? terms[0]?.id : undefined, endedOn: '', reason: '' },
    input: ({ term, ...typed }) => ({ step: { kind: 'ends', term: term as number, ...typed } }),
    boxes: { 'step.term': 'term', 'step.endedOn': 'endedOn', 'step.reason': 'reason' },
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title="登记任期结束">
      <ActForm of={form} ok="签字登记" says="结束日以前所签的照样有效，以后的由继任者签署（B6）" onClose={onDone} over>
        <SelectField
          form={fields}
          name="term"
          label="任期"
          choices={terms.map((term) => ({ value: term.id, label: term.person.name, beside: `${seatLabel[term.seat]}　${spanOf(term)}` }))}
          check={(value) => (value === undefined ? '请选择任期' : true)}
          first
          required
        />
        <DayField form={fields} name="endedOn" label="最后一天" hint="在任的最后一天，不晚于今天" required />
        <TextField form={fields} name="reason" label="原因" max={limits.note} hint="如：调任、退休、免去职务" required />
      </ActForm>
    </Dialog>
  )
}

const columns: ShortColumn<GroupTerm>[] = [
  { title: '职务', width: 56, render: ({ seat }) => seatLabel[seat] },
  {
    title: '姓名',
    width: 88,
    render: ({ person }) => (
      <>
        {person.name}
        <div className="quiet">{person.department}</div>
      </>
    ),
  },
  {
    title: '任期',
    render: (term) => (
      <>
        {term.from}
        <div>至 {term.until ?? '未定'}</div>
        {term.ended && (
          <div className="quiet">
            {term.ended.on} 结束：{term.ended.reason}　{term.ended.signed.by} {term.ended.signed.code}
          </div>
        )}
      </>
    ),
  },
  {
    title: '任命文件',
    width: 170,
    render: ({ paper, set }) => (
      <>
        {paper}
        <div className="quiet">
          {set.by} {set.code}
        </div>
      </>
    ),
  },
  {
    title: '现状',
    width: 76,
    render: ({ standing, ended }) => (
      <span className={standing === 'inOffice' ? 'waits' : 'quiet'}>{ended && standing === 'over' ? '已结束' : termStandingLabel[standing]}</span>
    ),
  },
]

const Page = ({ terms }: { terms: readonly GroupTerm[] }) => (
  <>
    <p className="quiet">
      {terms.length === 0
        ? '还没有登记。登记以前，小组审核和组长确定只凭“审查人员”“组长”角色签署；登记以后，还须在任期以内（B5、B6）。'
        : '组长同时只有一人。任期只登记起止，不修改，不删除。'}
    </p>
    <ShortList columns={columns} rows={terms} rowKey={({ id }) => id} empty="还没有登记任期" />
  </>
)

/** 领导小组 on the desk 人员: who sits in it, with every term that was ever entered (B5, B6). */
export const Group = ({ onClose }: { onClose: () => void }) => {
  const mayKeep = useMay()('people.seat')
  const asked = useQueryOf('people.group', {})
  const [open, setOpen] = useState<string | null>(null)
  const terms = asked.data?.terms ?? []
  const running = terms.filter(({ ended, standing }) => ended === null && standing !== 'over')
  const acts = [
    { call: 'begins', label: '登记任期', allowed: true, why: null },
    ...(running.length > 0 ? [{ call: 'ends', label: '登记任期结束', allowed: true, why: null }] : []),
  ]
  const done = () => setOpen(null)
  return (
    <RecordPane
      title="领导小组"
      acts={mayKeep && <Acts acts={acts} keys={{ begins: 'F4', ends: 'F6' }} enabled={open === null} run={({ call }) => setOpen(call)} />}
      onClose={onClose}
    >
      {asked.error && <RefusalNote of={asked.error} />}
      {asked.data && <Page terms={terms} />}
      {open === 'begins' && <Begin onDone={done} />}
      {open === 'ends' && <End terms={running} onDone={done} />}
    </RecordPane>
  )
}
