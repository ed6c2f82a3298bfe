import { useState } from 'react'
import type { MediumUse, MediumView } from '../../../contract/media-views.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Change } from './changing.tsx'
import { Give } from './giving.tsx'
import { Lose, Maintain, Repair, Retire } from './keeping.tsx'
import { Decide, DecideOnPaper, RequestOutside } from './outside.tsx'
import { PrintLabel, PrintRecord } from './printing.tsx'
import { TakeBack } from './taking-back.tsx'

export type ActProps = { of: MediumView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = {
  'media.give': 'F4',
  'media.decideOutside': 'F6',
  'media.repair': 'F6',
  'media.takeBack': 'F7',
  'media.maintain': 'F4',
  'paper.mediumRecord': 'F8',
}

/** In the order of the work; each opens its small form. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'media.decideOutside': Decide,
  'entry.fromPaper': DecideOnPaper,
  'media.give': Give,
  'media.takeBack': TakeBack,
  'media.requestOutside': RequestOutside,
  'media.repair': Repair,
  'media.maintain': Maintain,
  'media.change': Change,
  'media.retire': Retire,
  'media.lose': Lose,
  'paper.mediumRecord': PrintRecord,
  'paper.labels': PrintLabel,
}
const order = Object.keys(forms)
/** 停用, 遗失, a change and the paper are never the next step. */
const main = ['media.decideOutside', 'media.give', 'media.takeBack', 'media.repair', 'media.maintain']
const print: Act = { call: 'paper.mediumRecord', label: '打印维修维护登记', allowed: true, why: null }

const label: Act = { call: 'paper.labels', label: '打印标签', allowed: true, why: null }
/** What is no longer there has no label. */
const isThere = ({ state }: MediumView) => state !== 'destroyed' && state !== 'lost'

/** The request on this carrier that waits for whoever looks to decide it. */
export const toDecide = ({ uses }: MediumView): MediumUse | undefined =>
  uses.find(({ acts, lapsed }) => !lapsed && acts.some(({ call, allowed }) => call === 'media.decideOutside' && allowed))

/** The one whose decision on paper may be entered. */
export const toEnter = ({ uses }: MediumView): MediumUse | undefined =>
  uses.find(({ acts }) => acts.some(({ call, allowed }) => call === 'entry.fromPaper' && allowed)) ??
  uses.find(({ acts }) => acts.some(({ call }) => call === 'entry.fromPaper'))

/** `#/media/12/give` opens the carrier with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call === `media.${sub}`)?.call ?? null

/** The next acts of a carrier as buttons. What a clause stands against is shown with that clause. */
export const MediumActs = ({ of: medium }: { of: MediumView }) => {
  const may = useMay()
  const { sub } = useRoute()
  const decision = toDecide(medium)?.acts.filter(({ call }) => call === 'media.decideOutside') ?? []
  const entry = toEnter(medium)?.acts.filter(({ call }) => call === 'entry.fromPaper') ?? []
  const offered = [
    ...decision,
    ...entry,
    ...medium.acts,
    ...(may('paper.mediumRecord') ? [print] : []),
    ...(may('paper.labels') && isThere(medium) ? [label] : []),
  ]
  const acts = order.flatMap((call) => offered.filter((act) => act.call === call))
  const [open, setOpen] = useState<string | null>(() => begun(acts, sub))
  const close = () => {
    setOpen(null)
    if (sub) go('media', medium.id)
  }
  const Form = open === null ? undefined : forms[open]
  if (acts.length === 0) return null
  return (
    <>
      <Acts acts={acts} keys={keys} main={main} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={medium} onDone={close} onClose={close} />}
    </>
  )
}
