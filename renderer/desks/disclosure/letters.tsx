import type { DisclosureLetter, DisclosureView } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { DELIVERIES, type Delivery, deliveryLabel, FREE_LETTERS, letterKindLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { ParagraphsField } from '../../components/paragraphs-field.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { itemName, titleOf } from './about.tsx'
import type { ActProps } from './acts.tsx'

/** Letters that are not delivered yet, and may be. */
export const undelivered = ({ letters }: DisclosureView): DisclosureLetter[] => letters.filter(({ delivery, stands }) => delivery === null && stands)

/** Until it is filed. */
export const mayDeliver = ({ state }: DisclosureView): boolean => state !== 'filed'

/** The item that a letter is about, where there are several. */
export const itemOfLetter = (view: DisclosureView, { item }: Pick<DisclosureLetter, 'item'>): string => {
  const found = view.items.length > 1 ? view.items.find(({ id }) => id === item) : undefined
  return found ? itemName(view, found) : ''
}

type Delivered = { letter: number | undefined; how: Delivery | undefined; deliveredOn: string; receipt: string }

/** F9 送达登记 of one letter (G三.3, 条例40). `letter` when it was chosen already. */
export const Deliver = ({ of: view, letter, onDone, onClose }: ActProps & { letter?: number }) => {
  const day = useSession().now.slice(0, 10)
  const waiting = undelivered(view)
  const only = letter ?? (waiting.length === 1 ? waiting[0]?.id : undefined)
  const form = useActForm<'disclosure.deliver', Delivered>('disclosure.deliver', {
    start: { letter: only, how: undefined, deliveredOn: '', receipt: '' },
    input: ({ letter: of, how, ...typed }) => ({ letter: of as number, how: how as Delivery, ...typed }),
    done: onDone,
  })
  const one = view.letters.find(({ id }) => id === form.fields.watch('letter'))
  return (
    <Dialog title={titleOf('送达登记', view)} width={640}>
      <ActForm of={form} ok="签字登记" says="依据的审查已失效的答复不得送出（B1）" onClose={onClose} over>
        <SelectField
          form={form.fields}
          name="letter"
          label="函件"
          choices={waiting.map(({ id, number, kind, ...rest }) => ({
            value: id,
            label: number,
            beside: `${letterKindLabel[kind]}　${itemOfLetter(view, rest)}`.trim(),
          }))}
          hint={one && `${letterKindLabel[one.kind]}　${itemOfLetter(view, one)}　${one.writtenOn}　发往 ${one.to.slice(0, 40)}`}
          first={only === undefined}
          required
        />
        <PickField
          form={form.fields}
          name="how"
          label="送达方式"
          choices={DELIVERIES.map((value) => ({ value, label: deliveryLabel[value] }))}
          first={only !== undefined}
          required
        />
        <DayField form={form.fields} name="deliveredOn" label="送达日期" day={day} hint="签收、妥投或者发出成功的日期" required />
        <TextField form={form.fields} name="receipt" label="送达凭证" max={limits.note} hint="签收人、挂号信编号、回执" />
      </ActForm>
    </Dialog>
  )
}

type FreeLetter = (typeof FREE_LETTERS)[number]
type Written = { kind: FreeLetter | undefined; item: number | undefined; to: string; words: string; amount: string; writtenOn: string }

/** What each of these letters is to say. */
const says: Record<FreeLetter, string> = {
  receipt: '可不填：收到的日期和编号照登记填写',
  explain: '要申请人说明理由的事项：申请的数量、频次明显超过合理范围（条例35）',
  thirdPartyTold: '决定公开的信息内容和理由（条例32）',
  assist: '请对方协助办理的事项和回复的时间',
  fee: '收费的依据、标准、缴费方式和期限（条例42）',
}
/** These go to somebody else than the applicant. */
const ELSEWHERE: readonly FreeLetter[] = ['thirdPartyTold', 'assist']

const isMoney = (text: unknown) => /^\d{1,6}(\.\d{1,2})?$/.test(String(text ?? '').trim()) || '请填金额，例如 10 或者 12.50'
const inFen = (text: string) => Math.round(Number(text) * 100)

/** 发函: a letter that no act brings with it, numbered and signed. */
export const Write = ({ of: view, onDone, onClose }: ActProps) => {
  const day = useSession().now.slice(0, 10)
  const form = useActForm<'disclosure.letter', Written>('disclosure.letter', {
    start: { kind: undefined, item: undefined, to: '', words: '', amount: '', writtenOn: day },
    input: ({ kind, item, to, words, amount, writtenOn }) => ({
      disclosure: view.id,
      kind: kind as FreeLetter,
      writtenOn,
      ...(item === undefined ? {} : { item }),
      ...(to.trim() ? { to } : {}),
      ...(words.trim() ? { words } : {}),
      ...(kind === 'fee' && amount ? { amount: inFen(amount) } : {}),
    }),
    done: onDone,
  })
  const { fields } = form
  const kind = fields.watch('kind')
  const elsewhere = kind !== undefined && ELSEWHERE.includes(kind)
  return (
    <Dialog title={titleOf('发函', view)} width={680}>
      <ActForm of={form} ok="签字发函" says="编号后在“函件”里打印、登记送达" onClose={onClose} over>
        <PickField
          form={fields}
          name="kind"
          label="函件"
          choices={FREE_LETTERS.map((value) => ({ value, label: letterKindLabel[value] }))}
          first
          required
        />
        {view.items.length > 1 && (
          <SelectField
            form={fields}
            name="item"
            label="事项"
            choices={view.items.map((item) => ({ value: item.id, label: itemName(view, item), beside: item.content.slice(0, 30) }))}
            hint="只关某一项的选定；关整件申请的不选"
          />
        )}
        <TextField form={fields} name="to" label="发往" max={limits.applicant} hint={elsewhere ? '' : '发给申请人的不填'} required={elsewhere} />
        {kind === 'fee' && <TextField form={fields} name="amount" label="金额（元）" max={10} check={isMoney} required />}
        <ParagraphsField
          form={fields}
          name="words"
          label="内容"
          max={limits.content}
          hint={kind && says[kind]}
          required={kind !== undefined && kind !== 'receipt'}
        />
        <DayField form={fields} name="writtenOn" label="发函日期" day={day} required />
      </ActForm>
    </Dialog>
  )
}
