import type { UseFormReturn } from 'react-hook-form'
import type { DisclosureItem } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/fields.ts'
import { GIVING_KINDS, REPLY_KINDS, type ReplyKind, REPORT_ROWS, type ReportRow, replyRule, reportRowLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { About, articleOf, ReplyInWords, replyOf, reviewInWords, titleOf } from './about.tsx'
import type { ItemActProps } from './acts.tsx'

type Typed = { row: ReportRow | undefined; kind: ReplyKind | undefined; given: string; organ: string; reason: string }

const kindsOf = (row: ReportRow): ReplyKind[] => REPLY_KINDS.filter((kind) => replyRule[kind].row === row)
/** Beside the row that it belongs to, what tells it apart is enough. */
const shortLabel = (kind: ReplyKind) => replyRule[kind].label.replace(/^[^：]+：/, '')

const isGiving = (kind: ReplyKind) => GIVING_KINDS.some((one) => one === kind)
/** What is simply given needs no reason, but where somebody whose right it is stands against it. */
const needsReason = (kind: ReplyKind) => replyRule[kind].row !== 'open'
/** Where it is found, of what is not handed over. */
const isElsewhere = (kind: ReplyKind) => kind === 'alreadyPublic' || kind === 'publications'

/** The states of a review that a reply of this kind may stand on (B1). */
const standing: Record<'open' | 'withheld', readonly DisclosureItem['reviews'][number]['state'][]> = {
  open: ['open', 'onApplication', 'released'],
  withheld: ['withheld'],
}

/** The review that stands behind it, or that one is wanting (B1). */
const Behind = ({ kind, item }: { kind: ReplyKind; item: DisclosureItem }) => {
  const { review } = replyRule[kind]
  if (review === null) return null
  const behind = item.reviews.findLast(({ state }) => standing[review].some((one) => one === state))
  if (behind) return <p>保密审查：{reviewInWords(behind)}</p>
  return (
    <p className="waits">
      {review === 'open' ? '拟公开的先审查、后公开' : '不予公开的经审查确定'}（B1）：
      {item.reviews.length > 0 ? item.reviews.map(reviewInWords).join('、') : '还没有提交审查，按 F2 提交审查'}
    </p>
  )
}

/** Row of the annual report, then what it is among these; the only one of a row needs no choosing. */
const KindBoxes = ({ form }: { form: UseFormReturn<Typed> }) => {
  const row = form.watch('row')
  const kinds = row === undefined ? [] : kindsOf(row)
  return (
    <>
      <PickField form={form} name="row" label="答复" choices={REPORT_ROWS.map((value) => ({ value, label: reportRowLabel[value] }))} first required />
      {kinds.length > 1 && (
        <PickField key={row} form={form} name="kind" label="情形" choices={kinds.map((value) => ({ value, label: shortLabel(value) }))} required />
      )}
    </>
  )
}

/** The kind that is chosen: one that belongs to the chosen row. */
const chosen = ({ row, kind }: Pick<Typed, 'row' | 'kind'>): ReplyKind | undefined => {
  const kinds = row === undefined ? [] : kindsOf(row)
  return kinds.length === 1 ? kinds[0] : kinds.find((one) => one === kind)
}

const start = (item: DisclosureItem): Typed => {
  const last = replyOf(item)
  if (!last) return { row: undefined, kind: undefined, given: '', organ: '', reason: '' }
  return { row: replyRule[last.kind].row, kind: last.kind, given: last.given ?? '', organ: last.organ ?? '', reason: last.reason ?? '' }
}

/** What the chosen kind rests on and asks for. */
const KindParts = ({ form, item }: { form: UseFormReturn<Typed>; item: DisclosureItem }) => {
  const kind = chosen(form.watch())
  if (kind === undefined) return null
  return (
    <>
      <div className="disclosure-rests">
        <p>
          依据：{articleOf(kind)}
          {replyRule[kind].reconsider && '　不服的应当先申请行政复议（行政复议法第二十三条），答复书写明'}
        </p>
        <Behind kind={kind} item={item} />
      </div>
      {isGiving(kind) && (
        <TextField
          form={form}
          name="given"
          label={isElsewhere(kind) ? '方式和途径' : '提供什么'}
          max={limits.note}
          rows={2}
          hint={isElsewhere(kind) ? '在哪里、怎样可以查到或者买到' : '文本或者纸件的名称、份数；电子文档的写明'}
          required
        />
      )}
      {kind === 'notOurs' && (
        <TextField form={form} name="organ" label="所属机关" max={limits.note} hint="能确定负责公开的机关的，写明名称和联系方式" required />
      )}
      <TextField
        form={form}
        name="reason"
        label="理由"
        max={limits.content}
        rows={3}
        hint={needsReason(kind) ? '写进答复书，申请人要看得懂' : '第三方或者共同制作机关不同意公开的必填：为什么仍予公开'}
        required={needsReason(kind)}
      />
    </>
  )
}

/** F4 拟答复 of an item: what is answered, on which article, which review stands behind it (G三.3, 条例36). */
export const Reply = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const form = useActForm<'disclosure.reply', Typed>('disclosure.reply', {
    start: start(item),
    input: ({ row, kind, given, organ, reason }) => {
      const of = chosen({ row, kind })
      return {
        item: item.id,
        kind: of as ReplyKind,
        ...(of && isGiving(of) ? { given } : {}),
        ...(of === 'notOurs' ? { organ } : {}),
        reason,
      }
    },
    done: onDone,
    boxes: ({ row }): Record<string, keyof Typed> => (row === undefined ? { kind: 'row' } : {}),
  })
  const before = replyOf(item)
  return (
    <Dialog title={titleOf('拟答复', view, item)} width={760}>
      <ActForm of={form} ok="签字" says="由组长批准以后写答复书（G三.3）　以本人签名为准" onClose={onClose} over>
        <About of={view} item={item} />
        {before?.approved === false && before.opinion && <p className="waits">退回重拟：{before.opinion}</p>}
        {before && !before.stands && <p className="waits">原来的答复所依据的审查已失效，重新拟答复（B1）。</p>}
        <KindBoxes form={form.fields} />
        <KindParts form={form.fields} item={item} />
      </ActForm>
    </Dialog>
  )
}

type Decision = { agree: 'yes' | 'no' | undefined; opinion: string; repliedOn: string }

/** F6 批准答复: the draft as it will go out; approved, its letter is written and numbered (G三.3, 条例36). */
export const Approve = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const day = useSession().now.slice(0, 10)
  const draft = replyOf(item)
  const form = useActForm<'disclosure.approve', Decision>('disclosure.approve', {
    start: { agree: undefined, opinion: '', repliedOn: day },
    input: ({ agree, ...typed }) => ({
      item: item.id,
      reply: draft?.id as number,
      agree: agree === undefined ? (undefined as never) : agree === 'yes',
      ...typed,
    }),
    done: onDone,
  })
  if (!draft) return null
  return (
    <Dialog title={titleOf('批准答复', view, item)} width={760}>
      <ActForm of={form} ok="签字" says="批准后写答复书、编号；拟答复的人不得批准　以本人签名为准" onClose={onClose} over>
        <About of={view} item={item} />
        <ReplyInWords of={draft} />
        {draft.review && (
          <p>
            保密审查：{draft.review.number}　第{draft.review.version}版{!draft.stands && <span className="waits">　已失效，退回重拟（B1）</span>}
          </p>
        )}
        <p className="quiet">
          {draft.drafted.by}拟　答复期限 {item.clock.due ?? '停计'}
        </p>
        <PickField
          form={form.fields}
          name="agree"
          label="审批"
          choices={[
            { value: 'yes', label: '批准' },
            { value: 'no', label: '退回重拟' },
          ]}
          first
          required
        />
        <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="退回的必填" />
        <DayField form={form.fields} name="repliedOn" label="答复日期" day={day} hint="答复书落款的日期；依这一天的法律写明救济途径" required />
      </ActForm>
    </Dialog>
  )
}
