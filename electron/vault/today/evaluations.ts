import type { Output } from '../../../contract/index.ts'
import type { Query } from '../door/unit.ts'
import { type EvaluationDue, evaluationsDue } from '../evaluation/due.ts'

type Reminder = Output<'today.home'>['reminders'][number]
/** From so many days before its last one a report is spoken of urgently. */
const SOON = 5

const said = ({ year, half, daysLeft }: EvaluationDue): Reminder => {
  const line = (level: Reminder['level'], text: string): Reminder => ({ level, text, desk: 'disclosure' })
  if (daysLeft === null) return line('info', `请办理${year}年${half === 1 ? '上' : '下'}半年的信息公开工作评估（G三.4）。`)
  const report = `${year}年的政府信息公开工作年度报告`
  if (daysLeft < 0) return line('urgent', `${report}已过1月31日，尚未编报，请立即编报并公布（条例49）。`)
  return line(
    daysLeft <= SOON ? 'urgent' : 'warning',
    `${report}应在1月31日前公布，${daysLeft === 0 ? '今天是最后一天' : `还有${daysLeft}天`}（条例49）。`,
  )
}

/** 年度报告 from the first of January until it is recorded, 半年评估 in January and July: said to the 综办负责人 (条例49, G三.4). */
export const evaluationsToMake = (query: Query): Reminder[] => (query.asking.roles.includes('officeHead') ? evaluationsDue(query).map(said) : [])
