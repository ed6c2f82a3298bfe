import type { DisclosureView } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import { About, titleOf } from './about.tsx'
import type { ActProps } from './acts.tsx'

type How = 'abandoned' | 'withdrawn' | 'filed'
const words: Record<How, { act: string; label: string; box: string; hint: string; day: string }> = {
  abandoned: {
    ...{ act: '视为放弃', label: '视为放弃（逾期不补正）', box: '说明' },
    ...{ hint: '无正当理由逾期不补正的，视为放弃申请（条例30）', day: '认定日期' },
  },
  withdrawn: { act: '申请人撤回', label: '申请人撤回', box: '申请人的意思', hint: '以什么方式、怎样撤回', day: '撤回日期' },
  filed: { act: '归档', label: '归档', box: '归入卷号', hint: '申请、意见、审查、答复、送达凭证归入哪一卷（G四）', day: '归档日期' },
}

/** How an application may end from where it stands. */
const endings = ({ state }: DisclosureView): How[] => {
  if (state === 'delivered') return ['filed']
  return state === 'supplementing' ? ['abandoned', 'withdrawn'] : ['withdrawn']
}

/** 办结: 视为放弃, 撤回, or 归档 with its volume (条例30, G四). */
export const Close = ({ of: view, onDone, onClose }: ActProps) => {
  const day = useSession().now.slice(0, 10)
  const ways = endings(view)
  const form = useActForm<'disclosure.close', { how: How | undefined; on: string; words: string }>('disclosure.close', {
    start: { how: ways.length === 1 ? ways[0] : undefined, on: day, words: '' },
    input: ({ how, ...typed }) => ({ disclosure: view.id, how: how as How, ...typed }),
    done: onDone,
  })
  const how = form.fields.watch('how')
  const said = how && words[how]
  return (
    <Dialog title={titleOf(ways.length === 1 && said ? said.act : '办结', view)} width={640}>
      <ActForm of={form} ok="签字" says="签过的每一步都留着" onClose={onClose} over>
        <About of={view} />
        {ways.length > 1 && (
          <PickField
            form={form.fields}
            name="how"
            label="怎样办结"
            choices={ways.map((value) => ({ value, label: words[value].label }))}
            first
            required
          />
        )}
        <TextField
          form={form.fields}
          name="words"
          label={said?.box ?? '说明'}
          max={limits.note}
          hint={said?.hint}
          first={ways.length === 1}
          required
        />
        <DayField form={form.fields} name="on" label={said?.day ?? '日期'} day={day} required />
      </ActForm>
    </Dialog>
  )
}
