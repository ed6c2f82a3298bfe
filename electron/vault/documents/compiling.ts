import type { Parsed } from '../../../contract/index.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { compiledFrom, compiledOf } from './compilations.ts'
import { currentOf, newVersion } from './correction.ts'
import { type DocumentBase, documentById } from './document.ts'
import { insertCopies, particularsRow } from './intake.ts'
import { expiryOf, inherited, markOf, type Marked, refuseAboveStation } from './marking.ts'
import { copyNumber } from './numbers.ts'
import { isInScope } from './scope.ts'

/** A source as the making of a 汇编 names it. */
export type Source = Marked & { number: string; document: number; mark: string }
type Compiled = { title: string; reproduction: { id: number; number: string }; sources: readonly Source[]; count: number }

/** Who is in the 知悉范围 of every one of them, in the order of the first. */
const knowingAll = (read: Read, sources: readonly Source[]): number[] =>
  read
    .all<{ person: number }>('SELECT person FROM in_scope AS scope WHERE document = ? ORDER BY scope.id', sources[0]?.document ?? 0)
    .map(({ person }) => person)
    .filter((person) => sources.every(({ document }) => isInScope(read, document, person)))

/**
 * Puts a 汇编 into its register, with one custody item for each copy: level and period are the highest and the longest of its sources, its 知悉范围 is
 * whoever is in all of theirs (实施条例27 不得改变密级、期限和知悉范围). Refused when nobody is.
 */
export const registerCompiled = (work: Work, { title, reproduction, sources, count }: Compiled) => {
  const scope = knowingAll(work.read, sources)
  if (scope.length === 0)
    refuse('rule.forbids', '没有人同时在各来源的知悉范围内，不能汇编。请先申请扩大知悉范围。', { clause: 'F1(4)c', field: 'reproduction' })
  const madeOn = work.wall.slice(0, 10)
  const { level, period } = inherited(sources, madeOn)
  refuseAboveStation(level, work.settings.level)
  const number = work.number('compiled')
  const numbers = Array.from({ length: count }, (_, index) => copyNumber(number, index, count))
  const paper = { title, sender: work.settings.unit, urgency: 'ordinary', madeOn, copyBan: false, level, period: period ?? undefined } as const
  const row = particularsRow(work, paper)
  const from = sources.map((source) => ({ number: source.number, mark: source.mark }))
  const signed = { document: number, reproduction: reproduction.number, sources: from, copies: numbers, mark: row.mark }
  const next = (work.read.get<{ id: number }>('SELECT coalesce(max(id), 0) + 1 AS id FROM particulars') as { id: number }).id
  const document = work.insert('document', {
    register: 'compiled',
    year: Number(work.wall.slice(0, 4)),
    number,
    envelope: null,
    reproduction: reproduction.id,
    listed: 0,
    counted: 0,
    discrepancy_note: null,
    registered_by: work.asking.person.id,
    register_signature: work.sign(work.me(), 'register', signed),
    state: 'registered',
    current: next,
    level,
    copies: count,
  })
  work.insert('particulars', { id: next, document, version: 1, cause: 'registration', ...row })
  const copies = insertCopies(work, document, numbers, { kind: 'compilation', reproduction: reproduction.id })
  for (const person of scope) work.insert('scope', { document, person, widening: null, at: work.now.toISOString() })
  work.index('document', document, [title, null, number, work.settings.unit])
  work.about(number)
  return { document, copies }
}

/**
 * What a notice raised of a source is raised of every 汇编 that it went into, by the same notice: a 汇编 never bears less than what is in it (F1(3)a,
 * 实施条例27). What is lowered of a source lowers nothing else.
 */
export const raiseCompiled = (work: Work, source: DocumentBase, notice: Parsed<'documents.changeLevel'>['notice']): void => {
  for (const { id } of compiledOf(work.read, source.id)) {
    const compiled = documentById(work.read, id)
    const before = currentOf(work, compiled)
    const madeOn = String(before.made_on)
    const own = {
      level: before.level as Marked['level'],
      period: before.period === null ? null : (JSON.parse(String(before.period)) as Marked['period']),
      declassified: Number(before.declassified),
      madeOn,
    }
    const raised = compiledFrom(work.read, id).filter(({ document }) => document === source.id)
    const { level, period } = inherited([own, ...raised], madeOn)
    const mark = markOf(level, period)
    if (mark === before.mark || (own.declassified === 1 && level === 'internal')) continue
    work.about(compiled.number)
    newVersion(work, compiled, before, {
      level,
      period: period ? JSON.stringify(period) : null,
      mark,
      expires_on: expiryOf(level, period ?? undefined, madeOn),
      declassified: 0,
      cause: 'levelChange',
      reason: `随来源${source.number}变更`,
      notice: JSON.stringify(notice),
    })
  }
}
