import { lazy, Suspense, useState } from 'react'
import type { StockTakingView } from '../../../contract/keeping-views.ts'
import { useAct } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Voiding } from '../../components/voiding.tsx'
import { CloseStock, Found } from './closing.tsx'
import { Scan } from './scanning.tsx'

const StockPaper = lazy(() => import('../../paper/stock-taking-preview.tsx'))

export type ActProps = { of: StockTakingView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = { 'keeping.scan': 'F4', 'keeping.found': 'F6', 'keeping.close': 'F9', 'paper.stockTaking': 'F8' }

/** F8 打印清点表. Opening the pages is a recorded print. */
const Print = ({ of: { id }, onClose }: ActProps) => (
  <Suspense fallback={null}>
    <StockPaper id={id} onClose={onClose} />
  </Suspense>
)

/** 作废 before it is closed. */
const Cancel = ({ of: stock, onDone, onClose }: ActProps) => {
  const act = useAct('keeping.cancel')
  return (
    <Voiding
      title={`作废清点　${stock.number}`}
      act={act}
      onVoid={(reason) => act.mutate({ stockTaking: stock.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

/** In the order of the work; each opens its small form. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'keeping.scan': Scan,
  'keeping.close': CloseStock,
  'keeping.found': Found,
  'keeping.cancel': Cancel,
  'paper.stockTaking': Print,
}
const order = Object.keys(forms)
/** 作废 and the paper are never the next step. */
const main = ['keeping.scan', 'keeping.close', 'keeping.found']
const print: Act = { call: 'paper.stockTaking', label: '打印清点表', allowed: true, why: null }

/** `#/keeping/12/scan` opens 清点 with this act begun. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `keeping.${sub}`)?.call ?? null

/** The next acts of a 清点 as buttons. */
export const StockActs = ({ of: stock }: { of: StockTakingView }) => {
  const { sub } = useRoute()
  const [open, setOpen] = useState<string | null>(() => begun(stock.acts, sub))
  const offered = [...stock.acts, print]
  const acts = order.flatMap((call) => offered.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('keeping', stock.id)
  }
  const Form = open === null ? undefined : forms[open]
  return (
    <>
      <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={stock} onDone={close} onClose={close} />}
    </>
  )
}
