import { Segmented } from 'antd'
import { type ReactNode, useState } from 'react'
import type { DisclosureItem, DisclosureView } from '../../../contract/disclosure-views.ts'
import { itemStateLabel, type Role } from '../../../contract/terms.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { useKeys } from '../../components/keys.ts'
import { Close } from './closing.tsx'
import { Consult } from './consulting.tsx'
import { Approve } from './deciding.tsx'
import { Assign, Extend } from './handling.tsx'
import { Deliver, mayDeliver, undelivered, Write } from './letters.tsx'
import { Reply } from './replying.tsx'
import { AskSupplement } from './supplementing.tsx'

export type ActProps = { of: DisclosureView; onDone: () => void; onClose: () => void }
export type ItemActProps = ActProps & { item: DisclosureItem }

/** Acts of the application, in the order of the work; each opens its small form, 登记, 收到补正 and 登记反馈 a page of their own. */
const forms: Record<string, ((props: ActProps) => ReactNode) | null> = {
  'disclosure.askSupplement': AskSupplement,
  'disclosure.supplement': null,
  'disclosure.register': null,
  'disclosure.deliver': Deliver,
  'disclosure.letter': Write,
  'disclosure.hear': null,
  'disclosure.close': Close,
}
/** Acts of one item. 提交审查 is the desk 保密审查's own form. */
const itemForms: Record<string, ((props: ItemActProps) => ReactNode) | null> = {
  'disclosure.consult': Consult,
  'disclosure.extend': Extend,
  'review.draft': null,
  'disclosure.reply': Reply,
  'disclosure.approve': Approve,
  'disclosure.assign': Assign,
}

/** Acts that never stand together share a key. */
const keys: Record<string, string> = {
  'disclosure.askSupplement': 'F2',
  'disclosure.supplement': 'F2',
  'disclosure.register': 'F4',
  'disclosure.deliver': 'F9',
  'review.draft': 'F2',
  'disclosure.reply': 'F4',
  'disclosure.approve': 'F6',
  'disclosure.consult': 'F7',
}
/** 延期 has the key of 批准 while there is nothing to approve. */
const itemKeys = (acts: readonly Act[]): Record<string, string> =>
  acts.some(({ call, allowed }) => allowed && call === 'disclosure.approve') ? keys : { ...keys, 'disclosure.extend': 'F6' }

/** 送达 of any letter: of a reply, of the 补正告知, of an asking. */
const DELIVER: Act = { call: 'disclosure.deliver', label: '送达登记', allowed: true, why: null }

/** What the next step of the application is; 归档 once it is delivered, 视为放弃 while a 补正 is waited for. */
const mainOf = ({ state }: DisclosureView) => [
  'disclosure.register',
  'disclosure.deliver',
  ...(state === 'supplementing' ? ['disclosure.supplement'] : []),
  ...(state === 'delivered' ? ['disclosure.close'] : []),
]
/** What the next step of an item is: what a leader decides; its review while it has none; then the reply. */
const itemMainOf = ({ extension, reviews }: DisclosureItem) => {
  if (extension?.approved === null) return ['disclosure.extend', 'disclosure.approve']
  return ['disclosure.approve', 'disclosure.reply', ...(reviews.length === 0 ? ['review.draft'] : [])]
}

const inOrder = (of: Record<string, unknown>, acts: readonly Act[]) => Object.keys(of).flatMap((call) => acts.filter((act) => act.call === call))

/** What an act is called where it does more than one thing. */
const labelOf = ({ state }: DisclosureView, item: DisclosureItem | undefined, { call, label }: Act): string => {
  if (call === 'disclosure.extend') return item?.extension?.approved === null ? '批准延期' : '申请延期'
  if (call === 'disclosure.consult' && item?.state === 'consulting') return '收到意见'
  if (call === 'disclosure.hear') return '登记反馈'
  if (call === 'disclosure.close') return state === 'delivered' ? '归档' : state === 'supplementing' ? '视为放弃、撤回' : '申请人撤回'
  return label
}

/** A leader has nothing to do with an extension that nobody asked for. */
const concerns =
  (roles: readonly Role[], item: DisclosureItem | undefined) =>
  ({ call, allowed }: Act): boolean =>
    call !== 'disclosure.extend' || allowed || roles.includes('section') || item?.extension?.approved === null

const allowed = (acts: readonly Act[], main: readonly string[]) => acts.some((act) => act.allowed && main.includes(act.call))

type Begun = { call: string; item: number | null }

/** `#/disclosure/12/reply-34` opens the application with this act of item 34 begun: from 今日 it is one click less. */
const begunBy = (view: DisclosureView, sub: string | null): Begun | null => {
  const [, act, item] = /^([a-zA-Z]+)(?:-(\d+))?$/.exec(sub ?? '') ?? []
  if (!act) return null
  const call = `disclosure.${act}`
  const may = (acts: readonly Act[]) => acts.some((one) => one.allowed && one.call === call)
  if (call in forms) return may(view.acts) ? { call, item: null } : null
  const of = view.items.find(({ id, acts }) => (item === undefined || id === Number(item)) && may(acts))
  return of && call in itemForms ? { call, item: of.id } : null
}

/** The first item that something may be done with. */
const firstOf = (items: readonly DisclosureItem[]): number | undefined => (items.find(({ acts }) => acts.some((act) => act.allowed)) ?? items[0])?.id

type ChooseProps = { items: readonly DisclosureItem[]; at: number; onChoose: (item: number) => void; enabled: boolean }

/** Whose acts stand below: by click, or by its figure. */
const ChooseItem = ({ items, at, onChoose, enabled }: ChooseProps) => {
  useKeys(
    items.slice(0, 9).map(({ id, ordinal }) => [String(ordinal), () => onChoose(id)] as const),
    enabled,
  )
  return (
    <Segmented
      className="disclosure-choose"
      aria-label="事项"
      size="small"
      value={at}
      onChange={onChoose}
      options={items.map(({ id, ordinal, state }) => ({ value: id, label: `事项${ordinal}　${itemStateLabel[state]}` }))}
    />
  )
}

/** Where an act has a page of its own. */
const pageOf = (view: DisclosureView, { call, item }: Begun): (() => void) | null => {
  if (call === 'disclosure.supplement') return () => go('disclosure', view.id, 'supplement')
  if (call === 'disclosure.register') return () => go('disclosure', view.id, 'register')
  if (call === 'disclosure.hear') return () => go('disclosure', view.id, 'hear')
  if (call === 'review.draft') return () => go('review', null, `new-${view.id}-${item}`)
  return null
}

type Props = {
  of: DisclosureView /** Papers and exports of the application. */
  papers: readonly Act[]
  onPaper: (call: string) => void
  covered: boolean
}

/** The next acts of an application and of the item at hand as buttons. What a clause stands against is shown with that clause. */
export const DisclosureActs = ({ of: view, papers, onPaper, covered }: Props) => {
  const { sub } = useRoute()
  const may = useMay()
  const { roles } = useSession()
  const [open, setOpen] = useState<Begun | null>(() => begunBy(view, sub))
  const [chosen, setChosen] = useState(open?.item ?? firstOf(view.items))
  const item = view.items.find(({ id }) => id === chosen) ?? view.items[0]
  const enabled = open === null && !covered
  const close = () => {
    setOpen(null)
    if (sub) go('disclosure', view.id)
  }
  const run = (begun: Begun) => (pageOf(view, begun) ?? (() => setOpen(begun)))()
  const named = (act: Act): Act => ({ ...act, label: labelOf(view, item, act) })
  const onItem = inOrder(itemForms, item?.acts ?? [])
    .filter(concerns(roles, item))
    .map(named)
  const onItemMain = item ? itemMainOf(item) : []
  const toDeliver = may('disclosure.deliver') && mayDeliver(view) && undelivered(view).length > 0 ? [DELIVER] : []
  const onWhole = [...inOrder(forms, [...view.acts, ...toDeliver]).map(named), ...papers]
  const main = allowed(onItem, onItemMain) && !view.letters.some(({ delivery, stands }) => delivery === null && stands) ? [] : mainOf(view)
  const Form = open && open.item === null ? forms[open.call] : null
  const ItemForm = open && open.item !== null ? itemForms[open.call] : null
  const of = open?.item ? view.items.find(({ id }) => id === open.item) : undefined
  return (
    <>
      {item && view.items.length > 1 && <ChooseItem items={view.items} at={item.id} onChoose={setChosen} enabled={enabled} />}
      {item && onItem.length > 0 && (
        <Acts
          acts={onItem}
          keys={itemKeys(onItem)}
          main={main.length > 0 && allowed(onWhole, main) ? [] : onItemMain}
          enabled={enabled}
          run={({ call }) => run({ call, item: item.id })}
        />
      )}
      <Acts
        acts={onWhole}
        keys={{ ...keys, 'paper.disclosure': 'F8' }}
        main={main}
        enabled={enabled}
        run={({ call }) => (call.startsWith('paper.') ? onPaper(call) : run({ call, item: null }))}
      />
      {Form && <Form of={view} onDone={close} onClose={close} />}
      {ItemForm && of && <ItemForm of={view} item={of} onDone={close} onClose={close} />}
    </>
  )
}
