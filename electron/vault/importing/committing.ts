import type { Output } from '../../../contract/index.ts'
import { bookOf, enter } from '../documents/intake.ts'
import { markOf } from '../documents/marking.ts'
import { copyNumber } from '../documents/numbers.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { canonicalJson, sha256 } from '../storage/bytes.ts'
import type { Ledger } from './chosen.ts'
import { type Judging, type Ready, stampOf } from './judging.ts'

/** What is right of a whole dry run; refused while it goes on, while a row is faulty and nobody said that only the others are wanted, and when the register changed since. */
const refuseUnready = (work: Work, judging: Judging, faultless: boolean): void => {
  if (!judging.done) refuse('state.conflict', '核对还没有完成。请等它结束，再导入。', { clause: 'F1(1)b', field: 'file' })
  if (judging.stamp !== stampOf(work))
    refuse('state.conflict', '核对之后登记簿或保密箱又有变动，核对结果不再作准。请重新核对，再导入。', { clause: 'F1(1)b', field: 'file' })
  if (judging.counts.faulty > 0 && !faultless)
    refuse('rule.forbids', `有${judging.counts.faulty}行有误，没有导入。请照原件改好后重新选择文件；或写明只导入无误的行。`, {
      clause: 'F1(1)b',
      field: 'faultless',
    })
  if (judging.ready.length === 0) refuse('rule.forbids', '没有可以登记的行，没有导入。', { clause: 'F1(1)b', field: 'file' })
}

/** The number of each paper and of its copies, gap-free, in the order of the ledger; 内部事项 have a series of their own (F1(1)b, F1(3)c). */
const numbered = (work: Work, ready: readonly Ready[]) => {
  const isInternal = ({ registration }: Ready) => bookOf(registration.level) === 'internal'
  const internal = work.numbers('backfillInternal', ready.filter(isInternal).length)[Symbol.iterator]()
  const classified = work.numbers('backfill', ready.length - ready.filter(isInternal).length)[Symbol.iterator]()
  return ready.map((paper) => {
    const number = (isInternal(paper) ? internal : classified).next().value as string
    const { counted } = paper.registration
    return { paper, number, copyNumbers: Array.from({ length: counted }, (_, index) => copyNumber(number, index, counted)) }
  })
}
type Numbered = ReturnType<typeof numbered>[number]

const receivedOf = ({ registration: { envelope } }: Ready): string => (envelope as { receivedAt: string }).receivedAt

/** What is signed of all papers together: a line for each, its words left out. */
const digestOf = (papers: readonly Numbered[]): string => {
  const lines = papers.map(({ paper, number, copyNumbers }) =>
    canonicalJson({
      number,
      copies: copyNumbers,
      copyNos: paper.registration.copyNos,
      mark: markOf(paper.registration.level, paper.registration.period),
      receivedAt: receivedOf(paper),
    }),
  )
  return sha256(Buffer.from(lines.join('\n'))).toString('hex')
}

/** One 补封 for all papers of a day: the old ledger knows the day on which they came, not their letters. */
const insertEnvelopes = (work: Work, number: string, papers: readonly Numbered[], signature: number): Map<string, number> => {
  const days = [...new Set(papers.map(({ paper }) => receivedOf(paper)))].sort()
  const numbers = work.numbers('backfillEnvelope', days.length)
  const by = work.asking.person.id
  const row = { envelope_no: number, sender: '原台账', received_by: by, seal_intact: 1, seal_note: '补录，原台账未载密封情况', personal_for: null }
  const opened = { state: 'registered', opened_at: work.now.toISOString(), opened_by: by, receive_signature: signature }
  return new Map(days.map((day, index) => [day, work.insert('envelope', { number: numbers[index] as string, ...row, received_at: day, ...opened })]))
}

/**
 * Registers what a dry run found right, in this one act or not at all: as 补录 with its source, under one signature of the 保密员 over every number, mark
 * and day (F1(1)a, F1(1)b). Everything slow was made ready before.
 */
export const commitLedger = (work: Work, ledger: Ledger, faultless: boolean): Output<'importing.commit'> => {
  const { trying } = ledger
  if (!trying) return refuse('state.conflict', '还没有核对。请先核对，再导入。', { clause: 'F1(1)b', field: 'file' })
  const { sheet, judging } = trying
  refuseUnready(work, judging, faultless)
  const number = work.number('import')
  work.about(number)
  const papers = numbered(work, judging.ready)
  const digest = digestOf(papers)
  const { register: entered, known, gone, faulty } = judging.counts
  const copies = papers.reduce((sum, { copyNumbers }) => sum + copyNumbers.length, 0)
  const counts = { rows: judging.total, entered, known, gone, faulty, documents: papers.length, copies }
  const signature = work.sign(work.me(), 'import', { import: number, source: ledger.file, papers: digest, ...counts })
  const at = work.now.toISOString()
  const { kind, columns } = judging.reading
  const source = { file_name: ledger.fileName, digest: ledger.file, bytes: ledger.bytes, sheet: ledger.sheets[sheet]?.name ?? null }
  const said = { kind, ...source, columns: canonicalJson(columns), ...counts, papers: digest }
  const id = work.insert('import', { number, ...said, by_person: work.asking.person.id, at, signature })
  const envelopes = insertEnvelopes(work, number, papers, signature)
  for (const { paper, number: own, copyNumbers } of papers) {
    const { registration, finished, boxes, words, oldNumber, receivedOn, lines } = paper
    const under = { number: own, copyNumbers, envelope: envelopes.get(receivedOf(paper)) as number, signature }
    const { document } = enter(work, registration, { ...under, finished, boxes, words })
    work.insert('import_document', { import: id, document, old_number: oldNumber, lines: JSON.stringify(lines), received_on: receivedOn })
  }
  work.note({ rows: judging.total, documents: papers.length, copies, ...(faulty > 0 ? { leftOut: faulty } : {}) })
  return { id, number, documents: papers.length, copies, first: papers[0]?.number ?? '', last: papers.at(-1)?.number ?? '' }
}
