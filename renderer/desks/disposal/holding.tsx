import { Controller } from 'react-hook-form'
import { useState } from 'react'
import type { HoldRow } from '../../../contract/disposal-views.ts'
import { limits } from '../../../contract/limits.ts'
import { HOLD_KINDS, type HoldKind, holdKindLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { ChooseCopies, type ChosenOf } from '../../components/choose-copies.tsx'
import { ChoiceField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { RecordPane } from '../../components/record-pane.tsx'

type Typed = { copy: ChosenOf<'lending.sources'>[]; kind: HoldKind; reason: string }

/** F7 留用登记: which copy, of which kind, why. It leaves every list that the hold is against. */
export const Hold = ({ onClose }: { onClose: () => void }) => {
  const form = useActForm<'disposal.hold', Typed>('disposal.hold', {
    start: { copy: [], kind: 'retained', reason: '' },
    input: ({ copy, kind, reason }) => ({ copy: copy[0]?.id as number, kind, reason }),
    done: onClose,
  })
  const { fields } = form
  return (
    <RecordPane title="留用登记" full>
      <ActForm of={form} ok="登记" onClose={onClose} says="留用期间不清退、不销毁；须清退的只退不销（实施条例27、28）。以本人签名为准">
        <Controller
          control={fields.control}
          name="copy"
          rules={{ validate: (copy) => copy.length === 1 || '请加入要留用的一份' }}
          render={({ field, fieldState: { error } }) => (
            <div className="disposal-choose">
              <ChooseCopies
                from="lending.sources"
                title="留用的份"
                place="本次登记中"
                none="请按 F3 查去向"
                first
                chosen={field.value}
                onChange={(chosen) => field.onChange(chosen.slice(-1))}
              />
              {error && (
                <div className="field-error" role="alert">
                  {error.message}
                </div>
              )}
            </div>
          )}
        />
        <ChoiceField form={fields} name="kind" label="种类" choices={HOLD_KINDS.map((value) => ({ value, label: holdKindLabel[value] }))} />
        <TextField form={fields} name="reason" label="原因" max={limits.note} required hint="谁要留用、为什么；案件写明办理单位" />
      </ActForm>
    </RecordPane>
  )
}

/** 解除留用, with the reason. */
export const Release = ({ of: hold, onClose }: { of: HoldRow; onClose: () => void }) => {
  const act = useAct('disposal.release')
  const [reason, setReason] = useState('')
  return (
    <ActDialog
      title={`解除留用　${hold.number}`}
      rule="解除后可以另行列入；已经离开的清单不会加回"
      ok="解除留用"
      needs={[!reason.trim() && '原因']}
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ hold: hold.id, reason }, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>
        {holdKindLabel[hold.kind]}：{hold.reason}
      </p>
      <Sentence label="解除的原因" value={reason} onChange={setReason} max={limits.note} first refused={act.error} />
    </ActDialog>
  )
}
