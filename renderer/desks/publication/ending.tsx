import { limits } from '../../../contract/limits.ts'
import type { Input } from '../../../contract/index.ts'
import type { PublicationView } from '../../../contract/publication-views.ts'
import {
  type PublicationEnding,
  publicationEndingLabel,
  WITHDRAWAL_CAUSES,
  type WithdrawalCause,
  withdrawalCauseLabel,
} from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { DayField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PickField } from '../../components/pick-field.tsx'
import type { ActProps } from './acts.tsx'

const said: Record<PublicationEnding, { words: string; hint: string; rule: string }> = {
  takenDown: { words: '查阅地点', hint: '下网以后在哪里可以查阅', rule: '网上留存期满，不再继续在网上公开（A三）' },
  withdrawn: { words: '撤回理由', hint: '写明情况；同一文本不再发布，更正的请更换文本重新审查', rule: '先从各公开方式撤下，再登记（C六）' },
  withheld: { words: '不公开的理由', hint: '审查的结论和依据；依申请公开的，写明依申请提供', rule: '除依法免予公开的以外，应予公开（A一）' },
  cancelled: { words: '作废原因', hint: '例如重复列入；作废的编号保留，不再使用', rule: '签过的都留着' },
}

/** How an entry may end from where it stands. */
const endingsOf = ({ standing }: PublicationView): PublicationEnding[] => {
  if (standing === 'toTakeDown') return ['takenDown', 'withdrawn']
  if (standing === 'published' || standing === 'takenDown') return ['withdrawn']
  return standing === 'refused' ? ['withheld', 'cancelled'] : ['cancelled']
}

type Typed = { ending: { kind: PublicationEnding | undefined; on: string; cause: WithdrawalCause | undefined; words: string } }

const written = ({ ending: { kind, on, cause, words } }: Typed) =>
  ({
    kind,
    ...(kind === 'takenDown' || kind === 'withdrawn' ? { on } : {}),
    ...(kind === 'withdrawn' ? { cause } : {}),
    words,
  }) as Input<'publication.end'>['ending']

/** F4 登记下网、撤回、不予公开、作废: with the day, the cause and the words of each, signed. */
export const End = ({ of: entry, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const ways = endingsOf(entry)
  const form = useActForm<'publication.end', Typed>('publication.end', {
    start: { ending: { kind: ways.length === 1 ? ways[0] : undefined, on: '', cause: undefined, words: '' } },
    input: (typed) => ({ publication: entry.id, ending: written(typed) }),
    done: onDone,
  })
  const { fields } = form
  const { kind, cause } = fields.watch('ending')
  const words = kind && said[kind]
  const dated = kind === 'takenDown' || kind === 'withdrawn'
  const one = ways.length === 1
  return (
    <Dialog title={`${one && kind ? publicationEndingLabel[kind] : '办结'}　${entry.number}`} width={640}>
      <ActForm of={form} ok="签字" says={words?.rule ?? '签过的都留着'} onClose={onClose} over>
        <p>{entry.title}</p>
        {!one && (
          <PickField
            form={fields}
            name="ending.kind"
            label="怎样办结"
            choices={ways.map((value) => ({ value, label: publicationEndingLabel[value] }))}
            first
            required
          />
        )}
        {kind === 'withdrawn' && (
          <PickField
            form={fields}
            name="ending.cause"
            label="撤回原因"
            choices={WITHDRAWAL_CAUSES.map((value) => ({ value, label: withdrawalCauseLabel[value] }))}
            first={one}
            required
          />
        )}
        {dated && (
          <DayField
            form={fields}
            name="ending.on"
            label={kind === 'takenDown' ? '下网日期' : '撤回日期'}
            day={now.slice(0, 10)}
            first={one && kind === 'takenDown'}
            required
          />
        )}
        <TextField
          form={fields}
          name="ending.words"
          label={words?.words ?? '说明'}
          max={limits.note}
          hint={words?.hint}
          first={one && !dated}
          required
        />
        {kind === 'withdrawn' && cause === 'secret' && (
          <p className="waits">请立即撤下并报告保密员：在“违规遗失”登记，二十四小时内上报（实施条例61）。</p>
        )}
      </ActForm>
    </Dialog>
  )
}
