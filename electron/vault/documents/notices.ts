import type { Period } from '../../../contract/fields.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { Level } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Row, Work } from '../door/unit.ts'
import { compiledFrom, refuseBelowSources } from './compilations.ts'
import { raiseCompiled } from './compiling.ts'
import { currentOf, newVersion } from './correction.ts'
import { type DocumentBase, documentById } from './document.ts'
import { declassifiedMark, expiryOf, markOf, periodMarked, refuseAboveStation, refuseBadPeriod } from './marking.ts'
import { plain } from './numbers.ts'

type Notice = Parsed<'documents.declassify'>['notice']

/** Who decides on level and period, and since when there is something to decide on: the 来文机关; of a 汇编, whoever made its sources. */
const decidersOn = (work: Work, document: DocumentBase, before: Row): { sender: string; madeOn: string }[] =>
  document.register === 'compiled' ? compiledFrom(work.read, document.id) : [{ sender: String(before.sender), madeOn: String(before.made_on) }]

/**
 * The notice counts: not of tomorrow, not older than the paper, and of its 来文机关; another organ's with the basis on which it may speak, as
 * 上级机关 (F1(3)a, 保密法24).
 */
const refuseBadNotice = (work: Work, document: DocumentBase, before: Row, { issuer, date, basis }: Notice): void => {
  const deciders = decidersOn(work, document, before)
  if (date > work.wall.slice(0, 10)) refuse('input.future', '通知的日期不得晚于今天。', { clause: 'F1(3)a', field: 'notice.date' })
  if (deciders.every(({ madeOn }) => date < madeOn)) refuse('input.range', '通知的日期不得早于成文日期。', { clause: 'F1(3)a', field: 'notice.date' })
  if (!deciders.some(({ sender }) => plain(issuer) === plain(sender)) && !basis)
    refuse('rule.forbids', '密级和期限由来文的制发机关决定。通知由其上级机关等另一机关制发的，请写明依据。', {
      clause: 'F1(3)a',
      field: 'notice.basis',
    })
}

const markedBy = ({ level, period, made_on }: Row) => ({
  level: level as Level,
  period: period === null || period === undefined ? null : (JSON.parse(String(period)) as Period),
  madeOn: String(made_on),
})

/** Marks a paper 已解密, by a notice or by a 期满审核 with its reason; gives the version. Its level stays that of its custody. */
export const markDeclassified = (work: Work, document: DocumentBase, why: { notice: Notice } | { reason: string }): number => {
  const before = currentOf(work, document)
  if (before.level === 'internal') refuse('rule.forbids', '内部事项不属于国家秘密，没有密级可解。', { clause: '保密法22', field: 'document' })
  if (before.declassified === 1) refuse('state.conflict', '本件已经解密。', { clause: '保密法24', field: 'document' })
  if ('notice' in why) refuseBadNotice(work, document, before, why.notice)
  if (document.register === 'compiled')
    refuseBelowSources(work.read, document.id, { ...markedBy(before), declassified: true }, work.wall.slice(0, 10))
  return newVersion(work, document, before, {
    mark: declassifiedMark(String(before.mark)),
    expires_on: null,
    declassified: 1,
    cause: 'declassification',
    ...('notice' in why ? { notice: JSON.stringify(why.notice) } : { reason: why.reason }),
  })
}

/** 变更: level or period on the issuer's notice alone (F1(3)a). Register and number stay; a 汇编 of it is raised with it, never below what its sources bear. */
export const changeLevel = (work: Work, typed: Parsed<'documents.changeLevel'>): Output<'documents.changeLevel'> => {
  const { level, notice } = typed
  const period = periodMarked(level, typed.period)
  const document = documentById(work.read, typed.document)
  work.about(document.number)
  const before = currentOf(work, document)
  const madeOn = String(before.made_on)
  refuseAboveStation(level, work.settings.level)
  refuseBadPeriod(level, period, madeOn)
  refuseBadNotice(work, document, before, notice)
  if (document.register === 'compiled')
    refuseBelowSources(work.read, document.id, { level, period: period ?? null, madeOn, declassified: false }, work.wall.slice(0, 10))
  const mark = markOf(level, period)
  if (mark === before.mark) refuse('input.missing', '密级和期限与现在相同，没有变更。', { clause: 'F1(3)a', field: 'level' })
  const version = newVersion(work, document, before, {
    level,
    period: period ? JSON.stringify(period) : null,
    mark,
    expires_on: expiryOf(level, period, madeOn),
    declassified: 0,
    cause: 'levelChange',
    notice: JSON.stringify(notice),
  })
  raiseCompiled(work, document, notice)
  return { id: document.id, version }
}

/** 解密: on the issuer's notice alone, before the period ends. It is not publication (B1). */
export const declassify = (work: Work, { document: id, notice }: Parsed<'documents.declassify'>): Output<'documents.declassify'> => {
  const document = documentById(work.read, id)
  work.about(document.number)
  return { id: document.id, version: markDeclassified(work, document, { notice }) }
}
