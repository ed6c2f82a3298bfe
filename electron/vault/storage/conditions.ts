import type { Value } from '../door/unit.ts'

/** A condition of a WHERE, or a query of ids, with the values of its question marks. */
export type Condition = { sql: string; params: Value[] }

/** What leaves nothing out. */
export const EVERY = '1'

/** All of these at once; every record where there is none. */
export const all = (parts: readonly Condition[]): Condition => ({
  sql: parts.map(({ sql }) => sql).join(' AND ') || EVERY,
  params: parts.flatMap(({ params }) => params),
})

/** Whose id one of these queries names: none, when there is no query. Each goes by its own index. */
export const among = (column: string, parts: readonly Condition[]): Condition => ({
  sql: `${column} IN (${['SELECT NULL', ...parts.map(({ sql }) => sql)].join(' UNION ALL ')})`,
  params: parts.flatMap(({ params }) => params),
})
