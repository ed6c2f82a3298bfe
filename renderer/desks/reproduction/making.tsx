import { limits } from '../../../contract/limits.ts'
import { reproductionKindLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { CheckField, NumberField, TextField } from '../../components/fields.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import type { ActProps } from './acts.tsx'
import { sourceInShort } from './sources.tsx'

type Made = { count: number | undefined; copier: string; stamped: boolean | undefined }

/** F4 复制登记: how many were made, by whom; each gets its number. The tick for the stamp is asked for by itself (F1(5)b, d, 实施条例27). */
export const Make = ({ of: asked, onDone, onClose }: ActProps) => {
  const { person } = useSession()
  const form = useActForm<'reproduction.make', Made>('reproduction.make', {
    start: { count: asked.approved ?? asked.asked, copier: person.name, stamped: undefined },
    input: ({ count, copier, stamped }) => ({ reproduction: asked.id, count: count as number, copier, stamped: stamped === true }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`复制登记　${asked.number}`}>
      <ActForm of={form} ok="登记" says="登记一次，各份随即编号入箱（F1(5)d）" onClose={onClose} over>
        <p>
          <span className="figures">{sourceInShort(asked)}</span>　在{asked.place}
          {reproductionKindLabel[asked.kind]}，批准 <strong>{asked.approved} 份</strong>，有效期至 <span className="figures">{asked.validUntil}</span>
          。
        </p>
        {asked.kind === 'compilation' && <p>登记后自成一件，编入汇编登记簿：{asked.mark}，知悉范围是都在各来源之内的人（实施条例27）。</p>}
        <NumberField
          form={fields}
          name="count"
          label="复制份数"
          min={1}
          max={limits.copies}
          unit="份"
          required
          hint="实际复制的份数，不得多于批准的（F1(5)b）"
        />
        <TextField form={fields} name="copier" label="复制人" max={limits.name} required />
        <CheckField form={fields} name="stamped" label="戳记" says="各份都已加盖戳记" hint="按空格键勾选；没有戳记的不能登记（F1(5)d）" />
      </ActForm>
    </Dialog>
  )
}
