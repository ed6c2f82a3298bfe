import type { DocumentView } from '../../../contract/documents-views.ts'
import { limits } from '../../../contract/limits.ts'
import { copyBanLabel, URGENCIES, type Urgency, urgencyLabel } from '../../../contract/terms.ts'
import { CheckField, ChoiceField, DayField, TextField } from '../../components/fields.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { ChangeLevel, Declassify, ReviewExpiry } from './period-acts.tsx'
import { symbolWritten } from './written.ts'

type Props = { of: DocumentView; onClose: () => void }

type Corrected = {
  reason: string
  changes: {
    title: string
    symbol: string
    sender: string
    attachments: string
    urgency: Urgency
    madeOn: string
    addressee: string
    handledBy: string
    returnBy: string
    copyBan: boolean
    remarks: string
  }
}

/** An empty box is an empty record. */
const orNull = (text: string) => text.trim() || null

const Correct = ({ of: document, onClose }: Props) => {
  const { title, sender, urgency, madeOn, symbol, attachments, addressee, handledBy, returnBy, copyBan, remarks } = document.particulars
  const may = { symbol, attachments, addressee, handledBy, returnBy, remarks }
  const written = Object.fromEntries(Object.entries(may).map(([name, text]) => [name, text ?? ''])) as Record<keyof typeof may, string>
  const form = useActForm<'documents.correct', Corrected>('documents.correct', {
    start: { reason: '', changes: { title, sender, urgency, madeOn, copyBan, ...written } },
    input: ({ reason, changes }) => ({
      document: document.id,
      reason,
      changes: {
        ...changes,
        symbol: orNull(symbolWritten(changes.symbol)),
        attachments: orNull(changes.attachments),
        addressee: orNull(changes.addressee),
        handledBy: orNull(changes.handledBy),
        returnBy: orNull(changes.returnBy),
        remarks: orNull(changes.remarks),
      },
    }),
    done: onClose,
  })
  const { fields } = form
  return (
    <ActForm of={form} ok="更正" onClose={onClose} says="原登记保留，更正另成一条记录">
      <TextField form={fields} name="changes.title" label="标题" max={limits.title} rows={2} first required />
      <TextField form={fields} name="changes.symbol" label="来文字号" max={limits.symbol} />
      <TextField form={fields} name="changes.sender" label="来文机关" max={limits.unit} required />
      <DayField form={fields} name="changes.madeOn" label="成文日期" required />
      <ChoiceField
        form={fields}
        name="changes.urgency"
        label="紧急程度"
        choices={URGENCIES.map((value) => ({ value, label: urgencyLabel[value] }))}
      />
      <TextField form={fields} name="changes.attachments" label="附件" max={limits.note} />
      <TextField form={fields} name="changes.addressee" label="主送" max={limits.unit} />
      <TextField form={fields} name="changes.handledBy" label="承办单位" max={limits.department} />
      <DayField form={fields} name="changes.returnBy" label="清退日期" />
      <CheckField form={fields} name="changes.copyBan" label="翻印复印" says={copyBanLabel} />
      <TextField form={fields} name="changes.remarks" label="备注" max={limits.note} />
      <TextField form={fields} name="reason" label="更正原因" max={limits.note} required />
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

const NarrowScope = ({ of: document, onClose }: Props) => {
  const form = useActForm<'documents.narrowScope', { persons: number[]; reason: string }>('documents.narrowScope', {
    start: { persons: [], reason: '' },
    input: (typed) => ({ document: document.id, ...typed }),
    done: onClose,
  })
  return (
    <ActForm of={form} ok="移出" onClose={onClose}>
      <PeopleField form={form.fields} name="persons" label="移出人员" many only={document.scope.map(({ id }) => id)} first required />
      <TextField form={form.fields} name="reason" label="原因" max={limits.note} required hint="误列或不再需要知悉的移出；以前的阅文记录保留" />
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
    <ActForm of={form} ok="申请" onClose={onClose}>
      <PeopleField form={form.fields} name="persons" label="增加知悉人员" many first required />
      <TextField form={form.fields} name="reason" label="理由" max={limits.note} required hint="由分管领导或组长审批（F1(4)c）" />
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
  'documents.declassify': Declassify,
  'documents.reviewExpiry': ReviewExpiry,
  'documents.setScope': SetScope,
  'documents.narrowScope': NarrowScope,
  'circulation.requestWidening': Widen,
  'documents.finish': Finish,
}

/** The small form of one act on a document. */
export const DocumentAct = ({ call, ...props }: Props & { call: string }) => {
  const Form = forms[call]
  return Form ? <Form {...props} /> : null
}
