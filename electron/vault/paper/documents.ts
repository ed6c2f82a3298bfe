import type { Output, Parsed } from '../../../contract/index.ts'
import type { documentPapers, KnowersPaper, RegisterLine } from '../../../contract/paper.ts'
import { declassifiedRule, particularLabel, registerLabel, type SheetState, sheetStateLabel } from '../../../contract/terms.ts'
import { sheetView } from '../circulation/sheet-view.ts'
import { knowersOf } from '../custody/knowing.ts'
import { documentById } from '../documents/document.ts'
import { personalEnvelope } from '../documents/envelopes.ts'
import { expiryList, MOST_LISTED } from '../documents/expiry-list.ts'
import { highestMark } from '../documents/marking.ts'
import { list } from '../documents/list.ts'
import { versionsOf } from '../documents/versions.ts'
import { wallClock } from '../door/clock.ts'
import type { Desk, Query, Read } from '../door/unit.ts'
import { oldNumberOf } from '../importing/batches.ts'
import { refuse } from '../door/refuse.ts'
import { closedYearOf } from '../years/reading.ts'
import { enteredIn, outgoingMarks } from '../outgoing/reading.ts'
import { frame, withoutBrackets } from './frame.ts'
import { marksOf } from './marks.ts'
import { yearSpan } from './year.ts'

const PAGE = 200

/** 办理情况: the circulation sheets a document was on, and its 办结. */
const handlingOf = (read: Read, document: number): string => {
  const sheets = read.all<{ number: string; state: SheetState }>(
    'SELECT DISTINCT sheet.number, sheet.state FROM copy JOIN sheet_copy ON sheet_copy.copy = copy.id JOIN sheet ON sheet.id = sheet_copy.sheet WHERE copy.document = ? ORDER BY sheet.id',
    document,
  )
  const result = read.get<{ result: string | null }>('SELECT result FROM document WHERE id = ?', document)?.result
  return [...sheets.map(({ number, state }) => `${number}${sheetStateLabel[state]}`), ...(result ? [`办结：${result}`] : [])].join('；')
}

/** `2026年3月11日`, of an instant on the office's wall clock. */
const wallDay = (instant: string) => {
  const [year, month, date] = wallClock(new Date(instant)).slice(0, 10).split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const quoted = (text: string | null) => (text === null ? '空白' : `“${text}”`)

/** By what right a version says otherwise: the notice, the 期满审核, or the reason of a correction. */
const whyChanged = ({ cause, notice, reason, review }: Pick<ReturnType<typeof versionsOf>[number], 'cause' | 'notice' | 'reason' | 'review'>) => {
  if (cause === 'correction') return `更正（${reason ?? ''}）`
  const act = cause === 'declassification' ? '解密' : '变更'
  if (!notice) return `期满审核（${review ?? ''}）${act}`
  return `按${notice.issuer}${notice.symbol}（${notice.date}）${notice.basis ? `（依据：${notice.basis}）` : ''}${act}`
}

/** Each later version in words: why, by what notice, and what it says instead of what. */
const correctionsOf = (versions: ReturnType<typeof versionsOf>) =>
  versions.slice(1).map(({ at, by, cause, notice, reason, review, changes }) => {
    const why = whyChanged({ cause, notice, reason, review })
    const what = changes.map(({ field, before, after }) => `${particularLabel[field]}由${quoted(before)}改为${quoted(after)}`).join('，')
    return `${wallDay(at)} ${by} ${why}：${what}${cause === 'declassification' ? `。${declassifiedRule}` : ''}`
  })

const allRows = (query: Query, filter: Pick<Parsed<'documents.list'>, 'register' | 'year' | 'level'>) => {
  const rows: Output<'documents.list'>['rows'] = []
  for (let after: number | undefined; ; ) {
    const page = list(query, { ...filter, after, skip: 0, limit: PAGE })
    rows.push(...page.rows)
    if (page.next === null) return rows.reverse()
    after = page.next
  }
}

/** One row of the 收文登记簿 with all its boxes. */
export const registerLine = (read: Read, row: Output<'documents.list'>['rows'][number]): RegisterLine => {
  const versions = versionsOf(read, row.id)
  const more = read.get<{ listed: number; counted: number; receivedBy: string; note: string | null }>(
    'SELECT listed, counted, discrepancy_note AS note, person.name AS receivedBy FROM document JOIN envelope ON envelope.id = envelope JOIN person ON person.id = received_by WHERE document.id = ?',
    row.id,
  )
  return {
    ...row,
    particulars: versions.at(-1) as RegisterLine['particulars'],
    counted: more?.counted ?? row.copies,
    copyNos: read
      .all<{ copy_no: string | null }>('SELECT copy_no FROM copy WHERE document = ? ORDER BY id', row.id)
      .flatMap(({ copy_no }) => copy_no ?? []),
    receivedBy: more?.receivedBy ?? '',
    oldNumber: oldNumberOf(read, row.id),
    handling: handlingOf(read, row.id),
    filing: read.all<RegisterLine['filing'][number]>(
      'SELECT DISTINCT volume, day FROM copy JOIN archiving ON archiving.id = archiving WHERE copy.document = ? ORDER BY archiving.id',
      row.id,
    ),
    discrepancy: more?.note ? `清单${more.listed}份，实点${more.counted}份：${more.note}` : null,
    corrections: correctionsOf(versions),
  }
}

/** The closing that stands on a bound book; a year that is not closed is not bound: its register may still grow (F1(1)b). */
const closedFor = ({ read }: Query, year: number) =>
  closedYearOf(read, year) ??
  refuse('rule.forbids', `${year}年度还没有关账，不能装订成册。请先办理年度关账，或者只打印登记簿。`, { clause: 'F1(1)b', field: 'year' })

/** A document as a sheet of its own names it. */
const documentNamed = (read: Read, id: number): KnowersPaper['document'] => ({
  id: documentById(read, id).id,
  ...(read.get(
    `SELECT document.number, p.title, p.symbol, p.sender, p.level, p.mark FROM document JOIN particulars AS p ON p.id = document.current WHERE document.id = ?`,
    id,
  ) as Omit<KnowersPaper['document'], 'id'>),
})

/** What 收文登记 and 传阅 print. */
export const documentPapersDesk: Desk<typeof documentPapers> = {
  'paper.register': (work, { register, year, level, bound }) => {
    const closed = bound ? closedFor(work, year) : null
    const lines = allRows(work, { register, year, level }).map((row) => registerLine(work.read, row))
    const mark = highestMark(lines.map(({ particulars }) => particulars))
    return {
      frame: frame(work, { form: 'register', about: `${registerLabel[register]}${year}`, fileStem: `${registerLabel[register]}-${year}`, ...mark }),
      register,
      year,
      lines,
      bound: closed,
    }
  },
  'paper.expiry': (work, { year }) => {
    const { covered: _now, beyond, ...listed } = expiryList(work, { year }, MOST_LISTED)
    if (beyond > 0)
      refuse('rule.forbids', `清单有${MOST_LISTED + beyond}件，一次最多打印${MOST_LISTED}件。请先对届满较早的文件作期满审核，或导出Excel。`, {
        clause: '保密法24',
        field: 'year',
      })
    const marks = highestMark(
      marksOf(
        work.read,
        listed.lines.map(({ id }) => id),
      ),
    )
    return { frame: frame(work, { form: 'expiry', about: `期满解密清单${year}`, fileStem: `期满解密清单-${year}`, ...marks }), ...listed }
  },
  'paper.knowers': (work, { document: id }) => {
    const document = documentNamed(work.read, id)
    const { number } = document
    const print = {
      form: 'knowers',
      about: number,
      fileStem: `知悉人员登记-${withoutBrackets(number)}`,
      ...highestMark(marksOf(work.read, [id])),
    } as const
    return { frame: frame(work, print), document, knowers: knowersOf(work.read, id) }
  },
  'paper.outgoing': (work, { year }) => {
    const lines = enteredIn(work.read, yearSpan(year))
    const marks = highestMark([
      ...outgoingMarks(work.read, lines),
      ...marksOf(
        work.read,
        lines.map(({ document }) => document.id),
      ),
    ])
    return { frame: frame(work, { form: 'outgoing', about: `密件发文登记簿${year}`, fileStem: `密件发文登记簿-${year}`, ...marks }), year, lines }
  },
  'paper.sheet': (work, { sheet: id }) => {
    const sheet = sheetView(work, id)
    return {
      frame: frame(work, {
        form: 'sheet',
        about: sheet.number,
        fileStem: `传阅单-${withoutBrackets(sheet.number)}`,
        level: sheet.level,
        mark: sheet.mark,
      }),
      sheet,
    }
  },
  'paper.delivery': (work, { envelope: id }) => {
    const envelope = personalEnvelope(work.read, id)
    const number = withoutBrackets(envelope.number)
    // Nothing of the letter is known while it is sealed: the sheet itself holds no secret.
    return { frame: frame(work, { form: 'delivery', about: envelope.number, fileStem: `亲启件送达签收单-${number}`, ...highestMark([]) }), envelope }
  },
}
