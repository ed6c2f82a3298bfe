import type { Output, Parsed } from '../../../contract/index.ts'
import { copyStateLabel, returnStateLabel } from '../../../contract/terms.ts'
import { countBack } from '../custody/counting.ts'
import { putAway } from '../custody/moves.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { isSamePerson } from '../people/identity.ts'
import { handed, unexplained } from './deciding.ts'
import { returnLifecycle } from './lifecycle.ts'
import { refuseUnlistable } from './proposing.ts'
import { going, numbersOf, refuseReturn, returnById, returnItems } from './records.ts'

/** 清退核对, as the numbers are scanned; `withdraw` takes them off the list, which stands as the explanation of the difference. */
export const check = (work: Work, input: Parsed<'disposal.check'>): Output<'disposal.check'> => {
  const list = returnById(work.read, input.returnList)
  work.about(list.number)
  const withdrawn = input.withdraw ?? null
  if (list.state !== 'listed' && (list.state !== 'approved' || withdrawn === null))
    refuse('state.forbids', `清单现为“${returnStateLabel[list.state]}”，不再核对。批准以后只能取出不退的份。`, {
      clause: '实施条例27',
      field: 'returnList',
    })
  const { present } = countBack(work.read, going(returnItems(work.read, list.id)), input.numbers, { of: '本清单应退', clause: '实施条例27' })
  work.about(...numbersOf(present))
  if (withdrawn === null) for (const item of present) if (item.withdrawn !== null) refuseUnlistable(work.read, item.id, 'numbers')
  const approved = list.state === 'approved'
  const at = work.now.toISOString()
  for (const { item, found_at } of present) {
    // What was approved stays known as it was: only from before the approval a withdrawn copy counts as never found
    if (withdrawn !== null) work.change('return_item', item, { withdrawn, found_at: approved ? found_at : null })
    else work.change('return_item', item, { withdrawn: null, found_at: found_at ?? at })
  }
  const items = returnItems(work.read, list.id)
  return { id: list.id, found: handed(items).length, left: unexplained(items).length }
}

/** 清退完成: handed to the receiver of the issuer, who has no account: the 清退人 enters them with the receipt, and signs. */
export const handBack = (work: Work, input: Parsed<'disposal.handBack'>): Output<'disposal.handBack'> => {
  const list = returnById(work.read, input.returnList)
  const go = handed(returnItems(work.read, list.id))
  work.about(list.number, ...numbersOf(go))
  if (list.state === 'listed') refuseReturn('清退清单尚未经分管领导批准。')
  if (list.decided_by !== null && isSamePerson(work.read, list.decided_by, work.asking.person.id)) refuseReturn('批准人不得兼作清退人。')
  if (input.on > work.wall.slice(0, 10)) refuse('input.future', '交接日期不得晚于今天。', { clause: '实施条例27', field: 'on' })
  if (list.state === 'approved') {
    const away = go.find(({ state }) => state !== 'inBox')
    if (away) refuseReturn(`${away.number}现为“${copyStateLabel[away.state]}”，不在箱。请收回，或取出并写明理由。`)
    if (go.length === 0) refuseReturn('清单上没有可以清退的份，请作废。')
  }
  const { receiver, unit, receipt, on } = input
  const facts = { return: list.number, issuer: list.issuer, numbers: numbersOf(go), receiver, unit, receipt, on }
  work.move(returnLifecycle, list.id, 'done', {
    receiver,
    receiver_unit: unit,
    receipt,
    handed_on: on,
    hand_signature: work.sign(work.me(), 'return.hand', facts),
    closed_at: work.now.toISOString(),
  })
  putAway(work, go, 'returned')
  return { id: list.id, items: go.length }
}
