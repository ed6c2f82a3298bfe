import { lazy, Suspense, useState } from 'react'
import type { HandoverView } from '../../../contract/handover-views.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Cancel } from './cancelling.tsx'
import { Check } from './checking.tsx'
import { Complete, Supervise } from './signing.tsx'

const HandoverPaper = lazy(() => import('../../paper/handover-preview.tsx'))

export type ActProps = { of: HandoverView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = { 'handover.check': 'F4', 'handover.supervise': 'F6', 'handover.complete': 'F9', 'paper.handover': 'F8' }

/** F8 打印移交清单. Opening the pages is a recorded print. */
const Print = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <HandoverPaper id={id} onClose={onClose} />
  </Suspense>
)

/** In the order of the work; each opens its small form. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'handover.check': Check,
  'handover.supervise': Supervise,
  'handover.complete': Complete,
  'handover.cancel': Cancel,
  'paper.handover': Print,
}
const order = Object.keys(forms)
/** 作废 and the paper are never the next step. */
const main = ['handover.check', 'handover.supervise', 'handover.complete']
const print: Act = { call: 'paper.handover', label: '打印移交清单', allowed: true, why: null }

/** `#/handover/12/check` opens the list with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `handover.${sub}`)?.call ?? null

/** The next acts of a list as buttons. What a clause stands against is shown with that clause. */
export const HandoverActs = ({ of: handover }: { of: HandoverView }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [open, setOpen] = useState<string | null>(() => begun(handover.acts, sub))
  const offered = may('paper.handover') ? [...handover.acts, print] : handover.acts
  const acts = order.flatMap((call) => offered.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('handover', handover.id)
  }
  const Form = open === null ? undefined : forms[open]
  if (acts.length === 0) return null
  return (
    <>
      <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={handover} onDone={close} onClose={close} />}
    </>
  )
}
