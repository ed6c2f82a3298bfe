/**
 * 纸质签补录 of one step (`entry.fromPaper`): what happened on paper while it could not be done at the screen. `signer` is whose hand it was; a
 * decision has instead the roles that may decide (`deciders`), and its outcome in the form. Told with it: why on paper, and where the paper lies.
 */
import { useState } from 'react'
import type { FieldPath } from 'react-hook-form'
import type { PersonRef } from '../../contract/fields.ts'
import { limits } from '../../contract/limits.ts'
import type { Input } from '../../contract/index.ts'
import type { Role } from '../../contract/terms.ts'
import { useQueryOf } from '../app/client.ts'
import { Countersign } from './countersign.tsx'
import { ChoiceField, TextField } from './fields.tsx'
import { type ActFormOf, useActForm } from './form.tsx'
import { ByPaper, PaperForm } from './paper-form.tsx'
import { SelectField } from './select-field.tsx'

type Entry = Input<'entry.fromPaper'>
type Typed = { signer: number | undefined; approve: 'yes' | 'no' | undefined; opinion: string; signedAt: string; reason: string; kept: string }
/** What stands in the form of a decision. */
export type PaperDecision = { approve: boolean; opinion: string }

type Common = { title: string; clause: string; paper: string; onDone: (id: number) => void; onClose: () => void; children?: React.ReactNode }
type OfHand = Common & { signer: PersonRef; step: Entry['step'] }
type OfDecision = Common & { deciders: readonly Role[]; rejected: string; stepOf: (decision: PaperDecision) => Entry['step'] }

const start: Typed = { signer: undefined, approve: undefined, opinion: '', signedAt: '', reason: '', kept: '' }
const boxes: Record<string, FieldPath<Typed>> = { 'step.input.approve': 'approve', 'step.input.opinion': 'opinion' }

/** Why it was done on paper, and where the signed paper lies. */
const Where = ({ form }: { form: ActFormOf<Typed> }) => (
  <>
    <TextField form={form.fields} name="reason" label="补录原因" max={limits.note} required hint="为什么先在纸上办理：停机、停电、领导不在等" />
    <TextField form={form.fields} name="kept" label="存放处" max={limits.note} required hint="签了字的纸件存放在哪里" />
  </>
)

/** Somebody took or gave back on paper. */
const HandOnPaper = ({ title, clause, paper, signer, step, onDone, onClose, children }: OfHand) => {
  const form = useActForm<'entry.fromPaper', Typed>('entry.fromPaper', {
    start,
    input: ({ signedAt, reason, kept }) => ({ step, signer: signer.id, signedAt, reason, kept }),
    done: ({ id }) => onDone(id),
  })
  return (
    <PaperForm title={title} form={form} signer={signer.name} clause={clause} paper={paper} onClose={onClose}>
      {children}
      <Where form={form} />
    </PaperForm>
  )
}

/** The steps that somebody signs on the spot and that may be entered from paper. */
type Signed = Extract<Entry['step'], { call: Input<'session.countersign'>['step']['call'] }>
type OnTheSpot = OfHand & {
  step: Signed
  says: string
  ok: string
  error: unknown
  busy: boolean
  onTicket: (ticket: string) => void
}

/** Somebody takes or gives back: they sign on the spot, or have signed on paper. */
export const SignOrEnter = ({ says, ok, error, busy, onTicket, ...entry }: OnTheSpot) => {
  const [onPaper, setOnPaper] = useState(false)
  if (onPaper) return <HandOnPaper {...entry} onClose={() => setOnPaper(false)} />
  const { title, signer, step, onClose, children } = entry
  return (
    <Countersign
      title={title}
      says={says}
      name={signer.name}
      ok={ok}
      error={error}
      busy={busy}
      step={step}
      onTicket={onTicket}
      onClose={onClose}
      other={<ByPaper begin={() => setOnPaper(true)} />}
    >
      {children}
    </Countersign>
  )
}

/** A leader decided on paper: who, when, what, word for word. */
export const DecisionOnPaper = ({ title, clause, paper, deciders, rejected, stepOf, onDone, onClose, children }: OfDecision) => {
  const people = useQueryOf('people.choose', {})
  const leaders = (people.data?.rows ?? []).filter(({ roles }) => deciders.some((role) => roles.includes(role)))
  const form = useActForm<'entry.fromPaper', Typed>('entry.fromPaper', {
    start,
    input: ({ signer, approve, opinion, ...same }) => ({
      ...same,
      signer: signer as number,
      step: stepOf({ approve: approve === undefined ? (undefined as never) : approve === 'yes', opinion }),
    }),
    boxes,
    done: ({ id }) => onDone(id),
  })
  return (
    <PaperForm title={title} form={form} signer="审批人" clause={clause} paper={paper} onClose={onClose}>
      {children}
      <SelectField
        form={form.fields}
        name="signer"
        label="审批人"
        choices={leaders.map(({ id, name, department }) => ({ value: id, label: name, beside: department }))}
        required
      />
      <ChoiceField
        form={form.fields}
        name="approve"
        label="审批结果"
        choices={[
          { value: 'yes', label: '批准' },
          { value: 'no', label: rejected },
        ]}
        required
      />
      <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint={`照${paper}上写的抄录；${rejected}的必填`} />
      <Where form={form} />
    </PaperForm>
  )
}
