/** 纸质签补录: what was signed on paper is entered by a 保密员 and listed until whoever signed it signs for it at the screen. */
import type { LegView, SheetView, WideningView } from '../../../contract/circulation-views.ts'
import { limits } from '../../../contract/limits.ts'
import { APPROVING_ROLES, wideningStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { ChoiceField, TextField } from '../../components/fields.tsx'
import { useActForm } from '../../components/form.tsx'
import { PaperForm } from '../../components/paper-form.tsx'
import { SelectField } from '../../components/select-field.tsx'

type Props = { sheet: SheetView; leg: LegView; onDone: () => void; onClose: () => void }
const ofReader = { signer: '阅文人', clause: 'F1(2)c', paper: '传阅单' } as const

/** The folder went out against a signature on paper: where it is read, and the minute that stands on the paper. */
export const HandOutOnPaper = ({ sheet, leg, place, places, onDone, onClose }: Props & { place: string; places: readonly string[] }) => {
  const form = useActForm<'circulation.handOutOnPaper', { place: string; signedAt: string }>('circulation.handOutOnPaper', {
    start: { place, signedAt: '' },
    input: (typed) => ({ leg: leg.id, ...typed }),
    done: onDone,
  })
  return (
    <PaperForm {...ofReader} title={`签收　${sheet.folder}（${sheet.copies} 份）　${leg.reader.name}`} form={form} onClose={onClose}>
      <SelectField form={form.fields} name="place" label="阅处地点" choices={places.map((one) => ({ value: one, label: one }))} required />
    </PaperForm>
  )
}

/** The reader signed 阅 on the paper: the minute, and the opinion word for word. */
export const SignOnPaper = ({ sheet, leg, opinion, onDone, onClose }: Props & { opinion: string }) => {
  const form = useActForm<'circulation.signOnPaper', { opinion: string; signedAt: string }>('circulation.signOnPaper', {
    start: { opinion, signedAt: '' },
    input: (typed) => ({ leg: leg.id, ...typed }),
    done: onDone,
  })
  return (
    <PaperForm {...ofReader} title={`阅签　${sheet.folder}　${leg.reader.name}`} form={form} onClose={onClose}>
      <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="照传阅单上写的抄录，没有的留空" />
    </PaperForm>
  )
}

type Decided = { approver: number | undefined; decision: 'approved' | 'rejected' | undefined; opinion: string; signedAt: string }

/** A leader decided on paper: who, when, what, word for word (F1(4)c). */
export const DecideOnPaper = ({ widening, onClose }: { widening: WideningView; onClose: () => void }) => {
  const people = useQueryOf('people.choose', {})
  const leaders = (people.data?.rows ?? []).filter(({ roles }) => APPROVING_ROLES.some((role) => roles.includes(role)))
  const form = useActForm<'circulation.decideWideningOnPaper', Decided>('circulation.decideWideningOnPaper', {
    start: { approver: undefined, decision: undefined, opinion: '', signedAt: '' },
    input: ({ approver, decision, ...typed }) => ({
      widening: widening.id,
      approver: approver as number,
      approve: decision === 'approved',
      ...typed,
    }),
    boxes: { approve: 'decision' },
    done: onClose,
  })
  return (
    <PaperForm title={`审批扩大知悉范围　${widening.number}`} form={form} signer="审批人" clause="F1(4)c" paper="审批件" onClose={onClose}>
      <p>
        <span className="figures">{widening.document.number}</span>　增加知悉人员：
        <strong>{widening.persons.map(({ name }) => name).join('、')}</strong>
      </p>
      <SelectField
        form={form.fields}
        name="approver"
        label="审批人"
        choices={leaders.map(({ id, name, department }) => ({ value: id, label: name, beside: department }))}
        required
      />
      <ChoiceField
        form={form.fields}
        name="decision"
        label="审批结果"
        choices={(['approved', 'rejected'] as const).map((value) => ({ value, label: wideningStateLabel[value] }))}
        required
      />
      <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint="照审批件上写的抄录；不批准的必填" />
    </PaperForm>
  )
}
