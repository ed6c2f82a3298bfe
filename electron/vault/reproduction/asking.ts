import type { Output, Parsed } from '../../../contract/index.ts'
import { copyKindLabel, type CopyState, copyStateLabel, UNAVAILABLE_STATES } from '../../../contract/terms.ts'
import { isInScope, refuseStranger } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { nameOf } from '../people/names.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { recipientsOf, reproductionById, type ReproductionRecord, type Source, sourceById, sourcesOf } from './records.ts'

type Asked = Pick<Parsed<'reproduction.request'>, 'kind' | 'title' | 'extent' | 'recipients' | 'place'>

/** Refuses what may not be copied whoever asks: marked 不得翻印复印, itself a copy, lost (F1(5)a, domain 4). */
const refuseBadSource = (source: Source, field: string) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(5)a', field })
  if (source.kind !== 'original') no(`${source.number}是${copyKindLabel[source.kind]}，视同原件管理，不得再复制。确需增加份数的，请就原件另行申请。`)
  if (source.copyBan === 1) no(`${source.documentNumber}标有“不得翻印复印”，不得复制、摘抄。确有需要的，请商制发机关另行提供。`)
  if (source.archiving !== null) no(`${source.number}已经归档，不再复制、摘抄。需要使用的，请办理查阅、借用。`)
  if ((UNAVAILABLE_STATES as readonly CopyState[]).includes(source.state)) no(`${source.number}现为“${copyStateLabel[source.state]}”，不能申请复制。`)
}

/** 绝密: not copied unless the 原定密机关 or the one above it agreed (domain 3.2). For others a consent is no box to fill. */
const refuseBadConsent = (work: Work, { level, madeOn, documentNumber, consent }: Source, field: string) => {
  if (level === 'topSecret' && !consent)
    refuse('rule.forbids', `${documentNumber}为绝密件，复制、摘抄、汇编须经原定密机关或其上级机关同意。请填写同意的机关、文号和日期。`, {
      clause: 'F1(5)a',
      field,
    })
  if (!consent) return
  if (level !== 'topSecret') refuse('input.unknownField', '只有绝密件填写原定密机关同意。', { clause: 'F1(5)a', field })
  if (consent.date > work.wall.slice(0, 10)) refuse('input.future', '同意的日期不得晚于今天。', { clause: 'F1(5)a', field: `${field}.date` })
  if (consent.date < madeOn) refuse('input.range', '同意的日期不得早于成文日期。', { clause: 'F1(5)a', field: `${field}.date` })
}

const refuseBadPlace = (work: Work, place: string) => {
  if (!work.settings.copyPlaces.includes(place))
    refuse('rule.forbids', `只能在指定地点复制：${work.settings.copyPlaces.join('、')}。严禁到营业性场所复印。`, { clause: 'F1(5)c', field: 'place' })
}

/** 分发对象 stay within the 知悉范围: a copy does not widen it (F1(4)c, 保密法21). */
export const refuseOutside = (read: Read, sources: readonly Source[], recipients: readonly number[]): void => {
  if (new Set(recipients).size < recipients.length) refuse('input.duplicate', '分发对象有重复，请核对。', { clause: 'F1(5)b', field: 'recipients' })
  for (const [index, person] of recipients.entries()) {
    const field = `recipients.${index}`
    refuseStranger(read, person, field)
    const beyond = sources.find(({ document }) => !isInScope(read, document, person))
    if (beyond)
      refuse('rule.forbids', `${nameOf(read, person)}不在${beyond.documentNumber}的知悉范围内，复制件不得发给。请先申请扩大知悉范围。`, {
        clause: 'F1(4)c',
        field,
      })
  }
}

/** A 汇编 is of two or more papers and has a title of its own; anything else is of one (F1(5)a, 实施条例27). */
const refuseBadSources = (sources: readonly Source[], kind: Asked['kind'], title: string | undefined) => {
  const compiles = kind === 'compilation'
  const doubled = sources.findIndex(({ document }, index) => sources.findIndex((other) => other.document === document) < index)
  if (doubled > 0)
    refuse('input.duplicate', `${sources[doubled]?.documentNumber}列了两次，同一文件只列一份。`, {
      clause: 'F1(5)a',
      field: `sources.${doubled}.copy`,
    })
  if (compiles && sources.length < 2)
    refuse('rule.forbids', '汇编的来源应有两份以上，只用一份的请申请复制、摘抄。', { clause: 'F1(5)a', field: 'sources' })
  if (!compiles && sources.length > 1)
    refuse('rule.forbids', '一件申请只复制、摘抄一份原件；几份编在一起的请申请汇编。', { clause: 'F1(5)a', field: 'sources' })
  if (compiles && !title) refuse('input.missing', '汇编的，请写明汇编的标题。', { clause: 'F1(5)a', field: 'title' })
  if (!compiles && title) refuse('input.unknownField', '只有汇编填写标题。', { clause: 'F1(5)a', field: 'title' })
}

/** All that a request must meet, when it is asked and again when it goes on. */
const refuseBadRequest = (work: Work, sources: readonly Source[], { kind, title, extent, recipients, place }: Asked) => {
  for (const [index, source] of sources.entries()) refuseBadSource(source, `sources.${index}.copy`)
  refuseBadSources(sources, kind, title)
  if (kind === 'extract' && !extent) refuse('input.missing', '摘抄的，请写明摘抄的范围，如第几页第几段。', { clause: 'F1(5)a', field: 'extent' })
  if (kind !== 'extract' && extent) refuse('input.unknownField', '只有摘抄填写摘抄范围。', { clause: 'F1(5)a', field: 'extent' })
  for (const [index, source] of sources.entries()) refuseBadConsent(work, source, `sources.${index}.consent`)
  refuseBadPlace(work, place)
  refuseOutside(work.read, sources, recipients)
}

/** The person the request is for: whoever asks, or, keyed in by an officer, one within the scope of the paper. */
const applicantOf = (work: Work, sources: readonly Source[], applicant: number | undefined): number => {
  const me = work.asking.person.id
  const officer = work.asking.roles.includes('officer')
  if (applicant === undefined || applicant === me) {
    const elsewhere = officer ? -1 : sources.findIndex(({ holder }) => holder !== me)
    if (elsewhere >= 0)
      refuse('session.role', '只能就本人手中的份申请复制。手中没有的，请保密员代为录入。', { clause: 'F1(5)a', field: `sources.${elsewhere}.copy` })
    return me
  }
  if (!officer) refuse('session.role', '只有保密员可以代他人录入申请。', { clause: 'F1(5)a', field: 'applicant' })
  refuseStranger(work.read, applicant, 'applicant')
  const beyond = sources.find(({ document }) => !isInScope(work.read, document, applicant))
  if (beyond)
    refuse('rule.forbids', `${nameOf(work.read, applicant)}不在${beyond.documentNumber}的知悉范围内，不能申请复制。`, {
      clause: '保密法21',
      field: 'applicant',
    })
  return applicant
}

/** 申请复制、摘抄 of one numbered original, or 汇编 of several (F1(5)a). */
export const request = (work: Work, input: Parsed<'reproduction.request'>): Output<'reproduction.request'> => {
  const sources = input.sources.map(({ copy, consent = null }, index) => ({ ...sourceById(work.read, copy, `sources.${index}.copy`), consent }))
  work.about(...sources.map(({ documentNumber }) => documentNumber))
  const applicant = applicantOf(work, sources, input.applicant)
  refuseBadRequest(work, sources, input)
  const number = work.number('reproduction')
  const department = work.read.get<{ department: string }>('SELECT department FROM person WHERE id = ?', applicant)?.department ?? ''
  const id = work.insert('reproduction', {
    number,
    kind: input.kind,
    title: input.title ?? null,
    extent: input.extent ?? null,
    applicant,
    department,
    entered_by: work.asking.person.id,
    entered_at: work.now.toISOString(),
    asked: input.asked,
    purpose: input.purpose,
    recipients: JSON.stringify(input.recipients),
    place: input.place,
    state: 'draft',
  })
  for (const { id: copy, consent } of sources)
    work.insert('reproduction_source', { reproduction: id, copy, consent: consent === null ? null : JSON.stringify(consent) })
  if (input.submit) work.move(reproductionLifecycle, id, 'toSection')
  work.about(number, ...sources.map((source) => source.number))
  return { id, number }
}

/** Refuses what only the applicant and whoever keyed it in may do with a request. */
const refuseNotMine = (work: Work, { applicant, entered_by }: ReproductionRecord) => {
  const me = work.asking.person.id
  if (![applicant, entered_by].some((one) => isSamePerson(work.read, one, me)))
    refuse('session.role', '只有申请人和代录的保密员可以提交、作废这件申请。', { clause: 'F1(5)a', field: 'reproduction' })
}

/** Sends a draft on, as things stand now. */
export const submit = (work: Work, input: Parsed<'reproduction.submit'>): Output<'reproduction.submit'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const sources = sourcesOf(work.read, asked.id)
  work.about(asked.number, ...sources.map(({ documentNumber }) => documentNumber))
  refuseNotMine(work, asked)
  work.move(reproductionLifecycle, asked.id, 'toSection')
  refuseBadRequest(work, sources, {
    kind: asked.kind,
    title: asked.title ?? undefined,
    extent: asked.extent ?? undefined,
    recipients: recipientsOf(asked),
    place: asked.place,
  })
  return { id: asked.id }
}

/** 作废, only before the decision. */
export const cancel = (work: Work, input: Parsed<'reproduction.cancel'>): Output<'reproduction.cancel'> => {
  const asked = reproductionById(work.read, input.reproduction)
  work.about(asked.number)
  refuseNotMine(work, asked)
  work.move(reproductionLifecycle, asked.id, 'cancelled', { reason: input.reason, closed_at: work.now.toISOString() })
  return { id: asked.id }
}
