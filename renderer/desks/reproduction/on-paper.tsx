/** 纸质签补录 of a 复制审批单: what stands signed on the printed form is entered by a 保密员 and listed until whoever signed it signs for it at the screen. */
import type { PersonRef } from '../../../contract/fields.ts'
import { limits } from '../../../contract/limits.ts'
import type { ReproductionView } from '../../../contract/reproduction-views.ts'
import { COPY_APPROVING_ROLES, reproductionStateLabel, type Role, SECTION_OPINION_ROLES } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ChoiceField, DayField, NumberField, TextField } from '../../components/fields.tsx'
import { useActForm } from '../../components/form.tsx'
import { PaperForm } from '../../components/paper-form.tsx'
import { SelectField } from '../../components/select-field.tsx'
import type { ActProps } from './acts.tsx'

const onForm = { clause: 'F1(5)a', paper: '复制审批单' } as const
const opinionHint = '照复制审批单上写的抄录；不同意的必填'

/** Whose signature it can be. */
const usePeople = (fits: (person: PersonRef & { roles: readonly Role[] }) => boolean) => {
  const people = useQueryOf('people.choose', {})
  return (people.data?.rows ?? []).filter(fits).map(({ id, name, department }) => ({ value: id, label: name, beside: department }))
}
const has = (roles: readonly Role[], any: readonly Role[]) => any.some((role) => roles.includes(role))

type Opined = { person: number | undefined; agree: 'yes' | 'no' | undefined; opinion: string; signedAt: string }

/** 部门意见 on paper: a colleague of the applicant's department, or the 综办负责人 (F1(5)a). */
export const OpineOnPaper = ({ of: asked, onDone, onClose }: ActProps) => {
  const people = usePeople(
    ({ id, roles, department }) =>
      id !== asked.applicant.id && has(roles, SECTION_OPINION_ROLES) && (roles.includes('officeHead') || department === asked.department),
  )
  const form = useActForm<'reproduction.opineOnPaper', Opined>('reproduction.opineOnPaper', {
    start: { person: undefined, agree: undefined, opinion: '', signedAt: '' },
    input: ({ person, agree, ...typed }) => ({
      reproduction: asked.id,
      person: person as number,
      agree: agree === undefined ? (undefined as never) : agree === 'yes',
      ...typed,
    }),
    done: onDone,
  })
  return (
    <PaperForm {...onForm} title={`部门意见　${asked.number}`} form={form} signer="签署人" onClose={onClose}>
      <SelectField form={form.fields} name="person" label="签署人" choices={people} required />
      <ChoiceField
        form={form.fields}
        name="agree"
        label="部门意见"
        choices={[
          { value: 'yes', label: '同意' },
          { value: 'no', label: '不同意' },
        ]}
        required
      />
      <TextField form={form.fields} name="opinion" label="意见" max={limits.opinion} hint={opinionHint} />
    </PaperForm>
  )
}

type Decided = {
  approver: number | undefined
  approve: 'approved' | 'rejected' | undefined
  approved: number | undefined
  validUntil: string
  opinion: string
  signedAt: string
}

/** The 分管领导 decided on paper: how many, until when; or not, and why (F1(5)a, b). */
export const DecideOnPaper = ({ of: asked, onDone, onClose }: ActProps) => {
  const { now } = useSession()
  const leaders = usePeople(({ id, roles }) => id !== asked.applicant.id && has(roles, COPY_APPROVING_ROLES))
  const form = useActForm<'reproduction.decideOnPaper', Decided>('reproduction.decideOnPaper', {
    start: { approver: undefined, approve: undefined, approved: asked.asked, validUntil: '', opinion: '', signedAt: '' },
    input: ({ approver, approve, approved, validUntil, ...typed }) => ({
      reproduction: asked.id,
      approver: approver as number,
      approve: approve === undefined ? (undefined as never) : approve === 'approved',
      ...(approve === 'approved' ? { approved: approved as number, validUntil: validUntil || undefined } : {}),
      ...typed,
    }),
    done: onDone,
  })
  const { fields } = form
  return (
    <PaperForm {...onForm} title={`审批复制　${asked.number}`} form={form} signer="审批人" onClose={onClose}>
      <SelectField form={fields} name="approver" label="审批人" choices={leaders} required />
      <ChoiceField
        form={fields}
        name="approve"
        label="审批结果"
        choices={(['approved', 'rejected'] as const).map((value) => ({ value, label: reproductionStateLabel[value] }))}
        required
      />
      {fields.watch('approve') === 'approved' && (
        <>
          <NumberField
            form={fields}
            name="approved"
            label="批准份数"
            min={1}
            max={limits.copies}
            unit="份"
            required
            hint={`申请 ${asked.asked} 份；只可少批（F1(5)b）`}
          />
          <DayField form={fields} name="validUntil" label="有效期至" day={now.slice(0, 10)} hint="审批单上没有写的留空，按本单位设置计算" />
        </>
      )}
      <TextField form={fields} name="opinion" label="意见" max={limits.opinion} hint={opinionHint} />
    </PaperForm>
  )
}

type Moved = { of: ReproductionView; person: PersonRef; onDone: () => void; onClose: () => void }

/** The recipient signed for the items on paper (F1(5)d). */
export const IssueOnPaper = ({ of: asked, person, copies, onDone, onClose }: Moved & { copies: number[] }) => {
  const form = useActForm<'reproduction.issueOnPaper', { signedAt: string }>('reproduction.issueOnPaper', {
    start: { signedAt: '' },
    input: (typed) => ({ reproduction: asked.id, person: person.id, copies, ...typed }),
    done: onDone,
  })
  return (
    <PaperForm {...onForm} title={`领取　${asked.number}　${person.name}`} form={form} signer="领取人" onClose={onClose}>
      <p>
        {person.name} 领取 {copies.length} 份。
      </p>
    </PaperForm>
  )
}

/** Whoever held the items signed on paper that they gave them back (F1(5)d). */
export const TakeBackOnPaper = ({ of: asked, person, numbers, onDone, onClose }: Moved & { numbers: string[] }) => {
  const form = useActForm<'reproduction.takeBackOnPaper', { signedAt: string }>('reproduction.takeBackOnPaper', {
    start: { signedAt: '' },
    input: (typed) => ({ reproduction: asked.id, person: person.id, numbers, ...typed }),
    done: onDone,
  })
  return (
    <PaperForm {...onForm} title={`归还　${asked.number}　${person.name}`} form={form} signer="归还人" onClose={onClose}>
      <p>
        {person.name} 归还 {numbers.length} 份。
      </p>
    </PaperForm>
  )
}
