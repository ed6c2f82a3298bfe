import type { Output, Parsed } from '../../../contract/index.ts'
import { type CopyState, copyStateLabel, UNAVAILABLE_STATES } from '../../../contract/terms.ts'
import { isInScope, refuseStranger } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { nameOf } from '../people/names.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { recipientsOf, reproductionById, type ReproductionRecord, type Source, sourceById } from './records.ts'

type Asked = Pick<Parsed<'reproduction.request'>, 'kind' | 'extent' | 'recipients' | 'place' | 'consent'>

/** Refuses what may not be copied whoever asks: marked 不得翻印复印, itself a copy, lost (F1(5)a, domain 4). */
const refuseBadSource = (source: Source) => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: 'F1(5)a', field: 'source' })
  if (source.kind !== 'original') no(`${source.number}是复制件，视同原件管理，不得再复制。确需增加份数的，请就原件另行申请。`)
  if (source.copyBan === 1) no(`${source.documentNumber}标有“不得翻印复印”，不得复制、摘抄。确有需要的，请商制发机关另行提供。`)
  if (source.archiving !== null) no(`${source.number}已经归档，不再复制、摘抄。需要使用的，请办理查阅、借用。`)
  if ((UNAVAILABLE_STATES as readonly CopyState[]).includes(source.state)) no(`${source.number}现为“${copyStateLabel[source.state]}”，不能申请复制。`)
}

/** 绝密: not copied unless the 原定密机关 or the one above it agreed (domain 3.2). For others a consent is no box to fill. */
const refuseBadConsent = (work: Work, { level, madeOn, documentNumber }: Source, consent: Asked['consent']) => {
  const field = 'consent'
  if (level === 'topSecret' && !consent)
    refuse('rule.forbids', `${documentNumber}为绝密件，复制、摘抄须经原定密机关或其上级机关同意。请填写同意的机关、文号和日期。`, {
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
export const refuseOutside = (read: Read, source: Source, recipients: readonly number[]): void => {
  if (new Set(recipients).size < recipients.length) refuse('input.duplicate', '分发对象有重复，请核对。', { clause: 'F1(5)b', field: 'recipients' })
  for (const [index, person] of recipients.entries()) {
    const field = `recipients.${index}`
    refuseStranger(read, person, field)
    if (!isInScope(read, source.document, person))
      refuse('rule.forbids', `${nameOf(read, person)}不在${source.documentNumber}的知悉范围内，复制件不得发给。请先申请扩大知悉范围。`, {
        clause: 'F1(4)c',
        field,
      })
  }
}

/** All that a request must meet, when it is asked and again when it goes on. */
const refuseBadRequest = (work: Work, source: Source, { kind, extent, recipients, place, consent }: Asked) => {
  refuseBadSource(source)
  if (kind === 'extract' && !extent) refuse('input.missing', '摘抄的，请写明摘抄的范围，如第几页第几段。', { clause: 'F1(5)a', field: 'extent' })
  if (kind === 'copy' && extent) refuse('input.unknownField', '只有摘抄填写摘抄范围。', { clause: 'F1(5)a', field: 'extent' })
  refuseBadConsent(work, source, consent)
  refuseBadPlace(work, place)
  refuseOutside(work.read, source, recipients)
}

/** The person the request is for: whoever asks, or, keyed in by an officer, one within the scope of the paper. */
const applicantOf = (work: Work, source: Source, applicant: number | undefined): number => {
  const me = work.asking.person.id
  const officer = work.asking.roles.includes('officer')
  if (applicant === undefined || applicant === me) {
    if (!officer && source.holder !== me)
      refuse('session.role', '只能就本人手中的份申请复制。手中没有的，请保密员代为录入。', { clause: 'F1(5)a', field: 'source' })
    return me
  }
  if (!officer) refuse('session.role', '只有保密员可以代他人录入申请。', { clause: 'F1(5)a', field: 'applicant' })
  refuseStranger(work.read, applicant, 'applicant')
  if (!isInScope(work.read, source.document, applicant))
    refuse('rule.forbids', `${nameOf(work.read, applicant)}不在${source.documentNumber}的知悉范围内，不能申请复制。`, {
      clause: '保密法21',
      field: 'applicant',
    })
  return applicant
}

/** 申请复制 of one numbered original (F1(5)a). */
export const request = (work: Work, input: Parsed<'reproduction.request'>): Output<'reproduction.request'> => {
  const source = sourceById(work.read, input.source)
  work.about(source.documentNumber)
  const applicant = applicantOf(work, source, input.applicant)
  refuseBadRequest(work, source, input)
  const number = work.number('reproduction')
  const department = work.read.get<{ department: string }>('SELECT department FROM person WHERE id = ?', applicant)?.department ?? ''
  const id = work.insert('reproduction', {
    number,
    kind: input.kind,
    source: source.id,
    extent: input.extent ?? null,
    applicant,
    department,
    entered_by: work.asking.person.id,
    entered_at: work.now.toISOString(),
    asked: input.asked,
    purpose: input.purpose,
    recipients: JSON.stringify(input.recipients),
    place: input.place,
    consent: input.consent ? JSON.stringify(input.consent) : null,
    state: 'draft',
  })
  if (input.submit) work.move(reproductionLifecycle, id, 'toSection')
  work.about(number, source.number)
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
  const source = sourceById(work.read, asked.source)
  work.about(asked.number, source.documentNumber)
  refuseNotMine(work, asked)
  work.move(reproductionLifecycle, asked.id, 'toSection')
  refuseBadRequest(work, source, {
    kind: asked.kind,
    extent: asked.extent ?? undefined,
    recipients: recipientsOf(asked),
    place: asked.place,
    consent: asked.consent === null ? undefined : JSON.parse(asked.consent),
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
