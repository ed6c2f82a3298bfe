import { Checkbox } from 'antd'
import { useId, useState } from 'react'
import type { MadeItem, ReproductionView } from '../../../contract/reproduction-views.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ChooseBox } from '../../components/choose-box.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { ByPaper } from '../../components/paper-form.tsx'
import type { ActProps } from './acts.tsx'
import { IssueOnPaper } from './on-paper.tsx'

/** 分发对象 who have had nothing yet come first; nobody issues to themselves (F1(4)a). */
const next = ({ recipients, items }: ReproductionView, me: number) => {
  const had = new Set(items.flatMap(({ holdings }) => holdings.map(({ person }) => person.id)))
  const others = recipients.filter(({ id }) => id !== me)
  const waiting = others.filter(({ id }) => !had.has(id))
  return { person: waiting[0] ?? others[0] ?? recipients[0], last: waiting.length <= 1 }
}

type ItemsProps = { items: readonly MadeItem[]; chosen: ReadonlySet<number>; onChange: (chosen: Set<number>) => void }

/** The items in the box, ticked for issue; one at least stays ticked. */
const Items = ({ items, chosen, onChange }: ItemsProps) => {
  const tick = (id: number, on: boolean) => {
    const after = new Set(chosen)
    if (on) after.add(id)
    else after.delete(id)
    if (after.size > 0) onChange(after)
  }
  return (
    <fieldset className="checklist" aria-label="发放的份" data-filled>
      <div className="sentence-label">
        发放的份　{chosen.size} / {items.length}
      </div>
      <div className="checklist-lines">
        {items.map(({ id, number }) => (
          <Checkbox key={id} checked={chosen.has(id)} onChange={(event) => tick(id, event.target.checked)}>
            <span className="figures">{number}</span>
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}

/** F4 发放: one of the 分发对象 takes items and signs for them on the spot (F1(5)d, F1(4)a). One to each, the rest to the last. */
export const Issue = ({ of: asked, onDone, onClose }: ActProps) => {
  const me = useSession().person.id
  const box = useId()
  const first = next(asked, me)
  const inBox = asked.items.filter(({ state }) => state === 'inBox')
  const [person, setPerson] = useState(first.person?.id ?? 0)
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set((first.last ? inBox : inBox.slice(0, 1)).map(({ id }) => id)))
  const [onPaper, setOnPaper] = useState(false)
  const act = useAct('reproduction.issue')
  const recipient = asked.recipients.find(({ id }) => id === person)
  const step = { reproduction: asked.id, person, copies: inBox.map(({ id }) => id).filter((id) => chosen.has(id)) }
  if (onPaper && recipient) return <IssueOnPaper of={asked} person={recipient} copies={step.copies} onDone={onDone} onClose={onClose} />
  return (
    <Countersign
      title={`发放复制件　${asked.number}`}
      says={`请领取人核对编号，${chosen.size} 份当场签收（F1(5)d）`}
      name={recipient?.name ?? ''}
      ok="领取"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'reproduction.issue', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      other={<ByPaper begin={() => setOnPaper(true)} />}
      onClose={onClose}
    >
      <div className="sentence">
        <label className="sentence-label" htmlFor={box}>
          领取人（批准的分发对象）
        </label>
        <ChooseBox
          id={box}
          className="wide-box"
          value={person}
          onChange={setPerson}
          options={asked.recipients.map(({ id, name, department }) => ({ value: id, label: name, beside: department }))}
        />
      </div>
      <Items items={inBox} chosen={chosen} onChange={setChosen} />
    </Countersign>
  )
}
