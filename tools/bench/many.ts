/** A register as long as one likes, written behind the door: for what only reads it. Its rows are no acts, and a verification says so. */
import type Database from 'better-sqlite3'
import { indexText } from '../../electron/vault/storage/search.ts'
import { paper, randomFrom, READERS } from './papers.ts'
import type { Row } from './raw.ts'

const BATCH = 1_000

/** Puts documents beside those that are there until there are so many, each a likeness of the first with a title and a number of its own. */
export const fillRegister = (database: Database.Database, documents: number): void => {
  const first = (table: string) => database.prepare(`SELECT * FROM ${table} ORDER BY id LIMIT 1`).get() as Row
  const last = (table: string) => database.prepare(`SELECT max(id) FROM ${table}`).pluck().get() as number
  const inserting = (table: string) => {
    const like = first(table)
    const statement = database.prepare(`INSERT INTO ${table}(${Object.keys(like)}) VALUES (${Object.keys(like).map(() => '?')})`)
    return (row: Row) => statement.run(Object.values({ ...like, ...row }))
  }
  const [document, particulars, copy] = ['document', 'particulars', 'copy'].map(inserting) as [
    ReturnType<typeof inserting>,
    ReturnType<typeof inserting>,
    ReturnType<typeof inserting>,
  ]
  const indexing = database.prepare('INSERT INTO search(rowid, text) VALUES (?,?)')
  const random = randomFrom(documents)
  const from = last('document')
  const [saying, holding] = [last('particulars') - from, last('copy') - from]
  const write = (id: number) => {
    const number = `密收〔${1996 + Math.floor(id / 6_000)}〕第${id}件`
    const { title, symbol = null, sender } = paper(random, id, new Date(Date.UTC(2026, 0, 5)), READERS)
    particulars({ id: id + saying, document: id, title, symbol, sender })
    document({ id, number, state: 'finished', current: id + saying, copies: 1, out: 0 })
    copy({ id: id + holding, document: id, number: `${number}-01`, copy_no: null, state: 'inBox', holder: null, sheet: null })
    indexing.run(id, indexText([title, symbol, number, sender]))
  }
  for (let next = from + 1; next <= documents; next += BATCH)
    database.transaction(() => {
      for (let id = next; id < Math.min(next + BATCH, documents + 1); id += 1) write(id)
    })()
}
