import type { Path, UseFormReturn } from 'react-hook-form'
import type { ApplicationVersion } from '../../../contract/disclosure-views.ts'
import { limits } from '../../../contract/limits.ts'
import {
  APPLICANT_KINDS,
  type ApplicantKind,
  applicantKindLabel,
  EVIDENCES,
  type Evidence,
  evidenceLabel,
  OBTAINED_BY,
  type ObtainedBy,
  obtainedByLabel,
  PERSON_EVIDENCES,
  PROVIDED_AS,
  type ProvidedAs,
  providedAsLabel,
} from '../../../contract/terms.ts'
import { TextField } from '../../components/fields.tsx'
import { ParagraphsField } from '../../components/paragraphs-field.tsx'
import { PickField } from '../../components/pick-field.tsx'

/** What an application says of itself, as it is typed. */
export type ApplicationTyped = {
  applicant: {
    kind: ApplicantKind | undefined
    name: string
    agent: string
    evidence: Evidence | undefined
    evidenceNo: string
    telephone: string
    address: string
    email: string
  }
  content: string
  providedAs: ProvidedAs | undefined
  obtainedBy: ObtainedBy | undefined
}

export const emptyApplication: ApplicationTyped = {
  applicant: { kind: undefined, name: '', agent: '', evidence: undefined, evidenceNo: '', telephone: '', address: '', email: '' },
  ...{ content: '', providedAs: undefined, obtainedBy: undefined },
}

/** The application as it stands: the form of what a 补正 brings begins with it. */
export const applicationAfter = (last: ApplicationVersion): ApplicationTyped => ({
  applicant: {
    ...{ kind: last.kind, name: last.name, agent: last.agent ?? '', evidence: last.evidence ?? undefined, evidenceNo: last.evidenceNo ?? '' },
    ...{ telephone: last.telephone ?? '', address: last.address ?? '', email: last.email ?? '' },
  },
  ...{ content: last.content, providedAs: last.providedAs ?? undefined, obtainedBy: last.obtainedBy ?? undefined },
})

const forPerson = (evidence: Evidence) => PERSON_EVIDENCES.some((one) => one === evidence)

/** By what an applicant of this kind shows who they are. */
const evidencesOf = (kind: ApplicantKind | undefined): readonly Evidence[] =>
  kind === undefined ? EVIDENCES : EVIDENCES.filter((evidence) => forPerson(evidence) === (kind === 'person'))

/** What is typed, as the vault takes it; what was not said is left out. */
export const applicationWritten = ({ applicant, content, providedAs, obtainedBy }: ApplicationTyped) => {
  const { kind, evidence, ...said } = applicant
  return {
    applicant: { ...said, kind: kind as ApplicantKind, ...(evidence && evidencesOf(kind).includes(evidence) ? { evidence } : {}) },
    content,
    ...(providedAs ? { providedAs } : {}),
    ...(obtainedBy ? { obtainedBy } : {}),
  }
}

type Props<F extends ApplicationTyped> = { form: UseFormReturn<F>; first?: boolean }

/** The boxes of an application, in the order of the 登记表. */
export const ApplicationBoxes = <F extends ApplicationTyped>({ form, first = false }: Props<F>) => {
  const at = (name: string) => name as unknown as Path<F>
  const kind = form.watch(at('applicant.kind')) as ApplicantKind | undefined
  return (
    <>
      <PickField
        form={form}
        name={at('applicant.kind')}
        label="申请人类别"
        choices={APPLICANT_KINDS.map((value) => ({ value, label: applicantKindLabel[value] }))}
        first={first}
        required
      />
      <TextField
        form={form}
        name={at('applicant.name')}
        label={kind === undefined || kind === 'person' ? '姓名' : '名称'}
        max={limits.applicant}
        hint="照身份证明填写"
        required
      />
      <TextField
        form={form}
        name={at('applicant.agent')}
        label={kind === undefined || kind === 'person' ? '代理人' : '经办人、代理人'}
        max={limits.applicant}
        hint="没有的不填"
      />
      <PickField
        form={form}
        name={at('applicant.evidence')}
        label="身份证明"
        choices={evidencesOf(kind).map((value) => ({ value, label: evidenceLabel[value] }))}
        hint="没有提供的不选，登记以前要求补正（条例29、30）"
      />
      <TextField form={form} name={at('applicant.evidenceNo')} label="证件号码" max={limits.identity} />
      <TextField form={form} name={at('applicant.telephone')} label="联系电话" max={limits.symbol} />
      <TextField form={form} name={at('applicant.address')} label="通信地址" max={limits.note} />
      <TextField form={form} name={at('applicant.email')} label="电子邮箱" max={limits.note} />
      <ParagraphsField
        form={form}
        name={at('content')}
        label="所需信息"
        max={limits.content}
        hint="名称、文号或者便于查询的其他特征，照申请表填写；用途不再要求（条例29）"
        required
      />
      <PickField
        form={form}
        name={at('providedAs')}
        label="提供形式"
        choices={PROVIDED_AS.map((value) => ({ value, label: providedAsLabel[value] }))}
      />
      <PickField
        form={form}
        name={at('obtainedBy')}
        label="获取方式"
        choices={OBTAINED_BY.map((value) => ({ value, label: obtainedByLabel[value] }))}
      />
    </>
  )
}
