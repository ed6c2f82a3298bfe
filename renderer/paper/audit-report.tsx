import type { ReactNode } from 'react'
import { clauses } from '../../contract/clauses.ts'
import type { AuditReportPaper } from '../../contract/paper.ts'
import type { Form } from './pages.tsx'
import { byHand, ending, headOf, namedRows, widthsOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { instantOnLine } from './wording.ts'

type Box = { head: string; width: number }
const TALLY: readonly Box[] = [
  { head: '完成', width: 22 },
  { head: '拒绝', width: 22 },
]

const inCells = (key: string | number, texts: readonly ReactNode[], centredFrom: number) => (
  <tr key={key}>
    {texts.map((text, place) => (
      <td key={place} className={place >= centredFrom ? 'paper-centred' : undefined}>
        {text}
      </td>
    ))}
  </tr>
)

/** One table of the report; an empty one says that there was nothing. */
const table = (key: string, title: string, boxes: readonly Box[], rows: readonly ReactNode[]): Section => ({
  key,
  columns: widthsOf(boxes),
  head: (
    <>
      <tr className="paper-continued">
        <th colSpan={boxes.length} scope="colgroup">
          {title}
        </th>
      </tr>
      {headOf(boxes)}
    </>
  ),
  rows: rows.length > 0 ? rows : [ending(boxes.length, '（本季度没有）')],
})

/** The rule with its words, where it is one of the domain's. */
const ruleOf = (clause: string) => (Object.hasOwn(clauses, clause) ? `${clause}　${clauses[clause as keyof typeof clauses]}` : clause)

const summaryOf = ({ entries, done, refused, frame }: AuditReportPaper) =>
  entries
    ? `本季度审计记录第 ${entries.first} 条至第 ${entries.last} 条，完成 ${done} 次，拒绝 ${refused} 次。编制时${frame.witnessShort}。`
    : '本季度没有审计记录。'

/** 安全审计报告: A4 portrait, what the 安全审计员 found in a quarter, to be signed by them and by whoever is responsible. */
export const auditReportForm = (report: AuditReportPaper): Form => ({
  frame: report.frame,
  landscape: false,
  title: '安全审计报告',
  about: (
    <>
      <span>
        期间：{report.year} 年第 {report.quarter} 季度
      </span>
      <span>编制：{report.frame.printedBy}</span>
    </>
  ),
  sections: [
    { key: 'summary', columns: [24, 164], rows: namedRows('概况', summaryOf(report), 'sheet-scope') },
    table(
      'people',
      '一、各人各身份的操作',
      [{ head: '操作人', width: 60 }, { head: '身份', width: 84 }, ...TALLY],
      report.people.map((row) => inCells(`${row.actor} ${row.role}`, [row.actor, row.role, row.done, row.refused], 2)),
    ),
    table(
      'acts',
      '二、各类操作',
      [{ head: '操作', width: 144 }, ...TALLY],
      report.acts.map((row, place) => inCells(place, [row.act, row.done, row.refused], 1)),
    ),
    table(
      'clauses',
      '三、拒绝所依据的规定',
      [
        { head: '规定', width: 166 },
        { head: '拒绝', width: 22 },
      ],
      report.clauses.map((row) => inCells(row.clause, [ruleOf(row.clause), row.refused], 1)),
    ),
    table(
      'duties',
      '四、角色和账户的变更',
      [
        { head: '时间', width: 32 },
        { head: '人员', width: 24 },
        { head: '操作', width: 24 },
        { head: '变更', width: 46 },
        { head: '原因', width: 40 },
        { head: '办理人', width: 22 },
      ],
      report.duties.map((row, place) => inCells(place, [instantOnLine(row.at), row.person, row.act, row.change, row.reason, row.by], 6)),
    ),
    table(
      'checkpoints',
      '五、签发的检查点',
      [
        { head: '时间', width: 60 },
        { head: '签发人', width: 64 },
        { head: '记录条数', width: 64 },
      ],
      report.checkpoints.map((row, place) => inCells(place, [instantOnLine(row.at), row.by, row.size], 2)),
    ),
    table(
      'backups',
      '六、备份和恢复演练',
      [
        { head: '时间', width: 32 },
        { head: '事项', width: 24 },
        { head: '结果', width: 22 },
        { head: '文件夹或原因', width: 66 },
        { head: '记录条数', width: 22 },
        { head: '办理人', width: 22 },
      ],
      report.backups.map((row, place) => inCells(place, [instantOnLine(row.at), row.what, row.outcome, row.name, row.entries, row.by], 6)),
    ),
    table(
      'restores',
      '七、恢复',
      [
        { head: '时间', width: 48 },
        { head: '备份的记录条数', width: 40 },
        { head: '未进备份的条数', width: 40 },
        { head: '系统管理员', width: 30 },
        { head: '安全审计员', width: 30 },
      ],
      report.restores.map((row, place) => inCells(place, [instantOnLine(row.at), row.entries, row.lost ?? '不明', row.by, row.agreed], 5)),
    ),
    table(
      'clock',
      '八、时钟回拨',
      [
        { head: '时间', width: 60 },
        { head: '记录序号', width: 64 },
        { head: '回拨（秒）', width: 64 },
      ],
      report.clockBack.map((row) => inCells(row.seq, [instantOnLine(row.at), row.seq, row.seconds], 1)),
    ),
    {
      key: 'opinion',
      columns: [24, 164],
      closing: true,
      rows: [
        ...namedRows('审计意见', null, 'sheet-opinion', byHand('安全审计员')),
        ...namedRows('领导意见', null, 'sheet-opinion', byHand('负责人')),
      ],
    },
  ],
})
