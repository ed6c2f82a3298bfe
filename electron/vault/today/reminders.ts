import type { Output } from '../../../contract/index.ts'
import { lastCheck, lastWhole } from '../backup/checking.ts'
import { lastBackup } from '../backup/procedures.ts'
import { EXPIRY_DAYS, type Expiry, RETURN_DAYS, YEARLY_RETURN_MONTH } from '../../../contract/terms.ts'
import { lastTaken } from '../audit/checkpoint.ts'
import type { Heads } from '../audit/heads.ts'
import { daysAfter, wallClock } from '../door/clock.ts'
import { expiring } from '../documents/expiry.ts'
import { toReturn } from '../documents/returning.ts'
import { wasReviewed } from '../documents/reviews.ts'
import { disclosureReminders } from '../disclosure/reminding.ts'
import type { Query } from '../door/unit.ts'
import { yearSpan } from '../paper/year.ts'
import { calendarReminders } from './calendars.ts'
import { notClosed } from './closing.ts'
import { publicationsDue } from './publications.ts'
import { evaluationsToMake } from './evaluations.ts'
import { expiryOf, policyOf } from '../people/password-policy.ts'
import { openOnMachine } from './machine.ts'
import { currentSet, restoredSince } from '../people/recovery-sets.ts'
import { trainingReminders } from './training.ts'
import { yearsToClose } from './years.ts'
import { reviewReminders } from './review-reminders.ts'

type Home = Output<'today.home'>
type Reminder = Home['reminders'][number]
const DAY_MS = 86_400_000

/** Folders that should come back today, or should have (F1(4)b). */
const sameDay = ({ wall, settings }: Query, overdue: number, out: number): Reminder[] => {
  if (overdue > 0) return [{ level: 'urgent', text: `有${overdue}夹逾时未退，请立即催还（F1(4)b）。`, desk: 'circulation' }]
  if (out === 0 || wall.slice(11) < settings.reminderHour) return []
  // Whatever goes out after the hour is due by the end of the day.
  const until = wall.slice(11) < settings.returnHour ? `应于${settings.returnHour}前退回` : '应在今天退回'
  return [{ level: 'warning', text: `有${out}夹在外，${until}（F1(4)b）。`, desk: 'circulation' }]
}

/** The month from which the 年度审核 of the year is spoken of. */
const YEAR_REVIEW_MONTH = '11'

/** 保密期限届满: ninety, thirty and no days ahead, and what has passed and waits for review (domain 3.1, 保密法24). */
const expiries = ({ read, asking, wall }: Query): Reminder[] => {
  if (!asking.roles.includes('officer')) return []
  const today = wall.slice(0, 10)
  const count = (expiry: Expiry, days?: number) => {
    const ending = expiring(expiry, today, days)
    return read.get<{ n: number }>(`SELECT count(*) AS n FROM (${ending.sql})`, ...ending.params)?.n ?? 0
  }
  const past = count('past')
  const waiting =
    read.get<{ n: number }>(
      `SELECT count(DISTINCT d.id) AS n FROM expiry_review AS r JOIN document AS d ON d.id = r.document AND d.current = r.after
       JOIN search_ending AS ending ON ending.document = d.id WHERE r.outcome = 'waiting' AND ending.expires_on < ?`,
      today,
    )?.n ?? 0
  const [in90, in30, now] = EXPIRY_DAYS.map((days) => count('soon', days)) as [number, number, number]
  const says = [`有${in90}件文件的保密期限在九十天内届满`, ...(in30 > 0 ? [`其中${in30}件在三十天内`] : []), ...(now > 0 ? [`${now}件今天届满`] : [])]
  return [
    ...(past > 0
      ? [
          {
            level: 'warning',
            text: `有${past}件文件期满待核${waiting > 0 ? `（其中${waiting}件待制发机关答复）` : ''}：请逐件作期满审核，未经审核不得公开（保密法24）。`,
            desk: 'documents',
          } as const,
        ]
      : []),
    ...(in90 > 0 ? [{ level: 'info', text: `${says.join('，')}（保密法24）。`, desk: 'documents' } as const] : []),
  ]
}

/** 清退: thirty days ahead, seven, on the day and after it; in the last month of the year whatever has a day at all (domain 4, 实施条例27). */
const returnsDue = ({ read, asking, wall }: Query): Reminder[] => {
  if (!asking.roles.includes('officer')) return []
  const today = wall.slice(0, 10)
  const count = (from: string, to: string) => {
    const { sql, params } = toReturn(from, to)
    return read.get<{ n: number }>(`SELECT count(*) AS n FROM (${sql})`, ...params)?.n ?? 0
  }
  const past = count('', daysAfter(today, -1))
  const [in30, in7, now] = RETURN_DAYS.map((days) => count(today, daysAfter(today, days))) as [number, number, number]
  const says = [`有${in30}件来文应在三十天内清退`, ...(in7 > 0 ? [`其中${in7}件在七天内`] : []), ...(now > 0 ? [`${now}件今天到期`] : [])]
  const year = Number(wall.slice(5, 7)) >= YEARLY_RETURN_MONTH ? count('', '9999') : 0
  const line = (level: Reminder['level'], text: string): Reminder => ({ level, text, desk: 'disposal' })
  return [
    ...(past > 0 ? [line('urgent', `有${past}件来文逾期没有清退，请立即办理清退（实施条例27）。`)] : []),
    ...(in30 > 0 ? [line(in7 > 0 ? 'warning' : 'info', `${says.join('，')}（实施条例27）。`)] : []),
    ...(year > 0 ? [line('info', `年度清退：还有${year}件有清退要求的来文没有清退，请年底前清理（实施条例27）。`)] : []),
  ]
}

/** 年度审核: from November on for the year, and until it is made up for the year before (保密法24). */
const yearReview = ({ read, asking, wall }: Query): Reminder[] => {
  if (!asking.roles.includes('officer')) return []
  const year = Number(wall.slice(0, 4))
  const first = read.get<{ year: number }>("SELECT year FROM document WHERE register = 'classified' ORDER BY id LIMIT 1")?.year
  if (first === undefined) return []
  if (first < year && !wasReviewed(read, year - 1))
    return [{ level: 'warning', text: `${year - 1}年度的定密审核尚未办理，请补办年度审核（保密法24）。`, desk: 'documents' }]
  if (wall.slice(5, 7) < YEAR_REVIEW_MONTH || wasReviewed(read, year)) return []
  return [{ level: 'info', text: `请在年底前办理${year}年度的年度审核（保密法24）。`, desk: 'documents' }]
}

/** 借用到期: the day before, on the day, and every day after until it is back (F1(7)b). */
const loansDue = ({ wall, asking }: Query, lent: Home['lent']): Reminder[] => {
  const today = wall.slice(0, 10)
  const tomorrow = daysAfter(today, 1)
  const own = lent.every(({ holder }) => holder.id === asking.person.id)
  const whose = own ? '您借用的' : '借用的'
  const line = (level: Reminder['level'], which: Home['lent'], says: string): Reminder[] =>
    which.length === 0 ? [] : [{ level, text: `${whose}${which.map(({ copy }) => copy.number).join('、')}${says}（F1(7)b）。`, desk: 'lending' }]
  return [
    ...line(
      'urgent',
      lent.filter(({ overdueDays }) => overdueDays > 0),
      '逾期未还，请立即归还',
    ),
    ...line(
      'warning',
      lent.filter(({ due }) => due === today),
      '今天到期',
    ),
    ...line(
      'info',
      lent.filter(({ due }) => due === tomorrow),
      '明天到期',
    ),
  ]
}

/** What is more than that is only said to be more. */
export const LOOSE_LIMIT = 200

/** 办结未入箱: as many days as the settings give after 办结 (F1(6)). */
const notBoxed = ({ settings: { boxDays } }: Query, loose: number): Reminder[] =>
  loose === 0
    ? []
    : [
        {
          level: 'warning',
          text: `有${loose}份${loose < LOOSE_LIMIT ? '' : '以上'}办结${boxDays}天仍未入箱，请及时放入指定保密箱（F1(6)）。`,
          desk: 'keeping',
        },
      ]

/** 年度清点: the whole keeping once a year; in its last two months urgently (F1(6) 经常检查). */
const yearlyCount = ({ read, asking, wall }: Query): Reminder[] => {
  if (!asking.roles.includes('officer')) return []
  const year = wall.slice(0, 4)
  const [from] = yearSpan(Number(year))
  if (read.get("SELECT 1 FROM stock_taking WHERE state = 'done' AND boxes = '[]' AND closed_at >= ? LIMIT 1", from)) return []
  if (!read.get("SELECT 1 FROM copy WHERE state IN ('inBox','archived') LIMIT 1")) return []
  const late = wall.slice(5, 7) >= '11'
  return [{ level: late ? 'warning' : 'info', text: `${year}年还没有做过全部在库文件的清点，请安排年度清点（F1(6)）。`, desk: 'keeping' }]
}

/** 泄密24h: each case that is not reported yet, with the hours left or past (实施条例61). */
const breachesDue = (breaches: Home['breaches']): Reminder[] =>
  breaches.flatMap(({ number, hoursLeft }): Reminder[] => {
    if (hoursLeft === null) return []
    if (hoursLeft < 0) return [{ level: 'urgent', text: `${number}发现已超过24小时，尚未上报（实施条例61）。`, desk: 'breaches' }]
    return [{ level: 'warning', text: `${number}应在24小时内上报，还有${hoursLeft}小时（实施条例61）。`, desk: 'breaches' }]
  })

/** 载体归还到期: the day before, on the day, and every day after until it is back (F2(2)). */
const mediaDue = ({ wall, asking }: Query, out: Home['mediaOut']): Reminder[] => {
  const today = wall.slice(0, 10)
  const whose = out.every(({ holder }) => holder?.id === asking.person.id) ? '您领用的' : '领用的'
  // Whoever only holds one does not see the ledger.
  const desk = asking.roles.includes('officer') ? 'media' : null
  const line = (level: Reminder['level'], says: string, which: (row: Home['mediaOut'][number]) => boolean): Reminder[] => {
    const due = out.filter(which)
    return due.length === 0 ? [] : [{ level, text: `${whose}载体${due.map(({ number }) => number).join('、')}${says}（F2(2)）。`, desk }]
  }
  return [
    ...line('urgent', '逾期未还，请立即归还', ({ overdueDays }) => overdueDays > 0),
    ...line('warning', '今天到期', ({ due }) => due === today),
    ...line('info', '明天到期', ({ due }) => due === daysAfter(today, 1)),
  ]
}

/** The signed-in person's own password, in the last quarter of its life (口令). */
const password = ({ read, asking, now, settings: { level } }: Query): Reminder[] => {
  const setAt = read.get<{ password_set_at: string | null }>('SELECT password_set_at FROM person WHERE id = ?', asking.person.id)?.password_set_at
  if (!setAt) return []
  const left = expiryOf(level, new Date(setAt)).getTime() - now.getTime()
  if (left > (policyOf(level).days * DAY_MS) / 4) return []
  return [{ level: 'warning', text: `您的口令还有${Math.max(0, Math.floor(left / DAY_MS))}天到期，请在“本单位”的“本人口令”中更改。`, desk: 'office' }]
}

/** Days without a checkpoint after which the auditor is reminded: a published template reports every three months; a month is the default here. */
const CHECKPOINT_DAYS = 30
const CLOCK_DAYS = 7

/** What the 安全审计员 should see: a clock set back, a record without a witness outside. */
const record = ({ read, asking, now }: Query): Reminder[] => {
  if (!asking.roles.includes('auditor')) return []
  const since = new Date(now.getTime() - CLOCK_DAYS * DAY_MS).toISOString()
  const back = read.get<{ n: number }>('SELECT count(*) AS n FROM audit_entry WHERE instr(detail, \'"clockBack"\') > 0 AND at >= ?', since)?.n ?? 0
  const last = lastTaken(read)
  const days = last === null ? null : Math.floor((now.getTime() - Date.parse(last)) / DAY_MS)
  return [
    ...(back > 0 ? [{ level: 'urgent', text: `最近${CLOCK_DAYS}天内本机时钟被回拨${back}次，请查明原因。`, desk: 'audit' } as const] : []),
    ...(days === null ? [{ level: 'info', text: '还没有签发过检查点。签发后存放在本机之外，可证明记录未被改动。', desk: 'audit' } as const] : []),
    ...(days !== null && days >= CHECKPOINT_DAYS ? [{ level: 'warning', text: `已有${days}天没有签发检查点。`, desk: 'audit' } as const] : []),
  ]
}

/** Recovery sheets that lie open, or of which nobody said that they are sealed: two of them give an officer's account to whoever holds them (口令). */
const sheets = ({ read, asking }: Query): Reminder[] => {
  if (!asking.roles.includes('systemAdmin') && !asking.roles.includes('securityAdmin')) return []
  const { reason, made_at, sealed_at, opened_at } = currentSet(read)
  const on = (at: string) => wallClock(new Date(at)).slice(0, 10)
  const how = '请系统管理员在“本单位”的“密钥”中换发新的三份。'
  if (opened_at !== null) return [{ level: 'urgent', text: `密钥恢复单已于${on(opened_at)}启封使用。${how}`, desk: 'office' }]
  const restored = restoredSince(read)
  if (restored !== null)
    return [{ level: 'urgent', text: `${on(restored)}恢复了备份，数据密钥和密钥恢复单回到备份当时的一套。${how}`, desk: 'office' }]
  if (reason === null || sealed_at !== null) return []
  return [{ level: 'warning', text: `${on(made_at)}换发的密钥恢复单尚未登记封存。没有打印齐全的，${how}`, desk: 'office' }]
}

/** Data that were put back: only the 安全审计员 comes in then (审计). */
const putBack = (heads: Heads | null): Reminder[] => {
  const words = heads?.putBack()?.words
  return words ? [{ level: 'urgent', text: `${words}请在“审计”中核查并确认，确认以前其他人不能登录。`, desk: 'audit' }] : []
}

/** The last check found the data damaged: whoever enters and whoever answers for the data are told, before anything else. */
const damage = ({ read, asking }: Query): Reminder[] => {
  if (!asking.roles.some((role) => role === 'systemAdmin' || role === 'auditor' || role === 'officer')) return []
  const last = lastCheck(read)
  if (!last || last.whole) return []
  const good = lastWhole(read)
  const known = good === null ? '' : `上次检查完好是${wallClock(new Date(good)).replace('T', ' ')}。`
  const text = `检查发现数据损坏，与口令无关：${last.place}，${last.why}${known}请停止录入。锁屏后在登录页“查看损坏情况”，再用备份恢复。`
  return [{ level: 'urgent', text, desk: null }]
}

/** 备份超期: no good backup for as many days as the settings say, counted from the last one or the set-up. */
const backup = (query: Query): Reminder[] => {
  if (!query.asking.roles.includes('systemAdmin')) return []
  const { last, days } = lastBackup(query)
  if (days < query.settings.backupDays) return []
  const since = last === null ? `建库${days}天，还没有备份` : `已有${days}天没有备份`
  return [{ level: 'warning', text: `${since}，请在“本单位”的“备份”中备份到另一介质。`, desk: 'office' }]
}

/** What whoever installed the program has left open on this computer: the 系统管理员 is told. */
const machine = ({ asking }: Query): Reminder[] => {
  const open = asking.roles.includes('systemAdmin') ? openOnMachine() : []
  return open.length === 0 ? [] : [{ level: 'warning', text: `本机还没有按安装要求设置：${open.join('；')}。`, desk: null }]
}

/** What stands in the lists of 今日 that is spoken of: what is lent, carriers that are out, how much is 办结未入箱. */
type Seen = Pick<Home, 'lent' | 'breaches' | 'mediaOut'> & { loose: number }

/** Reminders in plain Chinese, most urgent first. `overdue` and `out` count the folders that the person may see. */
export const remindersOf = (
  query: Query,
  overdue: number,
  out: number,
  { lent, breaches, mediaOut, loose }: Seen,
  heads: Heads | null,
): Reminder[] => [
  ...putBack(heads),
  ...damage(query),
  ...breachesDue(breaches),
  ...sameDay(query, overdue, out),
  ...loansDue(query, lent),
  ...notBoxed(query, loose),
  ...returnsDue(query),
  ...mediaDue(query, mediaOut),
  ...disclosureReminders(query),
  ...publicationsDue(query),
  ...reviewReminders(query),
  ...expiries(query),
  ...yearReview(query),
  ...yearsToClose(query),
  ...evaluationsToMake(query),
  ...sheets(query),
  ...notClosed(query),
  ...record(query),
  ...backup(query),
  ...machine(query),
  ...password(query),
  ...trainingReminders(query),
  ...yearlyCount(query),
  ...calendarReminders(query),
]
