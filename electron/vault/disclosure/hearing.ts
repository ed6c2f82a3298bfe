import type { HeardRow } from '../../../contract/disclosure-views.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import type { ApplicationChannel, HeardKind } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query, Read, Work } from '../door/unit.ts'
import { disclosureById, seesAll, today } from './records.ts'
import { all, type Condition } from '../storage/conditions.ts'
import { nextOf } from '../storage/paging.ts'

/** What it is about: an application that this person sees, or a review that led to a publication. */
const aboutOf = (work: Work, { disclosure, review }: Parsed<'disclosure.hear'>) => {
  if (disclosure !== undefined && review !== undefined) refuse('input.unknownField', '公开申请和审查只填一项。', { clause: 'G3.4', field: 'review' })
  if (disclosure !== undefined) work.about(disclosureById(work, disclosure).number)
  if (review === undefined) return
  const row =
    work.read.get<{ number: string }>('SELECT number FROM review WHERE id = ?', review) ??
    refuse('input.unknownRecord', '没有这件审查，请从列表中选择。', { clause: 'G3.4', field: 'review' })
  work.about(row.number)
}

/** 登记咨询反馈 (A四(一)1, G三.4): one by telephone who wants to apply is told how, and heard. */
export const hear = (work: Work, input: Parsed<'disclosure.hear'>): Output<'disclosure.hear'> => {
  const { kind, channel, heardOn, from, content, disclosure, review, answer, improvement } = input
  if (heardOn > today(work)) refuse('input.future', '日期不得晚于今天。', { clause: 'G3.4', field: 'heardOn' })
  aboutOf(work, input)
  const number = work.number('heard')
  work.about(number)
  const id = work.insert('heard', {
    number,
    kind,
    channel,
    heard_on: heardOn,
    from_whom: from ?? null,
    content,
    disclosure: disclosure ?? null,
    review: review ?? null,
    answer: answer ?? null,
    improvement: improvement ?? null,
    by_person: work.asking.person.id,
    at: work.now.toISOString(),
  })
  return { id, number }
}

type Line = {
  id: number
  number: string
  kind: HeardKind
  channel: ApplicationChannel
  heard_on: string
  from_whom: string | null
  content: string
  about: string | null
  answer: string | null
  improvement: string | null
  by: string
}
const ROW = `SELECT heard.id, heard.number, heard.kind, heard.channel, heard_on, from_whom, content, coalesce(disclosure.number, review.number) AS about, answer,
  improvement, person.name AS by FROM heard JOIN person ON person.id = by_person LEFT JOIN disclosure ON disclosure.id = heard.disclosure
  LEFT JOIN review ON review.id = heard.review`

const rowOf = ({ heard_on: heardOn, from_whom: from, ...line }: Line): HeardRow => ({ ...line, heardOn, from })

/** What was heard of an application. */
export const heardOf = (read: Read, disclosure: number): HeardRow[] =>
  read.all<Line>(`${ROW} WHERE heard.disclosure = ? ORDER BY heard.id`, disclosure).map(rowOf)

/** To a 科室: what is about no application, or about one of which it has an item. */
const NOT_OTHERS =
  '(heard.disclosure IS NULL OR EXISTS (SELECT 1 FROM disclosure_item AS i WHERE i.department = ? AND i.disclosure = heard.disclosure))'

/** 咨询 and 反馈, newest first, a page at a time. */
export const heard = (query: Query, { kind, disclosure, text, after, limit }: Parsed<'disclosure.heard'>): Output<'disclosure.heard'> => {
  const parts: Condition[] = [{ sql: 'heard.id < ?', params: [after ?? Number.MAX_SAFE_INTEGER] }]
  if (!seesAll(query)) parts.push({ sql: NOT_OTHERS, params: [query.asking.person.department] })
  if (disclosure !== undefined) parts.push({ sql: 'heard.disclosure = ?', params: [disclosureById(query, disclosure).id] })
  if (kind) parts.push({ sql: 'heard.kind = ?', params: [kind] })
  if (text !== undefined) {
    const columns = ['heard.number', 'from_whom', 'content', 'answer']
    parts.push({ sql: `(${columns.map((column) => `instr(${column}, ?) > 0`).join(' OR ')})`, params: columns.map(() => text) })
  }
  const { sql, params } = all(parts)
  const lines = query.read.all<Line>(`${ROW} WHERE ${sql} ORDER BY heard.id DESC LIMIT ?`, ...params, limit)
  return { rows: lines.map(rowOf), next: nextOf(lines, limit) }
}
