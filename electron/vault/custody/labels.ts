import { createHash } from 'node:crypto'
import type { Clause } from '../../../contract/clauses.ts'
import { checksOut, LABEL_CODE, RUN_TOGETHER } from '../../../contract/labels.ts'
import type { CopyState, MediumState } from '../../../contract/terms.ts'
import { plain, plainNumber } from '../documents/numbers.ts'
import { refuse } from '../door/refuse.ts'
import type { Read } from '../door/unit.ts'

/** What a label is stuck on, by its first digit. */
const KINDS = { copy: '1', medium: '2' } as const
export type LabelKind = keyof typeof KINDS

/** What a typed or scanned text means: one copy, wherever it is. */
export type CopyMeant = { id: number; number: string; document: number; state: CopyState }

/** For what step something was typed or scanned: the rule that is quoted when no copy is meant, and the field of the input. */
export type Asked = { clause: Clause; field: string }

const UNITS = 100_000
const ID_DIGITS = 8

/** The five digits of a vault: by them another unit's label is told from ours. */
const unitDigits = (vault: string): string =>
  String(createHash('sha256').update(`mijuan/label/${vault}`).digest().readUInt32BE() % UNITS).padStart(5, '0')

/** The two check digits of ISO 7064 MOD 97-10: they find every single wrong digit and every two that changed places. */
const checkDigits = (payload: string): string => String(98 - ((Number(payload) * 100) % 97)).padStart(2, '0')

/** 标签码: `1` of a copy or `2` of a carrier, the unit's five digits, eight of the thing, two to check. Below 2⁵³, and 8 pairs for Code 128 C. */
export const labelCode = (vault: string, id: number, kind: LabelKind = 'copy'): string => {
  const payload = `${KINDS[kind]}${unitDigits(vault)}${String(id).padStart(ID_DIGITS, '0')}`
  return `${payload}${checkDigits(payload)}`
}

/** This vault's own name, from which its labels have their unit digits. */
export const vaultOf = (read: Read): string => read.get<{ vault: string }>('SELECT vault FROM office WHERE id = 1')?.vault ?? ''

type Named = { kind: LabelKind; id: number }

/** What a text is as a label: ours with what it names, another unit's, misread, two at once; null when it is none. */
const labelIn = (read: Read, text: string): Named | 'foreign' | 'misread' | 'twice' | null => {
  if (RUN_TOGETHER.test(text)) return 'twice'
  if (!LABEL_CODE.test(text)) return null
  if (!checksOut(text)) return 'misread'
  if (text.slice(1, 6) !== unitDigits(vaultOf(read))) return 'foreign'
  return { kind: text.startsWith(KINDS.medium) ? 'medium' : 'copy', id: Number(text.slice(6, 14)) }
}

const COPY = 'SELECT id, number, document, state FROM copy'

const label = '实施条例27'
/** A label that cannot be gone on with, each with its own word. */
const noLabel = {
  foreign: (field: string) => refuse('rule.forbids', '这不是本单位的标签。来文请先签收登记；误收的请退回原单位。', { clause: label, field }),
  misread: (field: string) => refuse('input.format', '标签没有读全或读错了，校验位不符。请重新扫描。', { clause: label, field }),
  medium: (field: string) =>
    refuse('rule.forbids', '这是载体的标签，这里收的是文件的份。载体的领用、归还在“载体设备”办理。', { clause: label, field }),
  copy: (field: string) => refuse('rule.forbids', '这是文件的份的标签，这里收的是载体。请扫描载体上的标签。', { clause: label, field }),
  twice: (field: string) => refuse('input.duplicate', '几张标签连成了一行。请逐张扫描。', { clause: label, field }),
} as const

/** The paper of a destroyed copy is not to be met with any more (实施条例28). */
const refuseDestroyed = ({ number, state }: CopyMeant, field: string): void => {
  if (state === 'destroyed')
    refuse('state.forbids', `${number}已经销毁，不应再有这一份。请扣下这份文件，报告保密工作负责人查明。`, { clause: '实施条例28', field })
}

/** What the label that was scanned names, where it is one of `kind`; null when the text is no label. */
const namedIn = (read: Read, typed: string, kind: LabelKind, field: string): number | null => {
  const found = labelIn(read, plain(typed))
  if (found === null) return null
  if (typeof found === 'string') return noLabel[found](field)
  return found.kind === kind ? found.id : noLabel[found.kind](field)
}

/** The copy whose label was scanned, also one that should not be met with any more. */
const anyLabelled = (read: Read, typed: string, field: string): CopyMeant | null => {
  const copy = namedIn(read, typed, 'copy', field)
  if (copy === null) return null
  return (
    read.get<CopyMeant>(`${COPY} WHERE id = ?`, copy) ??
    refuse('input.unknownRecord', '标签是本单位的，但台账上没有这一份。请核对份上的编号，查明后重打标签。', { clause: label, field })
  )
}

/** The copy that lies before somebody who counts, by its number or label, whatever the ledger says of it; null when the ledger does not know it. Refused where a label is not ours or was misread. */
export const copyBefore = (read: Read, typed: string, field: string): CopyMeant | null =>
  anyLabelled(read, typed, field) ?? read.get<CopyMeant>(`${COPY} WHERE number = ?`, plainNumber(typed)) ?? null

/**
 * The copy whose label was scanned; null when the text is no label. Refused, each in its own words: another unit's label, a misread one, several
 * read as one, a carrier's, one that no copy has, and that of a copy that was destroyed.
 */
export const copyLabelled = (read: Read, typed: string, field: string): CopyMeant | null => {
  const copy = anyLabelled(read, typed, field)
  if (copy) refuseDestroyed(copy, field)
  return copy
}

/** The number that was typed or scanned, in its standard form: of a label its copy's, refused like `copyLabelled`; else the text as it stands. */
export const numberMeant = (read: Read, typed: string, field: string): string => copyLabelled(read, typed, field)?.number ?? plainNumber(typed)

/**
 * The one copy that was typed or scanned, its number in any of its forms or its label. Refused when there is none, and when it was destroyed:
 * then nobody can have it in their hands.
 */
export const copyMeant = (read: Read, typed: string, { clause, field }: Asked): CopyMeant => {
  const scanned = copyLabelled(read, typed, field)
  if (scanned) return scanned
  const copy =
    read.get<CopyMeant>(`${COPY} WHERE number = ?`, plainNumber(typed)) ??
    refuse('input.unknownRecord', '台账上没有这个编号，请核对份上的编号，重新扫描或输入。', { clause, field })
  refuseDestroyed(copy, field)
  return copy
}

type MediumMeant = { id: number; number: string; state: MediumState }

/**
 * The carrier or device whose label was scanned; null when the text is no label. Refused, each in its own words, like a copy's: another unit's,
 * a misread one, several read as one, that of a copy, one that the ledger does not know, and that of a carrier that was destroyed.
 */
export const mediumLabelled = (read: Read, typed: string, field: string): MediumMeant | null => {
  const id = namedIn(read, typed, 'medium', field)
  if (id === null) return null
  const medium =
    read.get<MediumMeant>('SELECT id, number, state FROM medium WHERE id = ?', id) ??
    refuse('input.unknownRecord', '标签是本单位的，但载体台账上没有这一件。请核对载体上的编号，查明后重打标签。', { clause: label, field })
  if (medium.state === 'destroyed')
    refuse('state.forbids', `${medium.number}已经销毁，不应再有这一件。请扣下，报告保密工作负责人查明。`, { clause: '实施条例28', field })
  return medium
}

/** The number that was typed or scanned where copies and carriers are counted together (实施条例28). */
export const itemNumberMeant = (read: Read, typed: string, field: string): string => {
  const found = labelIn(read, plain(typed))
  const isCarrier = found !== null && typeof found !== 'string' && found.kind === 'medium'
  return isCarrier ? (mediumLabelled(read, typed, field)?.number ?? typed) : numberMeant(read, typed, field)
}
