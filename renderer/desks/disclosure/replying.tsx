import type { Path, UseFormReturn } from 'react-hook-form'
import type { DisclosureItem } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { GIVING_KINDS, REPLY_KINDS, type ReplyKind, REPORT_ROWS, type ReportRow, replyRule, reportRowLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { TextField } from '../../components/fields.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { SignedStep } from '../../components/signed-step.tsx'
import { About, articleOf, isElsewhere, ReplyInWords, replyOf, reviewInWords, titleOf } from './about.tsx'
import type { ItemActProps } from './acts.tsx'

/** Of each row of the annual report its own kind, so that another row begins with none chosen. */
type Kinds = Record<ReportRow, ReplyKind | undefined>
type Typed = { row: ReportRow | undefined; kinds: Kinds; given: string; organ: string; reason: string }

const kindsOf = (row: ReportRow): ReplyKind[] => REPLY_KINDS.filter((kind) => replyRule[kind].row === row)
/** Beside the row that it belongs to, what tells it apart is enough. */
const shortLabel = (kind: ReplyKind) => replyRule[kind].label.replace(/^[^：]+：/, '')

const isGiving = (kind: ReplyKind) => GIVING_KINDS.some((one) => one === kind)
/** What is simply given needs no reason, but where somebody whose right it is stands against it. */
const needsReason = (kind: ReplyKind) => replyRule[kind].row !== 'open'

/** The review that stands behind it, or that one is wanting (B1). */
const Behind = ({ kind, item }: { kind: ReplyKind; item: DisclosureItem }) => {
  const { review } = replyRule[kind]
  if (review === null) return null
  const behind = item.reviews.findLast(({ bears }) => bears.includes(review))
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
        <PickField
          key={row}
          form={form}
          name={`kinds.${row}` as Path<Typed>}
          label="情形"
          choices={kinds.map((value) => ({ value, label: shortLabel(value) }))}
          required
        />
      )}
    </>
  )
}

/** The kind that is chosen: one that belongs to the chosen row. */
const chosen = ({ row, kinds }: Pick<Typed, 'row' | 'kinds'>): ReplyKind | undefined => {
  if (row === undefined) return undefined
  const all = kindsOf(row)
  return all.length === 1 ? all[0] : kinds[row]
}

const none = Object.fromEntries(REPORT_ROWS.map((row) => [row, undefined])) as Kinds

/** What was drafted before is mended, not typed anew. */
const start = (item: DisclosureItem): Typed => {
  const last = replyOf(item)
  if (!last) return { row: undefined, kinds: none, given: '', organ: '', reason: '' }
  const { row } = replyRule[last.kind]
  return { row, kinds: { ...none, [row]: last.kind }, given: last.given ?? '', organ: last.organ ?? '', reason: last.reason ?? '' }
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

const inputOf = (item: DisclosureItem, { given, organ, reason, ...typed }: Typed) => {
  const of = chosen(typed)
  return {
    item: item.id,
    kind: of as ReplyKind,
    ...(of && isGiving(of) ? { given } : {}),
    ...(of === 'notOurs' ? { organ } : {}),
    reason,
  }
}

/** A row of one kind alone has no box for the kind. */
const boxes = ({ row }: Typed): Record<string, Path<Typed>> => ({ kind: row !== undefined && kindsOf(row).length > 1 ? `kinds.${row}` : 'row' })

/** What became of the draft before. */
const Before = ({ of: item }: { of: DisclosureItem }) => {
  const before = replyOf(item)
  if (!before) return null
  return (
    <>
      {before.approved === false && before.opinion && <p className="waits">退回重拟：{before.opinion}</p>}
      {!before.stands && <p className="waits">原来的答复所依据的审查已失效，重新拟答复（B1）。</p>}
    </>
  )
}

/** F4 拟答复 of an item: what is answered, on which article, which review stands behind it (G三.3, 条例36). By the 科室; of what is public already by the 综合办公室 too. */
export const Reply = ({ of: view, item, onDone, onClose }: ItemActProps) => {
  const { roles, person } = useSession()
  const own = roles.includes('section') && person.department === item.handler.department
  const desk = roles.includes('officeHead')
  return (
    <SignedStep<'disclosure.reply', Typed>
      call="disclosure.reply"
      title={titleOf('拟答复', view, item)}
      rule="由组长批准以后写答复书（G三.3）"
      signer={`请${item.handler.department}的人员核对，当场签字（G三.3）`}
      mine={own || desk}
      other={desk && !own}
      start={start(item)}
      input={(typed) => inputOf(item, typed)}
      boxes={boxes}
      asked={
        <>
          <About of={view} item={item} />
          <Before of={item} />
        </>
      }
      told={({ kind, given, organ, reason }) => <ReplyInWords of={{ kind, given: given ?? null, organ: organ ?? null, reason: reason ?? null }} />}
      onDone={onDone}
      onClose={onClose}
    >
      {(form) => (
        <>
          <KindBoxes form={form} />
          <KindParts form={form} item={item} />
        </>
      )}
    </SignedStep>
  )
}
