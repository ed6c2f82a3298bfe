import { type Level, levelLabel } from '../../../contract/terms.ts'
import type { Read } from '../door/unit.ts'
import { ARCHIVED, LEFT_OUT } from './tables.ts'

/** The format's name and version; docs/archive-format.md says what it holds. */
export const FORMAT = 'mijuan-archive/1'

export const MANIFEST = 'manifest.json'
export const SUMS = 'SHA256SUMS'
export const README = 'README.txt'
export const SCHEMA = 'schema.json'

/** The file of a table. */
export const fileOf = (table: string): string => `${table}.jsonl`

/** Whether a file may lie in such a folder, whole or not: what an interrupted export left is known by its name. */
export const isOurs = (name: string): boolean => [MANIFEST, SUMS, README, SCHEMA].includes(name) || /^[a-z_]{1,40}\.jsonl$/.test(name)

/** A file as the manifest lists it: `lines` are line feeds. */
export type FileLine = { name: string; table: string | null; lines: number; bytes: number; sha256: string }

/** What an export says of itself. `at` is when its moment was taken (UTC); root and head are those of the record then. */
export type Manifest = {
  format: typeof FORMAT
  number: string
  unit: string
  vault: string
  level: Level
  mark: string
  schema: number
  at: string
  by: string
  approvedBy: string
  entries: number
  root: string
  head: string
  leftOut: Readonly<Record<string, string>>
  files: readonly FileLine[]
}

type ColumnInfo = { name: string; type: string; notnull: number; pk: number }
export type Column = { name: string; type: string; required: boolean; says: string | null }
/** One table as it leaves: its columns in their order, and by which of them its lines are sorted. */
export type Table = { name: string; says: string; key: readonly string[]; columns: readonly Column[]; sql: string }

/** What the schema's own remarks say of a column: they stand in the statement that made the table. */
const remarkOn = (sql: string, column: string): string | null => new RegExp(`^\\s*${column} .*?--\\s*(.+)$`, 'm').exec(sql)?.[1]?.trim() ?? null

/** The tables that leave, each as this database has it, by name. */
export const tablesIn = (read: Read): Table[] =>
  read
    .all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table' ORDER BY name")
    .filter(({ name }) => Object.hasOwn(ARCHIVED, name))
    .map(({ name, sql }) => {
      const columns = read.all<ColumnInfo>(`SELECT name, type, "notnull", pk FROM pragma_table_info('${name}') ORDER BY cid`)
      const key = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
      return {
        name,
        says: ARCHIVED[name] ?? '',
        key: key.map((column) => column.name),
        columns: columns.map((column) => ({
          name: column.name,
          type: column.type,
          required: column.notnull === 1 || column.pk > 0,
          says: remarkOn(sql, column.name),
        })),
        sql,
      }
    })

/** The text of schema.json. */
export const schemaText = (version: number, tables: readonly Table[]): string =>
  `${JSON.stringify(
    {
      format: FORMAT,
      schema: version,
      types: {
        INTEGER: 'JSON 整数',
        TEXT: 'JSON 字符串；时刻为 UTC（2026-03-10T01:05:00.000Z），日期为 2026-03-10；注明 JSON 的列，字符串内是 JSON',
        BLOB: '字节，base64',
      },
      tables,
      leftOut: LEFT_OUT,
    },
    null,
    1,
  )}\n`

/** The text of README.txt: the mark first, then what this is and how to read and check it. */
export const readmeText = (manifest: Omit<Manifest, 'files'>): string => `${manifest.mark}

密卷整库导出　${manifest.number}
单位：${manifest.unit}
导出：${manifest.by}　批准：${manifest.approvedBy}　时间：${manifest.at}（UTC）
审计记录：${manifest.entries} 条，根 ${manifest.root}

一、保管
本文件夹内容未加密，含文件标题等全部登记内容，按${levelLabel[manifest.level]}级载体登记、保管、使用、销毁。
不得拷入联网计算机，不得带回家或进入公共场所。

二、文件
README.txt      本说明
manifest.json   总目：格式、单位、库号、时间，各文件的行数、字节数、SHA-256
schema.json     各表各列的名称、类型、含义
表名.jsonl      一张表一个文件，一行一条记录，每行是一个 JSON 对象（JSON Lines，UTF-8）
SHA256SUMS      以上各文件的 SHA-256

三、读
任何能读 JSON 的程序都能读，不需要密卷。字节型的列（如审计记录的摘要）为 base64。
表与表以编号（id）相连，例如 particulars 的 document 就是 document 的 id。
没有导出的：${Object.entries(manifest.leftOut)
  .map(([table, why]) => `${table}（${why}）`)
  .join('；')}；口令、私钥等密钥从来不在表里。

四、核对
核对文件是否完好：在本文件夹内执行　sha256sum -c SHA256SUMS
核对记录是否可信：在密卷的源程序文件夹内执行　npm run verify -- --archive 本文件夹
　　逐条核对审计记录的相扣和校验树、各行的摘要、全部签名和各项规则，不需要口令。
　　另加 --checkpoint 文件，与存在外面的检查点对照，连末尾被截短、全部被重写也能查出。
格式的完整说明：docs/archive-format.md
`
