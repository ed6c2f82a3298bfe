import type { Output, Parsed } from '../../../contract/index.ts'
import { documentById } from '../documents/document.ts'
import { isInScope, refuseStrangers } from '../documents/scope.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { wideningLifecycle } from './lifecycle.ts'

/** Asks to widen the 知悉范围 to named persons (F1(4)c, 保密法21). */
export const requestWidening = (work: Work, input: Parsed<'circulation.requestWidening'>): Output<'circulation.requestWidening'> => {
  const document = documentById(work.read, input.document)
  work.about(document.number)
  if (!work.asking.roles.includes('officer') && !isInScope(work.read, document.id, work.asking.person.id))
    refuse('session.role', '本人不在该文件的知悉范围内，不能为他人申请。请由保密员申请。', { clause: 'F1(4)c', field: 'document' })
  const persons = [...new Set(input.persons)]
  refuseStrangers(work.read, persons, 'persons')
  for (const person of persons)
    if (isInScope(work.read, document.id, person))
      refuse('input.duplicate', '所列人员中有已在知悉范围内的，不必再申请。', { clause: 'F1(4)c', field: 'persons' })
  const number = work.number('widening')
  const id = work.insert('widening', {
    number,
    document: document.id,
    persons: JSON.stringify(persons),
    reason: input.reason,
    requested_by: work.asking.person.id,
    requested_at: work.now.toISOString(),
    state: 'requested',
  })
  work.about(number)
  return { id, number }
}

type WideningRecord = { id: number; number: string; document: number; documentNumber: string; persons: string; requested_by: number }

/** Decides, signed. Nobody decides what they asked for, nor what names them (domain 4). */
export const decideWidening = (work: Work, input: Parsed<'circulation.decideWidening'>): Output<'circulation.decideWidening'> => {
  const widening =
    work.read.get<WideningRecord>(
      'SELECT widening.id, widening.number, document, document.number AS documentNumber, persons, requested_by FROM widening JOIN document ON document.id = widening.document WHERE widening.id = ?',
      input.widening,
    ) ?? refuse('input.unknownRecord', '没有这件申请，请从待审批列表中选择。', { field: 'widening' })
  work.about(widening.number, widening.documentNumber)
  const persons = JSON.parse(widening.persons) as number[]
  const me = work.asking.person.id
  if (widening.requested_by === me || persons.includes(me))
    refuse('rule.forbids', '不得审批本人申请，也不得审批涉及本人的申请。', { clause: 'F1(4)c', field: 'widening' })
  // Whoever was named may have left or changed duties since.
  if (input.approve) refuseStrangers(work.read, persons, 'persons')
  if (!input.approve && !input.opinion) refuse('input.missing', '不批准的，请在“意见”中写明理由。', { clause: 'F1(4)c', field: 'opinion' })
  const state = input.approve ? 'approved' : 'rejected'
  const signature = work.sign(work.me(), 'approval', {
    widening: widening.number,
    document: widening.documentNumber,
    persons,
    decision: state,
    opinion: input.opinion ?? null,
  })
  work.move(wideningLifecycle, widening.id, state, { decided_by: me, decided_at: work.now.toISOString(), opinion: input.opinion ?? null, signature })
  if (input.approve)
    for (const person of persons)
      if (!isInScope(work.read, widening.document, person))
        work.insert('scope', { document: widening.document, person, widening: widening.id, at: work.now.toISOString() })
  return { id: widening.id, state }
}
