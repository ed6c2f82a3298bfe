import type { UseFormReturn } from 'react-hook-form'
import type { DocumentView } from '../../../contract/documents-views.ts'
import { limits } from '../../../contract/limits.ts'
import { declassifiedRule, EXPIRY_OUTCOMES, type ExpiryOutcome, expiryOutcomeLabel } from '../../../contract/terms.ts'
import { Countersign } from '../../components/countersign.tsx'
import { ChoiceField, DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { mayNeedBasis } from '../../components/mark.ts'
import { readMark } from '../../../contract/written.ts'
import { MarkField } from '../../components/mark-field.tsx'
import { markedOf } from './registration.ts'
import { useSignedForm } from '../../components/signed-form.ts'
import { symbolIsWhole, symbolWritten } from './written.ts'

type Props = { of: DocumentView; onClose: () => void }

type Notice = { issuer: string; symbol: string; date: string; basis: string }
const emptyNotice = (document: DocumentView): Notice => ({ issuer: document.sender, symbol: '', date: '', basis: '' })
/** A basis that is not asked for any more is none. */
const noticeOf = (document: DocumentView, { basis, symbol, ...notice }: Notice) => ({
  ...notice,
  symbol: symbolWritten(symbol),
  ...(notice.issuer.trim() !== document.sender && basis.trim() ? { basis } : {}),
})

/** The boxes of a notice; that of another organ than the 来文机关 asks for its basis. */
const NoticeFields = <F extends { notice: Notice }>({ form, of: document, hint }: { form: UseFormReturn<F>; of: DocumentView; hint: string }) => {
  const fields = form as unknown as UseFormReturn<{ notice: Notice }>
  return (
    <>
      <TextField form={fields} name="notice.issuer" label="通知机关" max={limits.unit} required />
      {fields.watch('notice.issuer').trim() !== document.sender && (
        <TextField
          form={fields}
          name="notice.basis"
          label="通知依据"
          max={limits.note}
          hint="不是来文机关通知的必填，如：来文机关的上级机关（F1(3)a）"
        />
      )}
      <TextField form={fields} name="notice.symbol" label="通知文号" max={limits.symbol} whole={symbolIsWhole} first required hint={hint} />
      <DayField form={fields} name="notice.date" label="通知日期" required />
    </>
  )
}

/** F6 变更密级: level or period by the issuer's notice (F1(3)a). */
export const ChangeLevel = ({ of: document, onClose }: Props) => {
  const form = useActForm<'documents.changeLevel', { mark: string; basis: string; notice: Notice }>('documents.changeLevel', {
    start: { mark: '', basis: '', notice: emptyNotice(document) },
    input: ({ mark, basis, notice }) => ({ document: document.id, ...markedOf(mark, basis), notice: noticeOf(document, notice) }),
    done: onClose,
    boxes: { 'period.basis': 'basis', level: 'mark', period: 'mark' },
  })
  const { fields } = form
  const marked = readMark(fields.watch('mark'))
  return (
    <ActForm of={form} ok="变更" onClose={onClose}>
      <NoticeFields form={fields} of={document} hint="没有变更通知不得改动密级和期限（F1(3)a）" />
      <MarkField form={fields} name="mark" required />
      {marked && mayNeedBasis(marked) && (
        <TextField form={fields} name="basis" label="依据" max={limits.note} hint="超过法定最长期限的必填（保密法20）" />
      )}
    </ActForm>
  )
}

/** 解密, by the issuer's notice alone (保密法24). */
export const Declassify = ({ of: document, onClose }: Props) => {
  const form = useActForm<'documents.declassify', { notice: Notice }>('documents.declassify', {
    start: { notice: emptyNotice(document) },
    input: ({ notice }) => ({ document: document.id, notice: noticeOf(document, notice) }),
    done: onClose,
  })
  return (
    <ActForm of={form} ok="解密" onClose={onClose} says={declassifiedRule}>
      <NoticeFields form={form.fields} of={document} hint="没有制发机关的解密通知不得解密（F1(3)a）" />
    </ActForm>
  )
}

/** 期满审核: what it comes to and how it was found; then a 分管领导 signs in place (保密法24). */
export const ReviewExpiry = ({ of: document, onClose }: Props) => {
  const { form, signing, act, sign, goBack } = useSignedForm<'documents.reviewExpiry', { outcome: ExpiryOutcome; reason: string }>(
    'documents.reviewExpiry',
    {
      start: { outcome: 'waiting', reason: '' },
      input: (typed) => ({ document: document.id, ...typed }),
      done: onClose,
    },
  )
  const outcome = form.fields.watch('outcome')
  return (
    <>
      <ActForm
        of={form}
        ok="请领导签字"
        busyWord="请分管领导签字…"
        onClose={onClose}
        says={outcome === 'declassified' ? declassifiedRule : '答复以前密级不变，继续提醒'}
      >
        <ChoiceField
          form={form.fields}
          name="outcome"
          label="审核结果"
          choices={EXPIRY_OUTCOMES.map((value) => ({ value, label: expiryOutcomeLabel[value] }))}
        />
        <TextField
          form={form.fields}
          name="reason"
          label="审核情况"
          max={limits.note}
          first
          required
          check={(value) => String(value).trim() !== '' || '请写明怎么审的'}
          hint="如：函询制发机关，无异议；制发机关来文延长的，按“变更密级”办理"
        />
      </ActForm>
      {signing && (
        <Countersign
          title={`期满审核　${document.number}`}
          says="请分管领导核对，当场签字审批；审核人不得审批本人的审核（保密法24）"
          ok="审批"
          error={act.error}
          busy={act.isPending}
          step={{ call: 'documents.reviewExpiry', input: signing }}
          onTicket={sign}
          onClose={goBack}
        >
          <p>
            {document.mark}，{document.expiresOn ? `${document.expiresOn} 届满` : '以解密条件为期'}。审核结果：
            <strong>{expiryOutcomeLabel[signing.outcome]}</strong>（{signing.reason}）
          </p>
        </Countersign>
      )}
    </>
  )
}
