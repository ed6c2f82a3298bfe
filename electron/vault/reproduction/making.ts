import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, madeWord, reproductionKindLabel, reproductionStateLabel } from '../../../contract/terms.ts'
import { registerCompiled } from '../documents/compiling.ts'
import { insertCopies } from '../documents/intake.ts'
import { madeNumber } from '../documents/numbers.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { askedFacts, reproductionById, type ReproductionRecord, type Source, sourcesOf } from './records.ts'

/** Whether approved copies may not be made any more: the day after 有效期 has come. */
export const isExpired = ({ state, valid_until }: Pick<ReproductionRecord, 'state' | 'valid_until'>, wall: string): boolean =>
  state === 'approved' && valid_until !== null && wall.slice(0, 10) > valid_until

const no = (message: string, clause: 'F1(5)a' | 'F1(5)b' | 'F1(5)d', field: string) => refuse('rule.forbids', message, { clause, field })

/** Each original lies in the box, is not banned from copying, and its 原定密机关 has agreed if it is 绝密 by now (F1(5)a, domain 3.2). */
const refuseBadOriginal = ({ number, documentNumber, copyBan, archiving, state, level, consent }: Source) => {
  if (copyBan === 1) no(`${documentNumber}标有“不得翻印复印”，不得复制、摘抄、汇编。`, 'F1(5)a', 'reproduction')
  if (archiving !== null) no(`${number}已经归档，不再复制。需要使用的，请办理查阅、借用。`, 'F1(5)d', 'reproduction')
  if (state !== 'inBox') no(`${number}现为“${copyStateLabel[state]}”，请收回核对后再复制。`, 'F1(5)d', 'reproduction')
  if (level === 'topSecret' && consent === null)
    no(`${documentNumber}批准以后变更为绝密，没有原定密机关的同意，不得复制。请重新申请。`, 'F1(5)a', 'reproduction')
}

const refuseBadMaking = (work: Work, asked: ReproductionRecord, sources: readonly Source[], input: Parsed<'reproduction.make'>) => {
  if (asked.state !== 'approved')
    refuse('state.forbids', `复制申请现为“${reproductionStateLabel[asked.state]}”，批准以后才能复制，且只登记一次。`, {
      clause: 'F1(5)a',
      field: 'reproduction',
    })
  if (isExpired(asked, work.wall)) no(`批准的有效期到${asked.valid_until}为止，已经过期。仍需复制的，请重新申请。`, 'F1(5)a', 'reproduction')
  const approved = asked.approved ?? 0
  if (input.count > approved) no(`超过批准份数：批准${approved}份，登记${input.count}份。多出的不得留存，请按规定销毁并如实说明。`, 'F1(5)b', 'count')
  if (!input.stamped) no(`${reproductionKindLabel[asked.kind]}件须加盖戳记后登记。`, 'F1(5)d', 'stamped')
  for (const source of sources) refuseBadOriginal(source)
}

/** The numbers of new items: they run on over all that was made of one document. */
const nextNumbers = (work: Work, { document, documentNumber }: Source, kind: keyof typeof madeWord, count: number): string[] => {
  const last = work.read.get<{ n: number }>('SELECT count(*) AS n FROM copy WHERE document = ? AND kind = ?', document, kind)?.n ?? 0
  return Array.from({ length: count }, (_, index) => madeNumber(documentNumber, madeWord[kind], last + index + 1))
}

/** What is made of one paper: more custody items of its own document, so that level, period and scope are those of it (F1(5)d). */
const makeCopies = (work: Work, asked: ReproductionRecord, kind: keyof typeof madeWord, count: number) => {
  const [source] = sourcesOf(work.read, asked.id) as [Source, ...Source[]]
  const copies = insertCopies(work, source.document, nextNumbers(work, source, kind, count), { kind, reproduction: asked.id })
  const document = work.read.get<{ copies: number }>('SELECT copies FROM document WHERE id = ?', source.document)
  work.change('document', source.document, { copies: (document?.copies ?? 0) + copies.length })
  return { document: source.document, copies }
}

/** 复制登记: each item gets its number and lies in the box; a 汇编 is a document of its own (F1(5)d, 实施条例27). */
export const make = (work: Work, input: Parsed<'reproduction.make'>): Output<'reproduction.make'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const sources = sourcesOf(work.read, asked.id)
  work.about(asked.number, ...sources.map(({ documentNumber }) => documentNumber))
  refuseBadMaking(work, asked, sources, input)
  const { kind, title } = asked
  const { document, copies } =
    kind === 'compilation'
      ? registerCompiled(work, { title: title ?? '', reproduction: asked, sources, count: input.count })
      : makeCopies(work, asked, kind, input.count)
  const numbers = copies.map(({ number }) => number)
  const facts = { ...askedFacts(asked, sources), numbers, copier: input.copier, stamped: true }
  work.move(reproductionLifecycle, asked.id, 'made', {
    made: copies.length,
    copier: input.copier,
    made_at: work.now.toISOString(),
    make_signature: work.sign(work.me(), 'make', facts),
  })
  work.about(...numbers)
  return { id: asked.id, document, copies: copies.map(({ id, number }) => ({ id, number })) }
}
