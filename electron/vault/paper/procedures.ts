import type { Output, Parsed } from '../../../contract/index.ts'
import type { OfficeSettings } from '../../../contract/office.ts'
import type { paper, PaperFrame, RegisterLine } from '../../../contract/paper.ts'
import { type Level, particularLabel, registerLabel, type SheetState, sheetStateLabel } from '../../../contract/terms.ts'
import { witnessOf } from '../audit/checkpoint.ts'
import { sheetView } from '../circulation/sheet-view.ts'
import { personalEnvelope } from '../documents/envelopes.ts'
import { list } from '../documents/reading.ts'
import { versionsOf } from '../documents/versions.ts'
import { highestMark } from '../documents/marking.ts'
import { wallClock } from '../door/clock.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Read, Work } from '../door/unit.ts'
import { get as handoverView } from '../handover/reading.ts'
import { get as loanView, visitsWithin } from '../lending/reading.ts'
import { get as reproductionView } from '../reproduction/reading.ts'
import { auditReport, quarterStart } from './audit-report.ts'
import { copyLedger } from './copy-ledger.ts'
import { handoverLines } from './handover.ts'
import { lentNow, marksOf } from './lent.ts'
import { yearSpan } from './year.ts'

const PAGE = 200

type Print = { form: keyof OfficeSettings['formNumbers']; about: string; fileStem: string; level: Level; mark: string }

/** A number as it stands in the name of a file. */
const withoutBrackets = (number: string) => number.replace(/[〔〕]/g, '')

/** Records a print and gives what every sheet of it carries. */
const frame = (work: Work, print: Print): PaperFrame => {
  const head = work.head()
  const at = work.now.toISOString()
  const vault = work.read.get<{ vault: string }>('SELECT vault FROM office WHERE id = 1')?.vault ?? ''
  const witness = witnessOf(vault, head, at)
  const printNumber = work.number('print')
  const fileName = `${print.fileStem}-${withoutBrackets(printNumber)}.pdf`
  work.insert('print', {
    number: printNumber,
    form: print.form,
    about: print.about,
    level: print.level,
    by_person: work.asking.person.id,
    at,
    witness,
  })
  work.about(printNumber, print.about)
  return {
    printNumber,
    unit: work.settings.unit,
    formNumber: work.settings.formNumbers[print.form],
    level: print.level,
    mark: print.mark,
    printedBy: work.asking.person.name,
    printedAt: at,
    witness,
    witnessShort: `记录校验码 ${head.size}·${head.root.slice(0, 12)}`,
    ticket: work.shellTicket({ kind: 'paper', fileName, about: printNumber }),
    fileName,
  }
}

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

/** Each later version in words: why, by what notice, and what it says instead of what. */
const correctionsOf = (versions: ReturnType<typeof versionsOf>) =>
  versions.slice(1).map(({ at, by, cause, notice, reason, changes }) => {
    const why = cause === 'levelChange' ? `按${notice?.issuer ?? ''}${notice?.symbol ?? ''}（${notice?.date ?? ''}）变更` : `更正（${reason ?? ''}）`
    const what = changes.map(({ field, before, after }) => `${particularLabel[field]}由${quoted(before)}改为${quoted(after)}`).join('，')
    return `${wallDay(at)} ${by} ${why}：${what}`
  })

const allRows = (query: Query, filter: Pick<Parsed<'documents.list'>, 'register' | 'year' | 'level'>) => {
  const rows: Output<'documents.list'>['rows'] = []
  for (let after: number | undefined; ; ) {
    const page = list(query, { ...filter, after, limit: PAGE })
    rows.push(...page.rows)
    if (page.next === null) return rows.reverse()
    after = page.next
  }
}

const registerLine = (read: Read, row: Output<'documents.list'>['rows'][number]): RegisterLine => {
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
    handling: handlingOf(read, row.id),
    discrepancy: more?.note ? `清单${more.listed}份，实点${more.counted}份：${more.note}` : null,
    corrections: correctionsOf(versions),
  }
}

/** The procedures of what is printed: each print is an act with its own number. */
export const paperDesk: Desk<typeof paper> = {
  'paper.register': (work, { register, year, level }) => {
    const lines = allRows(work, { register, year, level }).map((row) => registerLine(work.read, row))
    const mark = highestMark(lines.map(({ particulars }) => particulars))
    return {
      frame: frame(work, { form: 'register', about: `${registerLabel[register]}${year}`, fileStem: `${registerLabel[register]}-${year}`, ...mark }),
      register,
      year,
      lines,
    }
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
  'paper.reproduction': (work, input) => {
    const { history: _past, acts: _next, ...reproduction } = reproductionView(work, input)
    const { number, source } = reproduction
    const { level, mark } = source.document
    return {
      frame: frame(work, { form: 'reproduction', about: number, fileStem: `复制审批单-${withoutBrackets(number)}`, level, mark }),
      reproduction,
    }
  },
  'paper.copyLedger': (work, { year, level }) => {
    const { lines, marked } = copyLedger(work.read, year, level)
    const print = { form: 'copyLedger', about: `复制件台账${year}`, fileStem: `复制件台账-${year}`, ...highestMark(marked) } as const
    return { frame: frame(work, print), year, lines }
  },
  'paper.loan': (work, input) => {
    const { history: _past, acts: _next, ...loan } = loanView(work, input)
    const { level, mark } = loan.copy.document
    const print = { form: 'loan', about: loan.number, fileStem: `借用审批单-${withoutBrackets(loan.number)}`, level, mark } as const
    return { frame: frame(work, print), loan }
  },
  'paper.visits': (work, { year }) => {
    const lines = visitsWithin(work, yearSpan(year))
    const marks = highestMark(
      marksOf(
        work.read,
        lines.flatMap(({ copies }) => copies.map(({ document }) => document.id)),
      ),
    )
    return { frame: frame(work, { form: 'visits', about: `查阅登记簿${year}`, fileStem: `查阅登记簿-${year}`, ...marks }), year, lines }
  },
  'paper.lent': (work) => {
    const { lines, missing } = lentNow(work)
    const marks = highestMark(
      marksOf(
        work.read,
        lines.map(({ copy }) => copy.document.id),
      ),
    )
    const day = work.wall.slice(0, 10)
    return { frame: frame(work, { form: 'lent', about: `在外清单${day}`, fileStem: `在外清单-${day}`, ...marks }), lines, missing }
  },
  'paper.handover': (work, input) => {
    const { list, duties: _owed, changed: _changed, history: _past, acts: _next, ...handover } = handoverView(work, input)
    const marks = highestMark(
      marksOf(
        work.read,
        list.map(({ document }) => document.id),
      ),
    )
    const print = { form: 'handover', about: handover.number, fileStem: `移交清单-${withoutBrackets(handover.number)}`, ...marks } as const
    return { frame: frame(work, print), handover, lines: handoverLines(list, handover.state) }
  },
  'paper.auditReport': (work, { year, quarter }) => {
    if (quarterStart(year, quarter) > work.wall) refuse('input.future', '这个季度还没有开始。', { clause: '审计', field: 'quarter' })
    const report = auditReport(work.read, year, quarter)
    const about = `${year}年第${quarter}季度`
    // Numbers, names and counts, no title: it holds no state secret, but it is not for everybody.
    return {
      frame: frame(work, { form: 'auditReport', about: `安全审计报告${about}`, fileStem: `安全审计报告-${year}-${quarter}`, ...highestMark([]) }),
      ...report,
    }
  },
  'paper.printed': (query) => ({
    rows: query.read.all<Output<'paper.printed'>['rows'][number]>(
      'SELECT number, form, about, person.name AS by, at FROM print JOIN person ON person.id = by_person ORDER BY print.id DESC LIMIT 500',
    ),
  }),
}
