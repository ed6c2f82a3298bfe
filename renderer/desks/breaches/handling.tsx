import { limits } from '../../../contract/limits.ts'
import { CONCLUDING_ROLES } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import type { ActProps } from './acts.tsx'

const says = '经办人能看到举报人；涉及遗失、损毁的份同时转为“短少待查”'

/** A leader names the handler, or leaves the box empty and handles it themselves. */
const Assign = ({ of: breach, onDone, onClose }: ActProps) => {
  const form = useActForm<'breaches.takeOn', { handler: number | undefined }>('breaches.takeOn', {
    start: { handler: undefined },
    input: ({ handler }) => ({ breach: breach.id, ...(handler === undefined ? {} : { handler }) }),
    done: onDone,
  })
  return (
    <Dialog title={`${breach.handler ? '改派' : '受理'}　${breach.number}`}>
      <ActForm of={form} ok={breach.handler ? '改派' : '受理'} says={says} onClose={onClose} over>
        <PeopleField form={form.fields} name="handler" label="经办人" first hint="留空由本人经办；应为保密员或领导，不得是当事人" />
      </ActForm>
    </Dialog>
  )
}

const Myself = ({ of: breach, onDone, onClose }: ActProps) => {
  const act = useAct('breaches.takeOn')
  return (
    <ActDialog
      title={`受理　${breach.number}`}
      rule={says}
      ok="受理"
      busy={act.isPending}
      error={act.error}
      onOk={() => act.mutate({ breach: breach.id }, { onSuccess: onDone })}
      onClose={onClose}
    >
      <p>由本人经办：二十四小时内上报（实施条例61），组织查找和处置，提请领导结案。</p>
    </ActDialog>
  )
}

/** F4 受理 (实施条例61, E4). */
export const TakeOn = (props: ActProps) => {
  const { roles } = useSession()
  return CONCLUDING_ROLES.some((role) => roles.includes(role)) ? <Assign {...props} /> : <Myself {...props} />
}

/** F7 登记处置: one measure, and whom it showed to be concerned. */
export const Measure = ({ of: breach, onDone, onClose }: ActProps) => {
  const form = useActForm<'breaches.measure', { measure: string; persons: number[] }>('breaches.measure', {
    start: { measure: '', persons: [] },
    input: ({ measure, persons }) => ({ breach: breach.id, measure, persons }),
    done: onDone,
  })
  return (
    <Dialog title={`登记处置　${breach.number}`}>
      <ActForm of={form} ok="登记" says="一项措施登记一次，登记后不改" onClose={onClose} over>
        <TextField form={form.fields} name="measure" label="处置措施" max={limits.note} rows={3} first required />
        <PeopleField form={form.fields} name="persons" label="查明的当事人" many hint="从此看不到本案；经办人本人牵涉的先改派" />
      </ActForm>
    </Dialog>
  )
}
