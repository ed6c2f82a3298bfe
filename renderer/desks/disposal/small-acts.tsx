import type { DestructionView, ReturnView } from '../../../contract/disposal-views.ts'
import { limits } from '../../../contract/limits.ts'
import {
  DESTRUCTION_METHODS,
  DESTRUCTION_SITES,
  type DestructionMethod,
  type DestructionSite,
  destructionMethodLabel,
  destructionSiteLabel,
  disposalKindLabel,
} from '../../../contract/terms.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ChoiceField, DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Voiding } from '../../components/voiding.tsx'
import type { ActProps } from './acts.tsx'

/** 作废 before it is done: everything goes back into the box. */
export const Cancel = ({ of: batch, onDone, onClose }: ActProps) => {
  const act = useAct('disposal.cancel')
  return (
    <Voiding
      title={`作废${disposalKindLabel[batch.kind]}清单　${batch.number}`}
      rule="各份放回箱里；编号保留，不再使用"
      act={act}
      onVoid={(reason) => act.mutate({ kind: batch.kind, id: batch.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    />
  )
}

type Handing = { receiver: string; unit: string; receipt: string; on: string }

/** F9 清退完成: who of the issuer took it, by which receipt, on which day (实施条例27). */
export const HandBack = ({ of: list, onDone, onClose }: ActProps<ReturnView>) => {
  const { now } = useSession()
  const form = useActForm<'disposal.handBack', Handing>('disposal.handBack', {
    start: { receiver: '', unit: list.issuer, receipt: '', on: now.slice(0, 10) },
    input: (typed) => ({ returnList: list.id, ...typed }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`清退完成　${list.number}`}>
      <ActForm of={form} ok="清退完成" says={`清退 ${list.found} 份，以清退人本人签名为准`} onClose={onClose} over>
        <TextField form={fields} name="receiver" label="接收人" max={limits.name} required first />
        <TextField form={fields} name="unit" label="接收单位" max={limits.unit} required />
        <TextField form={fields} name="receipt" label="回执号" max={limits.symbol} required hint="制发机关回执或签收单的编号" />
        <DayField form={fields} name="on" label="交接日期" day={now.slice(0, 10)} required />
      </ActForm>
    </Dialog>
  )
}

type Sending = { method: DestructionMethod; site: DestructionSite; name: string; escorts: string[] }
const methods = DESTRUCTION_METHODS.map((value) => ({ value, label: destructionMethodLabel[value] }))
const sites = DESTRUCTION_SITES.map((value) => ({ value, label: destructionSiteLabel[value] }))

/** F7 送销: how it is destroyed, where, and who goes with it (实施条例28). */
export const Send = ({ of: batch, onDone, onClose }: ActProps<DestructionView>) => {
  const people = useQueryOf('people.choose', {})
  const settings = useQueryOf('office.settings', {})
  const form = useActForm<'disposal.send', Sending>('disposal.send', {
    start: { method: 'pulping', site: 'unit', name: '', escorts: [] },
    input: ({ method, site, name, escorts }) => ({
      destruction: batch.id,
      method,
      site: site === 'unit' ? { kind: site, unit: name } : { kind: site, equipment: name },
      escorts,
    }),
    boxes: { site: 'name' },
    done: onDone,
  })
  const { fields } = form
  const self = fields.watch('site') === 'self'
  const few = settings.data?.selfDestruction
  return (
    <Dialog title={`送销　${batch.number}`} width={640}>
      <ActForm of={form} ok="送销" says="二人以上押运、监销（实施条例28）" onClose={onClose} over>
        <ChoiceField form={fields} name="method" label="方式" choices={methods} />
        <ChoiceField form={fields} name="site" label="在哪里" choices={sites} {...(few ? { hint: `自行销毁每批不超过 ${few} 份` } : {})} />
        <TextField
          form={fields}
          name="name"
          label={self ? '销毁设备' : '送销单位'}
          max={self ? limits.note : limits.unit}
          required
          first
          hint={self ? '符合国家保密标准的设备：型号、合格证号' : '保密行政管理部门指定的销毁单位'}
        />
        <SelectField
          form={fields}
          name="escorts"
          label="押运人"
          choices={(people.data?.rows ?? []).map(({ name }) => ({ value: name, label: name }))}
          many
          free
          hint={self ? '在本单位销毁的可不填' : '二人以上，姓名之间用顿号'}
        />
      </ActForm>
    </Dialog>
  )
}
