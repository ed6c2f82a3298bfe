import type { disclosure } from '../../../contract/disclosure.ts'
import type { Desk } from '../door/unit.ts'
import { consult } from './consulting.ts'
import { close, deliver, letter } from './delivering.ts'
import { extend } from './extending.ts'
import { hear, heard } from './hearing.ts'
import { get, list } from './reading.ts'
import { askSupplement, receive, supplement } from './receiving.ts'
import { assign, register } from './registering.ts'
import { approve, reply } from './replying.ts'

/** The procedures of the desk 依申请公开. */
export const disclosureDesk: Desk<typeof disclosure> = {
  'disclosure.receive': receive,
  'disclosure.askSupplement': askSupplement,
  'disclosure.supplement': supplement,
  'disclosure.register': register,
  'disclosure.assign': assign,
  'disclosure.consult': consult,
  'disclosure.extend': extend,
  'disclosure.reply': reply,
  'disclosure.approve': approve,
  'disclosure.deliver': deliver,
  'disclosure.letter': letter,
  'disclosure.close': close,
  'disclosure.hear': hear,
  'disclosure.heard': heard,
  'disclosure.list': list,
  'disclosure.get': get,
}
