import { lazy, Suspense, useState } from 'react'
import type { BreachView } from '../../../contract/breaches-views.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Close } from './closing.tsx'
import { Found } from './finding.tsx'
import { Measure, TakeOn } from './handling.tsx'
import { Notify } from './notifying.tsx'

const BreachPaper = lazy(() => import('../../paper/breach-preview.tsx'))

export type ActProps = { of: BreachView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = {
  'breaches.takeOn': 'F4',
  'breaches.notify': 'F6',
  'breaches.measure': 'F7',
  'breaches.found': 'F2',
  'breaches.close': 'F9',
  'paper.breach': 'F8',
}

/** F8 打印. Opening the pages is a recorded print. */
const Print = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <BreachPaper id={id} onClose={onClose} />
  </Suspense>
)

/** In the order of the work; each opens its small form. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'breaches.takeOn': TakeOn,
  'breaches.notify': Notify,
  'breaches.measure': Measure,
  'breaches.found': Found,
  'breaches.close': Close,
  'paper.breach': Print,
}
const order = Object.keys(forms)
/** 受理, then the report, then what is done, then its end; finding and the paper are never the next step. */
const main = ['breaches.takeOn', 'breaches.notify', 'breaches.measure', 'breaches.close']
const print: Act = { call: 'paper.breach', label: '打印违规事件表', allowed: true, why: null }

/** `#/breaches/12/takeOn` opens the case with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `breaches.${sub}`)?.call ?? null

/** 受理 of what is handled already is 改派. */
const worded = (act: Act, { handler }: BreachView): Act => (act.call === 'breaches.takeOn' && handler !== null ? { ...act, label: '改派' } : act)

/** The next acts of a case as buttons. What a clause stands against is shown with that clause. */
export const CaseActs = ({ of: breach }: { of: BreachView }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [open, setOpen] = useState<string | null>(() => begun(breach.acts, sub))
  const offered = (may('paper.breach') ? [...breach.acts, print] : breach.acts).map((act) => worded(act, breach))
  const acts = order.flatMap((call) => offered.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('breaches', breach.id)
  }
  const Form = open === null ? undefined : forms[open]
  if (acts.length === 0) return null
  return (
    <>
      <Acts acts={acts} keys={keys} main={breach.handler === null ? main : main.slice(1)} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={breach} onDone={close} onClose={close} />}
    </>
  )
}
