import { limits } from '../../../contract/limits.ts'
import { SENDING_ROLES } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ChoiceField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { DecisionOnPaper } from '../../components/paper-entry.tsx'
import { useSignedForm } from '../../components/signed-form.ts'
import type { ActProps } from './acts.tsx'

type Decision = { approve: 'yes' | 'no'; opinion: string }
const start: Decision = { approve: 'yes', opinion: '' }
const choices = [
  { value: 'yes', label: '批准' },
  { value: 'no', label: '不批准' },
]

const inputOf = ({ id }: ActProps['of'], { approve, opinion }: Decision) => ({
  outgoing: id,
  approve: approve === 'yes',
  ...(opinion.trim() ? { opinion: opinion.trim() } : {}),
})

/** What leaves, as whoever decides reads it. */
const Asked = ({ of: { document, mark, title, addressee, copies, maker } }: Pick<ActProps, 'of'>) => (
  <>
    <p>
      {mark}　{title}　{copies} 份，发往 {addressee}
    </p>
    <p className="quiet">
      来文 {document.number}　{document.mark}　承办 {maker.name}
    </p>
  </>
)

/** A 分管领导 decided on the paper itself (F1(3)b). */
export const DecideOnPaper = ({ of: outgoing, onDone, onClose }: ActProps) => (
  <DecisionOnPaper
    title={`审批发文　${outgoing.number}`}
    clause="F1(3)b"
    paper="发文审批件"
    deciders={SENDING_ROLES}
    rejected="不批准"
    stepOf={(decision) => ({ call: 'outgoing.decide', input: { outgoing: outgoing.id, ...decision } })}
    onDone={onDone}
    onClose={onClose}
  >
    <Asked of={outgoing} />
  </DecisionOnPaper>
)

/** A leader who is signed in themselves signs at once. */
const DecideMyself = ({ of: outgoing, onDone, onClose }: ActProps) => {
  const form = useActForm<'outgoing.decide', Decision>('outgoing.decide', { start, input: (typed) => inputOf(outgoing, typed), done: onDone })
  return (
    <Dialog title={`审批发文　${outgoing.number}`}>
      <ActForm of={form} ok="签字" says="F1(3)b　以本人签名为准" onClose={onClose} over>
        <Asked of={outgoing} />
        <ChoiceField form={form.fields} name="approve" label="审批" choices={choices} />
        <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="不批准的必填" first />
      </ActForm>
    </Dialog>
  )
}

/** At the officer's screen the leader decides and signs on the spot. */
const DecideInPlace = ({ of: outgoing, onDone, onClose }: ActProps) => {
  const { form, signing, act, sign, goBack } = useSignedForm<'outgoing.decide', Decision>('outgoing.decide', {
    start,
    input: (typed) => inputOf(outgoing, typed),
    done: onDone,
  })
  if (signing)
    return (
      <Countersign
        title={`审批发文　${outgoing.number}`}
        says="请分管领导核对，当场签字；承办人、代录人不得审批（F1(3)b）"
        ok="签字"
        error={act.error}
        busy={act.isPending}
        step={{ call: 'outgoing.decide', input: signing }}
        onTicket={sign}
        onClose={goBack}
      >
        <Asked of={outgoing} />
        <p>
          审批：<strong>{signing.approve ? '批准' : '不批准'}</strong>
          {signing.opinion && `（${signing.opinion}）`}
        </p>
      </Countersign>
    )
  return (
    <Dialog title={`审批发文　${outgoing.number}`}>
      <ActForm of={form} ok="请领导签字" says="由分管领导审批，当场签字（F1(3)b）" onClose={onClose} over>
        <Asked of={outgoing} />
        <ChoiceField form={form.fields} name="approve" label="审批" choices={choices} />
        <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="不批准的必填" first />
      </ActForm>
    </Dialog>
  )
}

/** F6 审批发文 (F1(3)b). */
export const Decide = (props: ActProps) => {
  const { roles } = useSession()
  return SENDING_ROLES.some((role) => roles.includes(role)) ? <DecideMyself {...props} /> : <DecideInPlace {...props} />
}
