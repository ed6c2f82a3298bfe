import { useState } from 'react'
import type { LoanView } from '../../../contract/lending-views.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Cancel } from './cancelling.tsx'
import { Decide, DecideOnPaper } from './deciding.tsx'
import { Lend } from './handing-over.tsx'
import { PrintLoan } from './printing.tsx'
import { TakeBack } from './taking-back.tsx'

export type ActProps = { of: LoanView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = { 'lending.decide': 'F6', 'lending.lend': 'F4', 'lending.takeBack': 'F7', 'paper.loan': 'F8' }

/** In the order of the paper; each opens its small form. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'lending.decide': Decide,
  'entry.fromPaper': DecideOnPaper,
  'lending.lend': Lend,
  'lending.takeBack': TakeBack,
  'lending.cancel': Cancel,
  'paper.loan': PrintLoan,
}
const order = Object.keys(forms)
/** 作废 and the paper are never the next step. */
const main = ['lending.decide', 'lending.lend', 'lending.takeBack']

const print: Act = { call: 'paper.loan', label: '打印借用审批单', allowed: true, why: null }

/** `#/lending/12/takeBack` opens the loan with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `lending.${sub}`)?.call ?? null

/** The next acts of a loan as buttons. What a clause stands against is shown with that clause. */
export const LoanActs = ({ of: loan }: { of: LoanView }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [open, setOpen] = useState<string | null>(() => begun(loan.acts, sub))
  const offered = may('paper.loan') ? [...loan.acts, print] : loan.acts
  const acts = order.flatMap((call) => offered.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('lending', loan.id)
  }
  const Form = open === null ? undefined : forms[open]
  if (acts.length === 0) return null
  return (
    <>
      <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={loan} onDone={close} onClose={close} />}
    </>
  )
}
