import { Button } from 'antd'
import { Controller } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { type DisposalKind, disposalKindLabel, mediumKindLabel } from '../../../contract/terms.ts'
import { call, useQueryOf } from '../../app/client.ts'
import { ChooseCopies, type ChosenOf } from '../../components/choose-copies.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { toBatch } from './ways.ts'

type Copy = ChosenOf<'disposal.offer'>
type Proposal = { copies: Copy[]; media: number[]; reason: string }

const says: Record<DisposalKind, string> = {
  return: '在箱、已办结的，一份清单退给一个来文机关（实施条例27）；留用的列上也不退',
  destruction: '在箱、已办结的，列上就不再传阅、借用、复制（实施条例28）；留用的列上也不销',
}

/** What of the chosen copies a hold keeps back, told before the list is made. */
const Withheld = ({ of: copies }: { of: readonly Copy[] }) => {
  const held = copies.filter(({ withheld }) => withheld !== null)
  if (held.length === 0) return null
  return (
    <>
      <p className="line-said">其中 {held.length} 份列上也不去，清单上注明原因：</p>
      <ul className="disposal-held" aria-label="不清退、不销毁的份">
        {held.map(({ id, number, withheld }) => (
          <li key={id}>
            <span className="figures">{number}</span>　{withheld}
          </li>
        ))}
      </ul>
    </>
  )
}

type ChooseProps = { kind: DisposalKind; chosen: Copy[]; onChange: (copies: Copy[]) => void; error: string | undefined }

/** The copies, one by one by scanner, or all that are offered at once. The first of a 清退 settles the issuer. */
const Choose = ({ kind, chosen, onChange, error }: ChooseProps) => {
  const issuer = kind === 'return' ? chosen[0]?.sender : undefined
  const within = { kind, ...(issuer === undefined ? {} : { issuer }) }
  const all = async () => {
    const { rows } = await call('disposal.offer', { ...within, limit: 200 })
    const one = issuer ?? rows[0]?.sender
    const fresh = rows.filter((row) => !chosen.some(({ id }) => id === row.id) && (kind === 'destruction' || row.sender === one))
    onChange([...chosen, ...fresh])
  }
  return (
    <div className="disposal-choose">
      <ChooseCopies
        from="disposal.offer"
        within={within}
        title={issuer === undefined ? `${disposalKindLabel[kind]}的份` : `清退给${issuer}的份`}
        place="本清单中"
        none="办结以后才能清退、销毁，请按 F3 查去向"
        first
        chosen={chosen}
        onChange={onChange}
      />
      <Button size="small" onClick={() => void all()}>
        加入所列全部（至多 200 份）
      </Button>
      <Withheld of={chosen} />
      {error && (
        <div className="field-error" role="alert">
          {error}
        </div>
      )}
    </div>
  )
}

/** Carriers and devices that wait for destruction. */
const useRetired = (kind: DisposalKind) => {
  const asked = useQueryOf('media.list', { state: 'retired', limit: 200 })
  const rows = kind === 'destruction' ? (asked.data?.rows ?? []) : []
  return rows.map(({ id, number, ownNumber, kind: what }) => ({ value: id, label: `${number} ${mediumKindLabel[what]} ${ownNumber}` }))
}

/** F7 拟制清单: which copies, and of a 销毁 which carriers, and why. */
export const Propose = ({ kind, onClose }: { kind: DisposalKind; onClose: () => void }) => {
  const form = useActForm<'disposal.propose', Proposal>('disposal.propose', {
    start: { copies: [], media: [], reason: '' },
    input: ({ copies, media, reason }) => ({ kind, copies: copies.map(({ id }) => id), media, reason }),
    done: ({ id }) => toBatch(kind, id),
  })
  const { fields } = form
  const retired = useRetired(kind)
  return (
    <RecordPane title={`拟制${disposalKindLabel[kind]}清单`} full>
      <ActForm of={form} ok="拟制" onClose={onClose} says={says[kind]}>
        <Controller
          control={fields.control}
          name="copies"
          rules={{ validate: (copies, { media }) => copies.length + media.length > 0 || '请加入要列入的份' }}
          render={({ field, fieldState: { error } }) => <Choose kind={kind} chosen={field.value} onChange={field.onChange} error={error?.message} />}
        />
        {retired.length > 0 && (
          <SelectField form={fields} name="media" label="载体设备" choices={retired} many hint="停用待销毁的载体设备，可以一并销毁" />
        )}
        <TextField
          form={fields}
          name="reason"
          label="原因"
          max={limits.note}
          required
          hint={kind === 'return' ? '制发机关的清退要求' : '为什么不再留存'}
        />
      </ActForm>
    </RecordPane>
  )
}
