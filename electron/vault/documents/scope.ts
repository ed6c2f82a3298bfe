import type { Output, Parsed } from '../../../contract/index.ts'
import { BUSINESS_ROLES, READING_ROLES, type Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { compiledFrom, compiledOf } from './compilations.ts'
import { documentById } from './document.ts'

/** Refuses an id that is not a person's of the business side with a place in the unit (保密法21: 限定到具体人员). */
export const refuseStranger = (read: Read, id: number, field: string): void => {
  const row = read.get<{ roles: string; account: string }>('SELECT roles, account FROM person WHERE id = ?', id)
  const roles = row ? (JSON.parse(row.roles) as Role[]) : []
  if (!row || row.account === 'disabled' || !BUSINESS_ROLES.some((role) => roles.includes(role)))
    refuse('input.unknownRecord', '知悉范围和阅文人应从在岗的业务人员中选择。', { clause: '保密法21', field })
}

export const refuseStrangers = (read: Read, persons: readonly number[], field: string): void => {
  for (const [index, id] of persons.entries()) refuseStranger(read, id, `${field}.${index}`)
}

/** Refuses an id that is not a reader's: somebody in the unit whose role lets them sign on a 传阅单 (domain 4). */
export const refuseNotReader = (read: Read, id: number, field: string): void => {
  refuseStranger(read, id, field)
  const row = read.get<{ name: string; roles: string }>('SELECT name, roles FROM person WHERE id = ?', id)
  const roles = row ? (JSON.parse(row.roles) as Role[]) : []
  if (!READING_ROLES.some((role) => roles.includes(role)))
    refuse('rule.forbids', `${row?.name}不是阅文人或领导，不能列为阅文人。确需阅文的，请安全保密管理员加定“阅文人”角色。`, {
      clause: 'F1(4)a',
      field,
    })
}

/** Whether somebody is in the 知悉范围 of a document as it stands now. */
export const isInScope = (read: Read, document: number, person: number): boolean =>
  read.get('SELECT 1 FROM in_scope WHERE document = ? AND person = ?', document, person) !== undefined

/** Whether a document ever had a 知悉范围, though everybody may have been moved out of it since. */
export const wasScoped = (read: Read, document: number): boolean =>
  read.get(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM in_scope WHERE document = ?)
     OR EXISTS (SELECT 1 FROM scope WHERE document = ? AND ended_at IS NOT NULL)`,
    document,
    document,
  ) !== undefined

/** Sets the scope of a document that was registered without one; afterwards only an approval widens it (F1(4)c). */
export const setScope = (work: Work, input: Parsed<'documents.setScope'>): Output<'documents.setScope'> => {
  const document = documentById(work.read, input.document)
  work.about(document.number)
  if (wasScoped(work.read, document.id))
    refuse('rule.forbids', '知悉范围已经核定，未经批准不得扩大。请用“申请扩大知悉范围”办理。', { clause: 'F1(4)c', field: 'scope' })
  refuseStrangers(work.read, input.scope, 'scope')
  for (const person of new Set(input.scope)) work.insert('scope', { document: document.id, person, widening: null, at: work.now.toISOString() })
  return { id: document.id }
}

/** A copy of the document in somebody's hands outside a folder. */
const stillHolds = (work: Work, document: number, person: number) =>
  work.read.get<{ number: string; name: string }>(
    "SELECT copy.number, person.name FROM copy JOIN person ON person.id = holder WHERE document = ? AND holder = ? AND state = 'lent' LIMIT 1",
    document,
    person,
  )

/** Where somebody still stands with a document: a copy in hand, or a folder of it that waits for them. */
const stillReads = (work: Work, document: number, person: number) =>
  work.read.get<{ number: string; name: string }>(
    `SELECT sheet.number, person.name FROM leg JOIN sheet ON sheet.id = leg.sheet JOIN person ON person.id = leg.reader
     JOIN sheet_copy ON sheet_copy.sheet = sheet.id JOIN copy ON copy.id = sheet_copy.copy
     WHERE copy.document = ? AND leg.reader = ? AND leg.state IN ('waiting','handedOut','signed') AND sheet.state NOT IN ('finished','cancelled') LIMIT 1`,
    document,
    person,
  )

/** The 知悉范围 of a 汇编 stays within those of its sources (实施条例27 不得改变知悉范围). */
export const refuseBeyondSources = (read: Read, document: number, persons: readonly number[], field: string): void => {
  for (const source of compiledFrom(read, document))
    if (!persons.every((person) => isInScope(read, source.document, person)))
      refuse('rule.forbids', `汇编的知悉范围不得超出来源：所列人员中有不在${source.number}知悉范围内的。请先申请扩大来源的知悉范围。`, {
        clause: '实施条例27',
        field,
      })
}

/** Who reads it, or holds a copy of it, stays in its 知悉范围 until it is back. */
const refuseStillIn = (work: Work, { document, person }: InScope, field: string) => {
  const reads = stillReads(work, document, person)
  if (reads) refuse('rule.forbids', `${reads.name}还在${reads.number}的阅文人中，退回或去掉后才能移出知悉范围。`, { clause: 'F1(4)a', field })
  const holds = stillHolds(work, document, person)
  if (holds) refuse('rule.forbids', `${holds.name}手中还有${holds.number}，收回后才能移出知悉范围。`, { clause: 'F1(4)a', field })
}

type InScope = { id: number; document: number; number: string; person: number }

/** Where somebody leaves a 知悉范围 when they leave that of a document: there, and of every 汇编 that it went into. */
const scopesLeft = (work: Work, { id: document, number }: { id: number; number: string }, person: number): InScope[] =>
  [{ id: document, number }, ...compiledOf(work.read, document)].flatMap((of) => {
    const row = work.read.get<{ id: number }>('SELECT id FROM in_scope WHERE document = ? AND person = ?', of.id, person)
    return row ? [{ id: row.id, document: of.id, number: of.number, person }] : []
  })

/**
 * Takes people out of a 知悉范围 who were put there by mistake or need not know any more, with the reason; the row stays, ended (保密法21). Who may not
 * know of a source may not know of what was compiled of it.
 */
export const narrowScope = (work: Work, input: Parsed<'documents.narrowScope'>): Output<'documents.narrowScope'> => {
  const document = documentById(work.read, input.document)
  work.about(document.number)
  for (const [index, person] of input.persons.entries()) {
    const field = `persons.${index}`
    const scopes = scopesLeft(work, document, person)
    if (!scopes.some((scope) => scope.document === document.id))
      return refuse('input.unknownRecord', '此人不在知悉范围内。', { clause: '保密法21', field })
    for (const scope of scopes) {
      refuseStillIn(work, scope, field)
      work.about(scope.number)
      work.change('scope', scope.id, { ended_at: work.now.toISOString(), ended_by: work.asking.person.id, end_reason: input.reason })
    }
  }
  return { id: document.id }
}
