import type { Output, Parsed } from '../../../contract/index.ts'
import {
  type CopyState,
  copyStateLabel,
  type DisposalKind,
  GONE_STATES,
  type HoldKind,
  HOLDS_AGAINST_RETURN,
  holdKindLabel,
} from '../../../contract/terms.ts'
import { putBack } from '../custody/moves.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { digestOfWords } from '../storage/bytes.ts'

type Standing = { id: number; kind: HoldKind; reason: string }

/** Whether a hold keeps a copy from this end: what the issuer wants back is returned all the same. */
const isAgainst = (kind: HoldKind, disposal: DisposalKind): boolean =>
  disposal === 'destruction' || (HOLDS_AGAINST_RETURN as readonly HoldKind[]).includes(kind)

const words = ({ kind, reason }: Pick<Standing, 'kind' | 'reason'>): string => `${holdKindLabel[kind]}：${reason}`

const standingOn = (read: Read, copy: number): Standing[] =>
  read.all<Standing>('SELECT id, kind, reason FROM hold WHERE copy = ? AND lifted_at IS NULL ORDER BY id', copy)

type Due = { id: number; returnBy: string | null }

/** Why a copy goes back to its issuer, in words: by a hold, or without one by the day of 清退 that the issuer set; null when it need not (实施条例27). */
export const wantedBack = (read: Read, { id, returnBy }: Due): string | null => {
  const hold = standingOn(read, id).find(({ kind }) => kind === 'mustReturn')
  if (hold) return words(hold)
  return returnBy === null ? null : `${holdKindLabel.mustReturn}：应于${returnBy}前清退`
}

/**
 * What keeps a copy from this end, in words, with the hold it stands on; null when nothing does. What its issuer wants back is not destroyed: it goes
 * back (实施条例27).
 */
export const heldAgainst = (read: Read, copy: Due, disposal: DisposalKind): { why: string; hold: number | null } | null => {
  const hold = standingOn(read, copy.id).find(({ kind }) => isAgainst(kind, disposal))
  if (hold) return { why: words(hold), hold: hold.id }
  const why = disposal === 'destruction' ? wantedBack(read, copy) : null
  return why === null ? null : { why, hold: null }
}

type Held = { id: number; document: number; number: string; state: CopyState }

/** Takes the copy off every open list that the hold is against, once and for good; what was 已列销毁 goes back into the box. */
const leaveLists = (work: Work, copy: Held, hold: Standing): string[] => {
  const withheld = { withheld: words(hold), hold: hold.id }
  const lists = isAgainst(hold.kind, 'return')
    ? work.read.all<{ item: number; number: string }>(
        `SELECT i.id AS item, l.number FROM return_item AS i JOIN return_list AS l ON l.id = i.return_list
         WHERE i.copy = ? AND i.withheld IS NULL AND i.withdrawn IS NULL AND l.state IN ('listed','approved')`,
        copy.id,
      )
    : []
  for (const { item } of lists) work.change('return_item', item, withheld)
  const batches = work.read.all<{ item: number; number: string }>(
    `SELECT i.id AS item, d.number FROM destruction_item AS i JOIN destruction AS d ON d.id = i.destruction
     WHERE i.copy = ? AND i.withheld IS NULL AND d.state IN ('draft','counted','toApprove','toSend','sent')`,
    copy.id,
  )
  for (const { item } of batches) work.change('destruction_item', item, withheld)
  if (copy.state === 'toDestroy') putBack(work, [copy])
  return [...lists, ...batches].map(({ number }) => number)
}

/** 留用登记 of one copy, signed. What is 已销毁, 已清退, 遗失损毁 cannot be kept any more. */
export const hold = (work: Work, input: Parsed<'disposal.hold'>): Output<'disposal.hold'> => {
  const copy =
    work.read.get<Held>('SELECT id, document, number, state FROM copy WHERE id = ?', input.copy) ??
    refuse('input.unknownRecord', '没有这一份，请从台账中选择。', { field: 'copy' })
  work.about(copy.number)
  if ((GONE_STATES as readonly CopyState[]).includes(copy.state))
    refuse('state.forbids', `${copy.number}现为“${copyStateLabel[copy.state]}”，已不在本单位，不能留用。`, { clause: '实施条例28', field: 'copy' })
  if (work.read.get('SELECT 1 FROM hold WHERE copy = ? AND kind = ? AND lifted_at IS NULL', copy.id, input.kind))
    refuse('input.duplicate', `${copy.number}已登记${holdKindLabel[input.kind]}。`, { clause: '实施条例28', field: 'kind' })
  const facts = { copy: copy.number, kind: input.kind, reason: digestOfWords(input.reason) }
  const id = work.insert('hold', {
    copy: copy.id,
    kind: input.kind,
    reason: input.reason,
    by_person: work.asking.person.id,
    at: work.now.toISOString(),
    signature: work.sign(work.me(), 'hold.set', facts),
  })
  const left = leaveLists(work, copy, { id, kind: input.kind, reason: input.reason })
  work.about(...left)
  return { id, left }
}

/** 解除留用, signed. The lists that the copy left do not get it back. */
export const release = (work: Work, input: Parsed<'disposal.release'>): Output<'disposal.release'> => {
  const standing =
    work.read.get<{ id: number; kind: HoldKind; number: string; lifted_at: string | null }>(
      'SELECT hold.id, hold.kind, copy.number, lifted_at FROM hold JOIN copy ON copy.id = hold.copy WHERE hold.id = ?',
      input.hold,
    ) ?? refuse('input.unknownRecord', '没有这项留用，请从列表中选择。', { field: 'hold' })
  work.about(standing.number)
  if (standing.lifted_at !== null) refuse('state.forbids', '这项留用已经解除。', { clause: '实施条例28', field: 'hold' })
  const facts = { copy: standing.number, kind: standing.kind, reason: digestOfWords(input.reason) }
  work.change('hold', standing.id, {
    lifted_at: work.now.toISOString(),
    lifted_by: work.asking.person.id,
    lift_reason: input.reason,
    lift_signature: work.sign(work.me(), 'hold.lift', facts),
  })
  return { id: standing.id }
}
