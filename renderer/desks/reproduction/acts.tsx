import { useState } from 'react'
import type { ReproductionView } from '../../../contract/reproduction-views.ts'
import { useQueryOf } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { Acts } from '../../components/acts.tsx'
import ReproductionPaper from '../../paper/reproduction-preview.tsx'
import { Decide, Opine } from './approval.tsx'
import { Issue } from './issuing.tsx'
import { Make } from './making.tsx'
import { DecideOnPaper, OpineOnPaper } from './on-paper.tsx'
import { CancelRequest, CloseRequest, SubmitRequest } from './small-acts.tsx'
import { TakeBack } from './taking-back.tsx'

type Act = ReproductionView['acts'][number]
export type ActProps = { of: ReproductionView; onDone: () => void; onClose: () => void }

/** Acts that never stand together share a key. */
const keys: Record<string, string> = {
  'reproduction.submit': 'F9',
  'reproduction.opine': 'F6',
  'reproduction.decide': 'F6',
  'reproduction.make': 'F4',
  'reproduction.issue': 'F4',
  'reproduction.takeBack': 'F7',
  'reproduction.close': 'F9',
  'paper.reproduction': 'F8',
}

/** In the order of the paper; each opens its small form. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'reproduction.submit': SubmitRequest,
  'reproduction.opine': Opine,
  'reproduction.decide': Decide,
  'reproduction.opineOnPaper': OpineOnPaper,
  'reproduction.decideOnPaper': DecideOnPaper,
  'reproduction.make': Make,
  'reproduction.issue': Issue,
  'reproduction.takeBack': TakeBack,
  'reproduction.close': CloseRequest,
  'reproduction.cancel': CancelRequest,
  'paper.reproduction': ({ of, onClose }) => <ReproductionPaper id={of.id} onClose={onClose} />,
}
const order = Object.keys(forms)

/** What is the next step of the paper, first: 作废 is never it, nor printing, nor is what was signed elsewhere. */
const main = order.filter((call) => call !== 'reproduction.cancel' && call !== 'paper.reproduction' && !call.endsWith('OnPaper'))
const printable: Act = { call: 'paper.reproduction', label: '打印复制审批单', allowed: true, why: null }

/** What was signed on paper is entered where the unit takes it, and by nobody whose own matter it is. */
const useOnPaper = (asked: ReproductionView) => {
  const { person } = useSession()
  const settings = useQueryOf('office.settings', {})
  return settings.data?.paperSignatures === true && asked.applicant.id !== person.id && asked.enteredBy !== person.name
}

/** `#/reproduction/12/takeBack` opens the request with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `reproduction.${sub}`)?.call ?? null

/** The next acts of a request as buttons. What a clause stands against is shown with that clause. */
export const RequestActs = ({ of: asked }: { of: ReproductionView }) => {
  const { sub } = useRoute()
  const may = useMay()
  const [open, setOpen] = useState<string | null>(() => begun(asked.acts, sub))
  const onPaper = useOnPaper(asked)
  const listed = may('paper.reproduction') ? [...asked.acts, printable] : asked.acts
  const acts = order.filter((call) => onPaper || !call.endsWith('OnPaper')).flatMap((call) => listed.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('reproduction', asked.id)
  }
  const Form = open === null ? undefined : forms[open]
  return (
    <>
      <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={asked} onDone={close} onClose={close} />}
    </>
  )
}
