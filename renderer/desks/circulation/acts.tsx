import { useState } from 'react'
import type { LegView, SheetView } from '../../../contract/circulation-views.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { Acts } from '../../components/acts.tsx'
import SheetPaper from '../../paper/sheet-preview.tsx'
import { HandOut, SignInPlace } from './hand-out.tsx'
import { ReceiveBack, ReportShort, ReturnUnread, SettleShort } from './returning.tsx'
import { AddReader, CancelSheet, CloseSheet, ConfirmSheet, SignMyself } from './small-acts.tsx'

type Act = SheetView['acts'][number]
/** `ticked` is what 收回核对 had ticked when it became a 短少登记. */
type Open = { call: string; leg: number | null; ticked?: readonly string[] }

/** The daily acts have keys; 核定 and 办结 never stand together and share F9. */
const keyOf: Record<string, string> = {
  'circulation.confirm': 'F9',
  'circulation.handOut': 'F4',
  'circulation.sign': 'F6',
  'circulation.receiveBack': 'F7',
  'circulation.close': 'F9',
  'paper.sheet': 'F8',
}
/** Acts that are the next step of the folder, first; then the rest in the order of the paper. */
const order = [
  'circulation.confirm',
  'circulation.handOut',
  'circulation.sign',
  'circulation.receiveBack',
  'circulation.close',
  'circulation.returnUnread',
  'circulation.reportShort',
  'circulation.settleShort',
  'circulation.addReader',
  'circulation.cancel',
  'paper.sheet',
]

/** One button for each act: the one that is allowed, else the first that a clause stands against. */
const offered = (acts: readonly Act[]): Act[] =>
  order.flatMap((call) => {
    const same = acts.filter((act) => act.call === call)
    const one = same.find((act) => act.allowed) ?? same.find((act) => act.why)
    return one ? [one] : []
  })

type DialogProps = { sheet: SheetView; open: Open; onOpen: (open: Open) => void; onClose: () => void }

const Dialog = ({ sheet, open, onOpen, onClose }: DialogProps) => {
  const { person } = useSession()
  const leg: LegView | undefined = sheet.legs.find((one) => one.id === open.leg)
  const incident = sheet.incidents.find((one) => one.state === 'open')
  const end = { sheet, onDone: onClose, onClose }
  if (open.call === 'circulation.confirm') return <ConfirmSheet {...end} />
  if (open.call === 'circulation.close') return <CloseSheet {...end} />
  if (open.call === 'circulation.cancel') return <CancelSheet {...end} />
  if (open.call === 'circulation.addReader') return <AddReader {...end} />
  if (open.call === 'paper.sheet') return <SheetPaper sheet={sheet.id} onClose={onClose} />
  if (open.call === 'circulation.settleShort') return incident ? <SettleShort {...end} incident={incident} /> : null
  if (!leg) return null
  if (open.call === 'circulation.handOut') return <HandOut {...end} leg={leg} />
  if (open.call === 'circulation.sign')
    return leg.reader.id === person.id ? (
      <SignMyself leg={leg.id} title={`${sheet.folder}　${sheet.number}`} onDone={onClose} onClose={onClose} />
    ) : (
      <SignInPlace {...end} leg={leg} />
    )
  if (open.call === 'circulation.receiveBack')
    return <ReceiveBack {...end} leg={leg} onShort={(ticked) => onOpen({ call: 'circulation.reportShort', leg: leg.id, ticked })} />
  if (open.call === 'circulation.returnUnread') return <ReturnUnread {...end} leg={leg} />
  if (open.call === 'circulation.reportShort') return <ReportShort {...end} leg={leg} ticked={open.ticked ?? []} />
  return null
}

/** `#/circulation/12/receiveBack` opens the sheet with this act begun: from 今日 a return is one click less. */
const named = (acts: readonly Act[], sub: string | null): Open | null => acts.find((act) => act.allowed && act.call === `circulation.${sub}`) ?? null

/** The next acts of a sheet as buttons, from its lifecycle. What a clause stands against is shown with that clause. */
export const SheetActs = ({ sheet }: { sheet: SheetView }) => {
  const { sub } = useRoute()
  const [open, setOpen] = useState<Open | null>(() => named(sheet.acts, sub))
  const may = useMay()
  const printable: Act = { call: 'paper.sheet', label: '打印传阅单', leg: null, allowed: true, why: null }
  const listed = sheet.acts.some((act) => act.call === 'paper.sheet') || !may('paper.sheet') ? sheet.acts : [...sheet.acts, printable]
  const close = () => {
    setOpen(null)
    if (sub) go('circulation', sheet.id)
  }
  const readerOf = (act: Act) => sheet.legs.find((leg) => leg.id === act.leg)?.reader.name
  const acts = offered(listed).map((act) => ({ ...act, label: readerOf(act) ? `${act.label}　${readerOf(act)}` : act.label }))
  return (
    <>
      <Acts acts={acts} keys={keyOf} enabled={open === null} run={(act) => setOpen({ call: act.call, leg: act.leg })} />
      {open && <Dialog sheet={sheet} open={open} onOpen={setOpen} onClose={close} />}
    </>
  )
}
