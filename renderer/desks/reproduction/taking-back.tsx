import { Radio } from 'antd'
import { useState } from 'react'
import type { PersonRef } from '../../../contract/fields.ts'
import type { MadeItem } from '../../../contract/reproduction-views.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Checklist, numberMeant, useChecklist } from '../../components/checklist.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { ByPaper } from '../../components/paper-form.tsx'
import type { ActProps } from './acts.tsx'
import { TakeBackOnPaper } from './on-paper.tsx'

type Held = MadeItem & { holder: PersonRef }
const isHeld = (item: MadeItem): item is Held => item.holder !== null

/** Whoever holds anything, each once. */
const holdersOf = (held: readonly Held[]) => [...new Map(held.map(({ holder }) => [holder.id, holder])).values()]

type Counted = { person: PersonRef; numbers: readonly string[] }

/** Whoever held them signs on the spot that they gave them back (F1(5)d). */
const GiveBack = ({ of: asked, person, numbers, onDone, onClose }: ActProps & Counted) => {
  const [onPaper, setOnPaper] = useState(false)
  const act = useAct('reproduction.takeBack')
  const step = { reproduction: asked.id, person: person.id, numbers: [...numbers] }
  if (onPaper) return <TakeBackOnPaper of={asked} person={person} numbers={step.numbers} onDone={onDone} onClose={onClose} />
  return (
    <Countersign
      title={`收回复制件　${asked.number}`}
      says={`请归还人核对，${numbers.length} 份当场签字归还（F1(5)d）`}
      name={person.name}
      ok="归还"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'reproduction.takeBack', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      other={<ByPaper begin={() => setOnPaper(true)} />}
      onClose={onClose}
    >
      <ul className="copy-numbers figures">
        {numbers.map((number) => (
          <li key={number}>{number}</li>
        ))}
      </ul>
    </Countersign>
  )
}

/** F7 收回: the numbers are scanned or typed one after another; the first says who gives back, another's number is told (F1(5)d). */
export const TakeBack = (props: ActProps) => {
  const { of: asked, onClose } = props
  const held = asked.items.filter(isHeld)
  const holders = holdersOf(held)
  const [person, setPerson] = useState(holders[0]?.id)
  // What is signed for stays as it was counted, whatever is read again meanwhile.
  const [signing, setSigning] = useState<Counted | null>(null)
  const theirs = held.filter(({ holder }) => holder.id === person)
  const list = useChecklist(theirs.map(({ number }) => ({ number, copyNo: null })))
  const holder = holders.find(({ id }) => id === person)
  const stray = (typed: string) => {
    const other = numberMeant(held, typed)
    if (!other) return `本申请没有发放在外的“${typed}”，请核对编号`
    if (list.ticked.length > 0) return `${other.number}由${other.holder.name}领取，应由其本人归还，不得转交他人（F1(5)d）`
    setPerson(other.holder.id)
    list.set(other.number, true)
    return null
  }
  if (signing) return <GiveBack {...props} {...signing} onClose={() => setSigning(null)} />
  return (
    <ActDialog
      title={`收回复制件　${asked.number}`}
      rule="F1(5)d 按编号逐份核对，由领取人本人归还"
      ok="本人签字"
      needs={[list.ticked.length === 0 && '份数核对']}
      onF9={list.all}
      onOk={() => holder && setSigning({ person: holder, numbers: list.ticked })}
      onClose={onClose}
    >
      <div>
        <span className="quiet">归还人　</span>
        {holders.length > 1 ? (
          <Radio.Group
            aria-label="归还人"
            value={person}
            onChange={(event) => setPerson(event.target.value)}
            options={holders.map(({ id, name }) => ({ value: id, label: name }))}
          />
        ) : (
          <strong>{holder?.name}</strong>
        )}
      </div>
      <Checklist list={list} stray={stray} first />
    </ActDialog>
  )
}
