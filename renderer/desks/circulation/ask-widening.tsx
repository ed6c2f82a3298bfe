import { useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import { limits } from '../../../contract/limits.ts'
import { useQueryOf } from '../../app/client.ts'
import { useMay } from '../../app/session.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { TextField } from '../../components/fields.tsx'
import { ActForm, useActForm } from '../../components/form.tsx'
import { PeopleField } from '../../components/people-field.tsx'
import { SelectField } from '../../components/select-field.tsx'

type Asked = { document: number | undefined; persons: number[]; reason: string }
type Fields = { form: UseFormReturn<Asked> }

const box = { name: 'document', label: '文件', placeholder: '编号、标题、文号的一部分', first: true, required: true } as const
const noSuchDocument = (typed: string) => `没有与“${typed}”相符的文件，请核对编号、标题或文号`

type Document = { id: number; number: string; mark: string; title: string }
const choiceOf = ({ id, number, mark, title }: Document) => ({ value: id, label: `${number}　${mark}　${title}` })

/** From the register, by part of number, title or 文号. */
const FromRegister = ({ form }: Fields) => {
  const [text, setText] = useState('')
  const found = useQueryOf('documents.list', { text, limit: 20 }, { keep: true })
  return <SelectField {...box} form={form} choices={(found.data?.rows ?? []).map(choiceOf)} onSought={setText} unknown={noSuchDocument} />
}

/** A 科室 does not read the register: it asks for what it holds to read. */
const FromHeld = ({ form }: Fields) => {
  const held = useQueryOf('circulation.mine', {})
  const items = (held.data?.rows ?? []).flatMap((row) => row.items)
  const documents = [...new Map(items.map((item) => [item.document.id, item.document])).values()]
  return (
    <SelectField
      {...box}
      form={form}
      choices={documents.map(choiceOf)}
      unknown={noSuchDocument}
      hint="手中传阅夹里的文件；手中没有的，请保密员代为申请"
    />
  )
}

type Props = { /** Documents it can only be about: those of an open folder. */ among?: readonly Document[]; onClose: () => void }

/** 申请扩大知悉范围 of one document to named people (F1(4)c). */
export const AskWidening = ({ among, onClose }: Props) => {
  const may = useMay()
  const only = among?.length === 1 ? among[0]?.id : undefined
  const form = useActForm<'circulation.requestWidening', Asked>('circulation.requestWidening', {
    start: { document: only, persons: [], reason: '' },
    input: ({ document, ...typed }) => ({ document: document as number, ...typed }),
    done: onClose,
  })
  const { fields } = form
  return (
    <Dialog title="申请扩大知悉范围">
      <ActForm of={form} ok="申请" says="F1(4)c 未经批准不得扩大知悉范围" onClose={onClose} over>
        {among ? (
          <SelectField {...box} form={fields} choices={among.map(choiceOf)} unknown={noSuchDocument} />
        ) : may('documents.list') ? (
          <FromRegister form={fields} />
        ) : (
          <FromHeld form={fields} />
        )}
        <PeopleField form={fields} name="persons" label="增加知悉人员" many required />
        <TextField form={fields} name="reason" label="理由" max={limits.note} required />
      </ActForm>
    </Dialog>
  )
}
