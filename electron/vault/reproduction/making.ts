import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, madeWord, reproductionStateLabel } from '../../../contract/terms.ts'
import { madeNumber } from '../documents/numbers.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { reproductionLifecycle } from './lifecycle.ts'
import { askedFacts, reproductionById, type ReproductionRecord, type Source, sourceById } from './records.ts'

/** Whether approved copies may not be made any more: the day after 有效期 has come. */
export const isExpired = ({ state, valid_until }: Pick<ReproductionRecord, 'state' | 'valid_until'>, wall: string): boolean =>
  state === 'approved' && valid_until !== null && wall.slice(0, 10) > valid_until

const refuseBadMaking = (work: Work, asked: ReproductionRecord, source: Source, input: Parsed<'reproduction.make'>) => {
  const no = (message: string, clause: 'F1(5)a' | 'F1(5)b' | 'F1(5)d', field: string) => refuse('rule.forbids', message, { clause, field })
  if (asked.state !== 'approved')
    refuse('state.forbids', `复制申请现为“${reproductionStateLabel[asked.state]}”，批准以后才能复制，且只登记一次。`, {
      clause: 'F1(5)a',
      field: 'reproduction',
    })
  if (isExpired(asked, work.wall)) no(`批准的有效期到${asked.valid_until}为止，已经过期。仍需复制的，请重新申请。`, 'F1(5)a', 'reproduction')
  const approved = asked.approved ?? 0
  if (input.count > approved) no(`超过批准份数：批准${approved}份，登记${input.count}份。多出的不得留存，请按规定销毁并如实说明。`, 'F1(5)b', 'count')
  if (!input.stamped) no('复制件须加盖戳记后登记。', 'F1(5)d', 'stamped')
  if (source.copyBan === 1) no(`${source.documentNumber}标有“不得翻印复印”，不得复制、摘抄。`, 'F1(5)a', 'reproduction')
  if (source.archiving !== null) no(`${source.number}已经归档，不再复制。需要使用的，请办理查阅、借用。`, 'F1(5)d', 'reproduction')
  if (source.state !== 'inBox') no(`${source.number}现为“${copyStateLabel[source.state]}”，请收回核对后再复制。`, 'F1(5)d', 'reproduction')
}

/** The numbers of new items: they run on over all that was made of one document. */
const nextNumbers = (work: Work, { document, documentNumber }: Source, kind: ReproductionRecord['kind'], count: number): string[] => {
  const last = work.read.get<{ n: number }>('SELECT count(*) AS n FROM copy WHERE document = ? AND kind = ?', document, kind)?.n ?? 0
  return Array.from({ length: count }, (_, index) => madeNumber(documentNumber, madeWord[kind], last + index + 1))
}

/** 复制登记: each item gets its number and lies in the box, level, period and scope being those of its document (F1(5)d). */
export const make = (work: Work, input: Parsed<'reproduction.make'>): Output<'reproduction.make'> => {
  const asked = reproductionById(work.read, input.reproduction)
  const source = sourceById(work.read, asked.source)
  work.about(asked.number, source.documentNumber)
  refuseBadMaking(work, asked, source, input)
  const at = work.now.toISOString()
  const numbers = nextNumbers(work, source, asked.kind, input.count)
  const row = {
    document: source.document,
    copy_no: null,
    kind: asked.kind,
    reproduction: asked.id,
    state: 'inBox',
    holder: null,
    sheet: null,
    since: at,
  }
  const copies = numbers.map((number) => ({ id: work.insert('copy', { number, ...row }), number }))
  const document = work.read.get<{ copies: number }>('SELECT copies FROM document WHERE id = ?', source.document)
  work.change('document', source.document, { copies: (document?.copies ?? 0) + copies.length })
  const facts = { ...askedFacts(asked, source), numbers, copier: input.copier, stamped: true }
  work.move(reproductionLifecycle, asked.id, 'made', {
    made: copies.length,
    copier: input.copier,
    made_at: at,
    make_signature: work.sign(work.me(), 'make', facts),
  })
  work.about(...numbers)
  return { id: asked.id, copies }
}
