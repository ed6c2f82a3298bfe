import type { DocumentView } from '../../../contract/documents.ts'
import { limits } from '../../../contract/fields.ts'
import { LEVELS, type Level, levelLabel } from '../../../contract/terms.ts'
import { useSession } from '../../app/session.tsx'
import { ChoiceField, DayField, PeopleField, TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeriodFields, periodOf, type PeriodTyped, periodStart } from './period-fields.tsx'

type Props = { of: DocumentView; onClose: () => void }

const Correct = ({ of: document, onClose }: Props) => {
  const { title, symbol, sender, madeOn } = document.particulars
  const form = useActForm<'documents.correct', { reason: string; changes: { title: string; symbol: string; sender: string; madeOn: string } }>(
    'documents.correct',
    {
      start: { reason: '', changes: { title, symbol: symbol ?? '', sender, madeOn } },
      input: ({ reason, changes }) => ({ document: document.id, reason, changes: { ...changes, symbol: changes.symbol.trim() || null } }),
      done: onClose,
    },
  )
  const { fields } = form
  return (
    <ActForm of={form} ok="更正" onClose={onClose}>
      <TextField form={fields} name="changes.title" label="标题" max={limits.title} first required />
      <TextField form={fields} name="changes.symbol" label="来文字号" max={limits.symbol} />
      <TextField form={fields} name="changes.sender" label="来文机关" max={limits.unit} required />
      <DayField form={fields} name="changes.madeOn" label="成文日期" required />
      <TextField form={fields} name="reason" label="更正原因" max={limits.note} required hint="原登记保留，更正另成一条记录" />
    </ActForm>
  )
}

const ChangeLevel = ({ of: document, onClose }: Props) => {
  const { level: station } = useSession()
  const form = useActForm<'documents.changeLevel', PeriodTyped & { notice: { issuer: string; symbol: string; date: string } }>(
    'documents.changeLevel',
    {
      start: { ...periodStart, level: document.level, notice: { issuer: document.sender, symbol: '', date: '' } },
      input: (typed) => ({ document: document.id, level: typed.level, period: periodOf(typed), notice: typed.notice }),
      done: onClose,
    },
  )
  const { fields } = form
  const levels = LEVELS.slice(0, LEVELS.indexOf(station) + 1) as readonly Level[]
  return (
    <ActForm of={form} ok="变更" onClose={onClose}>
      <TextField form={fields} name="notice.issuer" label="通知机关" max={limits.unit} first required />
      <TextField form={fields} name="notice.symbol" label="通知文号" max={limits.symbol} required hint="没有变更通知不得改动密级和期限（F1(3)a）" />
      <DayField form={fields} name="notice.date" label="通知日期" required />
      <ChoiceField form={fields} name="level" label="变更为" choices={levels.map((value) => ({ value, label: levelLabel[value] }))} />
      <PeriodFields form={fields as never} />
    </ActForm>
  )
}

const SetScope = ({ of: document, onClose }: Props) => {
  const form = useActForm<'documents.setScope', { scope: number[] }>('documents.setScope', {
    start: { scope: [] },
    input: ({ scope }) => ({ document: document.id, scope }),
    done: onClose,
  })
  return (
    <ActForm of={form} ok="核定" onClose={onClose}>
      <PeopleField form={form.fields} name="scope" label="知悉范围" many first required hint="核定后未经批准不得扩大（F1(4)c）" />
    </ActForm>
  )
}

const Widen = ({ of: document, onClose }: Props) => {
  const form = useActForm<'circulation.requestWidening', { persons: number[]; reason: string }>('circulation.requestWidening', {
    start: { persons: [], reason: '' },
    input: (typed) => ({ document: document.id, ...typed }),
    done: onClose,
  })
  return (
    <ActForm of={form} ok="报批" onClose={onClose}>
      <PeopleField form={form.fields} name="persons" label="增加人员" many first required />
      <TextField form={form.fields} name="reason" label="事由" max={limits.note} required hint="由分管领导或组长审批（F1(4)c）" />
    </ActForm>
  )
}

const Finish = ({ of: document, onClose }: Props) => {
  const form = useActForm<'documents.finish', { result: string }>('documents.finish', {
    start: { result: '' },
    input: ({ result }) => ({ document: document.id, result }),
    done: onClose,
  })
  return (
    <ActForm of={form} ok="办结" onClose={onClose}>
      <TextField form={form.fields} name="result" label="办理结果" max={limits.note} first required />
    </ActForm>
  )
}

const forms: Record<string, (props: Props) => React.JSX.Element> = {
  'documents.correct': Correct,
  'documents.changeLevel': ChangeLevel,
  'documents.setScope': SetScope,
  'circulation.requestWidening': Widen,
  'documents.finish': Finish,
}

/** The small form of one act on a document. */
export const DocumentAct = ({ call, ...props }: Props & { call: string }) => {
  const Form = forms[call]
  return Form ? <Form {...props} /> : null
}
