import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, type DisposalKind, type MediumState, mediumStateLabel } from '../../../contract/terms.ts'
import { putAway } from '../custody/moves.ts'
import { plain } from '../documents/numbers.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { listForDestruction } from '../media/moves.ts'
import { heldAgainst, wantedBack } from './holds.ts'
import { CANDIDATE, CANDIDATE_FROM, type Candidate, clauseOf, refuseReturn } from './records.ts'

const candidateById = (read: Read, id: number, field: string): Candidate =>
  read.get<Candidate>(`SELECT ${CANDIDATE} FROM copy ${CANDIDATE_FROM} WHERE copy.id = ?`, id) ??
  refuse('input.unknownRecord', '没有这一份，请从在箱的份中选择。', { field })

/** Only what lies in the box and whose document is 办结, and on one list only (实施条例27, 28). */
const refuseBadCandidate = (copy: Candidate, kind: DisposalKind, field: string): void => {
  const clause = clauseOf[kind]
  if (copy.state !== 'inBox') refuse('state.forbids', `${copy.number}现为“${copyStateLabel[copy.state]}”，不在箱，不能列入。`, { clause, field })
  if (copy.documentState !== 'finished') refuse('rule.forbids', `${copy.documentNumber}尚未办结，办结以后才能清退、销毁。`, { clause, field })
  if (copy.onList !== null) refuse('state.conflict', `${copy.number}已列入${copy.onList}，请先办完或取出。`, { clause, field })
  if (kind === 'return' && copy.register === 'compiled')
    refuse('rule.forbids', `${copy.number}是本单位的汇编件，没有制发机关可以清退。不再需要的，请列入销毁。`, { clause, field })
}

/** What was taken off a list of 清退 comes back on it only as it could be listed now, and not while a hold keeps it (实施条例27). */
export const refuseUnlistable = (read: Read, id: number, field: string): void => {
  const copy = candidateById(read, id, field)
  refuseBadCandidate(copy, 'return', field)
  const held = heldAgainst(read, copy, 'return')
  if (held) refuseReturn(`${copy.number}取出以后登记了${held.why}，不再加回本清单。要清退的，解除留用以后另行列入。`, field)
}

/** What goes back to its issuer is not archived: no way leads back from there (实施条例27). */
export const refuseReturning = (read: Read, id: number, field: string): void => {
  const copy = candidateById(read, id, field)
  if (copy.onList !== null)
    refuse('state.conflict', `${copy.number}已列入${copy.onList}，归档以后不能清退。不退的，请先从清单取出。`, { clause: '实施条例27', field })
  const why = wantedBack(read, copy)
  if (why !== null) refuseReturn(`${copy.number}是${why}，归档以后不能清退。请列入清退；制发机关不再要求的，先更正清退日期、解除留用。`, field)
}

/** 清退 is to one issuer: the 来文机关 of the first is that of all. */
const refuseOtherIssuer = (copies: readonly Candidate[]) => {
  const [first] = copies as [Candidate, ...Candidate[]]
  const other = copies.findIndex(({ sender }) => plain(sender) !== plain(first.sender))
  if (other > 0)
    refuse('rule.forbids', `${copies[other]?.number}的来文机关与${first.number}的不同。一份清单清退给一个制发机关，请分别拟制。`, {
      clause: '实施条例27',
      field: `copies.${other}`,
    })
}

type MediumRecord = { id: number; number: string; state: MediumState }
type Chosen = { copy: Candidate; held: ReturnType<typeof heldAgainst> }

const listReturn = (work: Work, chosen: readonly Chosen[], reason: string) => {
  const number = work.number('return')
  const head = { number, issuer: (chosen[0] as Chosen).copy.sender, reason, state: 'listed' }
  const id = work.insert('return_list', { ...head, begun_by: work.asking.person.id, begun_at: work.now.toISOString() })
  for (const { copy, held } of chosen)
    work.insert('return_item', { return_list: id, copy: copy.id, withheld: held?.why ?? null, hold: held?.hold ?? null })
  return { id, number }
}

const listDestruction = (work: Work, chosen: readonly Chosen[], media: readonly MediumRecord[], reason: string) => {
  const number = work.number('destruction')
  const { id: begun_by, department } = work.asking.person
  const id = work.insert('destruction', { number, department, reason, begun_by, begun_at: work.now.toISOString(), state: 'draft' })
  for (const { copy, held } of chosen)
    work.insert('destruction_item', { destruction: id, copy: copy.id, medium: null, withheld: held?.why ?? null, hold: held?.hold ?? null })
  for (const { id: medium } of media) work.insert('destruction_item', { destruction: id, copy: null, medium })
  putAway(
    work,
    chosen.filter(({ held }) => held === null).map(({ copy }) => copy),
    'toDestroy',
  )
  listForDestruction(
    work,
    media.map((medium) => medium.id),
  )
  return { id, number }
}

/** Only what was taken out of use is destroyed; it goes back to nobody (F2(2)). */
const mediaChosen = (work: Work, kind: DisposalKind, ids: readonly number[]): MediumRecord[] => {
  const media = ids.map((id, index) => {
    const medium =
      work.read.get<MediumRecord>('SELECT id, number, state FROM medium WHERE id = ?', id) ??
      refuse('input.unknownRecord', '没有这件载体设备，请从停用待销毁的中选择。', { field: `media.${index}` })
    work.about(medium.number)
    if (medium.state !== 'retired')
      refuse('state.forbids', `${medium.number}现为“${mediumStateLabel[medium.state]}”，停用以后才能列入销毁。`, {
        clause: '实施条例28',
        field: `media.${index}`,
      })
    return medium
  })
  if (kind === 'return' && media.length > 0)
    refuse('rule.forbids', '载体设备没有制发机关，不清退；停用的列入销毁。', { clause: '实施条例27', field: 'media' })
  return media
}

/** The copies to be listed, in the order of their numbers, each with what keeps it back. */
const copiesChosen = (work: Work, kind: DisposalKind, ids: readonly number[]): Chosen[] => {
  const copies = ids.map((id, index) => candidateById(work.read, id, `copies.${index}`)).sort((one, other) => one.id - other.id)
  work.about(...copies.map(({ number }) => number))
  for (const copy of copies) refuseBadCandidate(copy, kind, `copies.${ids.indexOf(copy.id)}`)
  if (kind === 'return' && copies.length > 0) refuseOtherIssuer(copies)
  return copies.map((copy) => ({ copy, held: heldAgainst(work.read, copy, kind) }))
}

/** 拟制: a list of 清退 or a batch of 销毁. What is on hold is taken up as withheld: it is on the list, and does not go. */
export const propose = (work: Work, { kind, copies: ids, media: mediumIds, reason }: Parsed<'disposal.propose'>): Output<'disposal.propose'> => {
  const clause = clauseOf[kind]
  if (ids.length + mediumIds.length === 0) refuse('input.missing', '请加入要列入的份。', { clause, field: 'copies' })
  for (const [field, all] of [
    ['copies', ids],
    ['media', mediumIds],
  ] as const)
    if (new Set(all).size < all.length) refuse('input.duplicate', '同一份列了两次，请核对。', { clause, field })
  const chosen = copiesChosen(work, kind, ids)
  const media = mediaChosen(work, kind, mediumIds)
  if (media.length === 0 && chosen.every(({ held }) => held !== null))
    refuse('rule.forbids', '所选各份都在留用，没有可以列入的。确需列入的，请先说明理由解除留用。', { clause, field: 'copies' })
  const { id, number } = kind === 'return' ? listReturn(work, chosen, reason) : listDestruction(work, chosen, media, reason)
  work.about(number)
  const withheld = chosen.flatMap(({ copy, held }) => (held ? [{ number: copy.number, why: held.why }] : []))
  return { id, number, items: chosen.length + media.length, withheld }
}
