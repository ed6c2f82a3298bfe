import { lazy, Suspense, useState } from 'react'
import type { DestructionView, DisposalView, ReturnView } from '../../../contract/disposal-views.ts'
import { useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Check } from './checking.tsx'
import { Complete } from './completing.tsx'
import { Count } from './counting.tsx'
import { Approve, ApproveOnPaper } from './approving.tsx'
import { Cancel, HandBack, Send } from './small-acts.tsx'
import { toBatch, wayOf } from './ways.ts'

const ReturnPaper = lazy(() => import('../../paper/return-list-preview.tsx'))
const DestructionPaper = lazy(() => import('../../paper/destruction-preview.tsx'))

export type ActProps<V extends DisposalView = DisposalView> = { of: V; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = {
  'disposal.check': 'F4',
  'disposal.count': 'F4',
  'disposal.approve': 'F6',
  'disposal.send': 'F7',
  'disposal.handBack': 'F9',
  'disposal.complete': 'F9',
  'paper.returnList': 'F8',
  'paper.destruction': 'F8',
}

/** F8: opening the pages is a recorded print. */
const PrintReturn = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <ReturnPaper id={id} onClose={onClose} />
  </Suspense>
)
const PrintDestruction = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <DestructionPaper id={id} onClose={onClose} />
  </Suspense>
)

type FormOf<V extends DisposalView> = (props: ActProps<V>) => React.JSX.Element | null
/** In the order of the work; each opens its small form. */
const returnForms: Record<string, FormOf<ReturnView>> = {
  'disposal.check': Check,
  'disposal.approve': Approve,
  'entry.fromPaper': ApproveOnPaper,
  'disposal.handBack': HandBack,
  'disposal.cancel': Cancel,
  'paper.returnList': PrintReturn,
}
const destructionForms: Record<string, FormOf<DestructionView>> = {
  'disposal.count': Count,
  'disposal.approve': Approve,
  'entry.fromPaper': ApproveOnPaper,
  'disposal.send': Send,
  'disposal.complete': Complete,
  'disposal.cancel': Cancel,
  'paper.destruction': PrintDestruction,
}
/** 作废 and the paper are never the next step. */
const main = ['disposal.check', 'disposal.count', 'disposal.approve', 'disposal.send', 'disposal.handBack', 'disposal.complete']
const print: Record<DisposalView['kind'], Act & { call: 'paper.returnList' | 'paper.destruction' }> = {
  return: { call: 'paper.returnList', label: '打印清退清单', allowed: true, why: null },
  destruction: { call: 'paper.destruction', label: '打印销毁清单', allowed: true, why: null },
}

/** The next acts of a list as buttons. What a clause stands against is shown with that clause. The address may begin one. */
export const DisposalActs = ({ of: batch }: { of: DisposalView }) => {
  const may = useMay()
  const { act: begun } = wayOf(useRoute().sub)
  const [open, setOpen] = useState<string | null>(() => batch.acts.find((act) => act.allowed && act.call === `disposal.${begun}`)?.call ?? null)
  const paper = print[batch.kind]
  const offered: Act[] = may(paper.call) ? [...batch.acts, paper] : batch.acts
  const forms = batch.kind === 'return' ? returnForms : destructionForms
  const acts = Object.keys(forms).flatMap((call) => offered.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (begun) toBatch(batch.kind, batch.id)
  }
  const Form = open === null ? undefined : (forms[open] as FormOf<DisposalView> | undefined)
  if (acts.length === 0) return null
  return (
    <>
      <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={batch} onDone={close} onClose={close} />}
    </>
  )
}
