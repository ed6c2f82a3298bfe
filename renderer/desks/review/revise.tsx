import { limits } from '../../../contract/limits.ts'
import type { ReviewText, ReviewVersion, ReviewView } from '../../../contract/review-views.ts'
import { useQueryOf } from '../../app/client.ts'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { OpeningPane, RecordPane } from '../../components/record-pane.tsx'
import { symbolWritten } from '../documents/written.ts'
import { useTextsAllowed } from './content-box.tsx'
import { textAfter, TextBoxes, type TextTyped, textWritten } from './text-boxes.tsx'

type Notice = { issuer: string; symbol: string; date: string }
type Typed = TextTyped & { changes: string; declassification: Notice }

/** Where a 解密 document may be told of: the 组长 asked for it, or an earlier text was found a state secret (B10). */
const asksNotice = ({ state, steps }: ReviewView) =>
  state === 'toDeclassify' ||
  steps.some(({ checklist }) => checklist?.some(({ item, answer }) => item === 'stateSecret' && answer === 'yes')) ||
  steps.some(({ outcome }) => outcome === 'declassify')

const Form = ({ of: review, kept, onClose }: { of: ReviewView; kept: ReviewText | null; onClose: () => void }) => {
  const { id, number, carrier, version, state, document } = review
  const toAnswer = review.item !== null
  const form = useActForm<'review.revise', Typed>('review.revise', {
    start: { ...textAfter(review.versions.at(-1) as ReviewVersion, kept), changes: '', declassification: { issuer: '', symbol: '', date: '' } },
    input: ({ changes, declassification: { issuer, symbol, date }, ...text }) => ({
      review: id,
      version,
      changes,
      ...textWritten(carrier, text, toAnswer),
      ...(issuer || symbol || date ? { declassification: { issuer, symbol: symbolWritten(symbol), date } } : {}),
    }),
    done: onClose,
    boxes: { declassification: 'declassification.issuer' },
  })
  const { fields } = form
  return (
    <RecordPane title={`更换文本　${number}　第${version + 1}版`} full>
      <ActForm of={form} ok="更换" onClose={onClose} says={`第${version}版的意见、审核、确定全部失效，三步重新办理（C六）`}>
        <TextField form={fields} name="changes" label="改了什么" max={limits.note} rows={2} first required />
        {(asksNotice(review) || document !== null) && (
          <>
            <TextField
              form={fields}
              name="declassification.issuer"
              label="解密机关"
              max={limits.unit}
              hint={state === 'toDeclassify' ? '经法定程序解密并删除涉密内容后公开：解密文件必填（B10）' : '经法定程序解密的填写'}
            />
            <TextField form={fields} name="declassification.symbol" label="解密文号" max={limits.symbol} />
            <DayField form={fields} name="declassification.date" label="解密日期" />
          </>
        )}
        <TextBoxes form={fields} carrier={carrier} toAnswer={toAnswer} />
      </ActForm>
    </RecordPane>
  )
}

/** F2 更换文本: the version before and all that was said on it is void (C6(2)). */
export const Revise = ({ id, onClose }: { id: number; onClose: () => void }) => {
  const got = useQueryOf('review.get', { review: id })
  const allowed = useTextsAllowed()
  const last = got.data?.versions.at(-1)
  const inVault = allowed === true && last?.text !== null
  const kept = useQueryOf('review.text', { review: id, version: last?.version ?? 1 }, { enabled: last !== undefined && inVault })
  const ready = got.data && allowed !== undefined && (!inVault || kept.data)
  if (!ready) return <OpeningPane title="更换文本" refusal={got.error ?? kept.error} onClose={onClose} />
  return <Form of={got.data} kept={inVault ? (kept.data ?? null) : null} onClose={onClose} />
}
