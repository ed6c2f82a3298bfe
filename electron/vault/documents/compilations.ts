import type { Period } from '../../../contract/fields.ts'
import type { DocumentState, Level } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'
import { isGone } from './expiry.ts'
import { expiryOf, inherited, type Marked } from './marking.ts'

/** A document that a 汇编 is made of: the copy that was before them, and what it is marked with now. */
export type CompiledFrom = Marked & {
  document: number
  number: string
  copy: string
  title: string
  sender: string
  mark: string
  state: DocumentState
  expiresOn: string | null
}

type Line = Omit<CompiledFrom, 'period'> & { period: string | null }

/** What a document was compiled of, in the order of the request; nothing of what came in. */
export const compiledFrom = (read: Read, document: number): CompiledFrom[] =>
  read
    .all<Line>(
      `SELECT source.id AS document, source.number, copy.number AS copy, p.title, p.sender, p.mark, p.level, p.period, p.made_on AS madeOn, p.declassified, source.state,
       p.expires_on AS expiresOn FROM document JOIN reproduction_source AS named ON named.reproduction = document.reproduction JOIN copy ON copy.id = named.copy
       JOIN document AS source ON source.id = copy.document JOIN particulars AS p ON p.id = source.current WHERE document.id = ? ORDER BY named.id`,
      document,
    )
    .map(({ period, ...line }) => ({ ...line, period: period === null ? null : (JSON.parse(period) as Period) }))

/** The 汇编 that a document went into. */
export const compiledOf = (read: Read, document: number): { id: number; number: string }[] =>
  read.all<{ id: number; number: string }>(
    `SELECT DISTINCT made.id, made.number FROM copy JOIN reproduction_source AS named ON named.copy = copy.id JOIN document AS made ON made.reproduction = named.reproduction
     WHERE copy.document = ? ORDER BY made.id`,
    document,
  )

/** A source that is still a state secret, as far as anybody here can say: what is gone ends with its last day, since nobody reviews it any more. */
const isSecret = ({ level, declassified, state, expiresOn }: CompiledFrom, today: string): boolean =>
  level !== 'internal' && !declassified && (!isGone(state) || expiresOn === null || expiresOn >= today)

type After = { level: Level; period: Period | null; madeOn: string; declassified: boolean }

/** A 汇编 bears no less than its sources do: its mark is theirs, and is not lowered or ended before them (实施条例27 不得改变密级、期限). */
export const refuseBelowSources = (read: Read, document: number, after: After, today: string): void => {
  const secret = compiledFrom(read, document).filter((source) => isSecret(source, today))
  const least = inherited([after, ...secret], after.madeOn)
  const lastDay = ({ level, period }: Pick<After, 'level' | 'period'>) => expiryOf(level, period ?? undefined, after.madeOn)
  const below = after.declassified ? secret.length > 0 : least.level !== after.level || lastDay(least) !== lastDay(after)
  if (below)
    refuse(
      'rule.forbids',
      `汇编的密级、期限随来源，不得低于来源（${secret.map(({ number, mark }) => `${number} ${mark}`).join('、')}）。请先按通知办理来源的变更、解密。`,
      {
        clause: '实施条例27',
        field: 'document',
      },
    )
}
