import { useState } from 'react'
import { limits } from '../../../contract/limits.ts'
import { REPAIR_PLACES, type RepairPlace, repairPlaceLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { Dialog } from '../../components/dialog.tsx'
import { CheckField, ChoiceField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { Saying } from '../../components/voiding.tsx'
import type { ActProps } from './acts.tsx'
import { Carrier } from './words.tsx'

type Out = { step: { where: RepairPlace; firm: string; fault: string; storageRemoved: boolean; supervisor: number | undefined } }

/** 送修: nobody from outside is alone with it (F2(2)). */
const SendOut = ({ of: medium, onDone, onClose }: ActProps) => {
  const form = useActForm<'media.repair', Out>('media.repair', {
    start: { step: { where: 'appointed', firm: '', fault: '', storageRemoved: false, supervisor: undefined } },
    input: ({ step: { supervisor, ...step } }) => ({
      medium: medium.id,
      step: { kind: 'out', ...step, ...(supervisor === undefined ? {} : { supervisor }) },
    }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`维修登记　${medium.number}`}>
      <ActForm of={form} ok="送修" says="存储部件拆下留存，或由本单位人员全程旁站（F2(2)）" onClose={onClose} over>
        <TextField form={fields} name="step.fault" label="故障" max={limits.note} first required />
        <TextField form={fields} name="step.firm" label="维修单位" max={limits.unit} required hint="定点维修单位或维修人员" />
        <ChoiceField
          form={fields}
          name="step.where"
          label="方式"
          choices={REPAIR_PLACES.map((value) => ({ value, label: repairPlaceLabel[value] }))}
        />
        <CheckField form={fields} name="step.storageRemoved" label="存储部件" says="已拆下，留在本单位" />
        <PeopleField form={fields} name="step.supervisor" label="旁站人" hint="上门维修的、没有拆下存储部件的必填" />
      </ActForm>
    </Dialog>
  )
}

/** 修回, with what was done. */
const ComeBack = ({ of: medium, onDone, onClose }: ActProps) => {
  const act = useAct('media.repair')
  return (
    <Saying
      title={`维修登记　${medium.number}`}
      rule="修回后检查完好，再投入使用（F2(2)）"
      label="维修结果"
      ok="修回"
      act={act}
      onSay={(result) => act.mutate({ medium: medium.id, step: { kind: 'back', result } }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Carrier of={medium} />
    </Saying>
  )
}

/** F6 维修登记: out, or back. */
export const Repair = (props: ActProps) => {
  const [back] = useState(props.of.state === 'inRepair')
  return back ? <ComeBack {...props} /> : <SendOut {...props} />
}

/** F4 维护记录 of the 系统管理员 (F2(3)). */
export const Maintain = ({ of: medium, onDone, onClose }: ActProps) => {
  const act = useAct('media.maintain')
  return (
    <Saying
      title={`维护记录　${medium.number}`}
      rule="F2(2) 由专人维护；记录不能修改"
      label="维护内容"
      ok="记录"
      act={act}
      onSay={(done) => act.mutate({ medium: medium.id, done }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Carrier of={medium} />
    </Saying>
  )
}

/** 停用: it waits for destruction (实施条例28). */
export const Retire = ({ of: medium, onDone, onClose }: ActProps) => {
  const act = useAct('media.retire')
  return (
    <Saying
      title={`停用　${medium.number}`}
      rule="停用后不再使用，列入销毁清单销毁（实施条例28）"
      label="停用原因"
      ok="停用"
      act={act}
      onSay={(reason) => act.mutate({ medium: medium.id, reason }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <Carrier of={medium} />
    </Saying>
  )
}

type Loss = { incident: string; note: string }

/** 登记遗失, with the number of its incident (实施条例61). */
export const Lose = ({ of: medium, onDone, onClose }: ActProps) => {
  const form = useActForm<'media.lose', Loss>('media.lose', {
    start: { incident: '', note: '' },
    input: (typed) => ({ ...typed, medium: medium.id }),
    done: onDone,
  })
  const { fields } = form
  return (
    <Dialog title={`登记遗失　${medium.number}`}>
      <ActForm of={form} ok="登记遗失" says="发现后24小时内报告（实施条例61）" onClose={onClose} over>
        <TextField form={fields} name="incident" label="违规案件编号" max={limits.symbol} first required hint="先登记违规遗失案件，再填它的编号" />
        <TextField form={fields} name="note" label="情况" max={limits.note} required />
      </ActForm>
    </Dialog>
  )
}
