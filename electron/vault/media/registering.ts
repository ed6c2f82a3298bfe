import type { Output, Parsed } from '../../../contract/index.ts'
import { CONNECTABLE_KINDS, levelLabel, type MediumKind, mediumKindLabel } from '../../../contract/terms.ts'
import { rankOf } from '../documents/marking.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { mediumById, type MediumRecord, type Particulars, particularsById, plainOwn, refuseNotOnDuty, sealed } from './records.ts'

/** What a signature of a version of the ledger is over. */
const versionFacts = ({ version, keeper, department, place, remarks, reason }: Particulars, number: string) => ({
  medium: number,
  version,
  keeper,
  department,
  place,
  remarks: sealed(remarks),
  reason: sealed(reason),
})

const keep = (work: Work, medium: number, said: Particulars, signature: number): number =>
  work.insert('medium_particulars', { medium, ...said, by_person: work.asking.person.id, at: work.now.toISOString(), signature })

/** A device above the workstation's level is entered where papers of its level are (保密法31). */
const refuseAbove = ({ settings }: Work, level: MediumRecord['level']) => {
  if (rankOf(level) > rankOf(settings.level))
    refuse(
      'rule.forbids',
      `超过本机密级：本机为${levelLabel[settings.level]}级，不得登记${levelLabel[level]}级载体设备。请在相应密级的设备上登记。`,
      {
        clause: '保密法31',
        field: 'level',
      },
    )
}

/** What could be connected is confirmed not to be (F2(2)); of anything else it is not said. */
const isolationOf = (kind: MediumKind, isolated: boolean | undefined): 1 | null => {
  if (!(CONNECTABLE_KINDS as readonly MediumKind[]).includes(kind)) return null
  if (isolated !== true)
    refuse('rule.forbids', `${mediumKindLabel[kind]}必须与互联网物理隔离。请断开网络、确认隔离以后再登记。`, { clause: 'F2(2)', field: 'isolated' })
  return 1
}

/** 登记 a carrier or device, signed. */
export const register = (work: Work, input: Parsed<'media.register'>): Output<'media.register'> => {
  refuseAbove(work, input.level)
  const isolated = isolationOf(input.kind, input.isolated)
  const own_number = plainOwn(input.ownNumber)
  const same = work.read.get<{ number: string }>('SELECT number FROM medium WHERE own_number = ?', own_number)
  if (same) refuse('input.duplicate', `这一编号已登记为${same.number}，请核对。`, { clause: 'F2(2)', field: 'ownNumber' })
  refuseNotOnDuty(work.read, input.keeper, 'keeper')
  if (input.inUseOn > work.wall.slice(0, 10)) refuse('input.future', '启用日期不得晚于今天。', { clause: 'F2(2)', field: 'inUseOn' })
  const number = work.number('medium')
  const { keeper, department, place } = input
  const said: Particulars = { version: 1, keeper, department, place, remarks: input.remarks ?? null, reason: null }
  const { kind, level } = input
  const signature = work.sign(work.me(), 'medium.register', { ...versionFacts(said, number), kind, own: own_number, level, isolated: isolated === 1 })
  const at = work.now.toISOString()
  const id = work.insert('medium', {
    number,
    kind,
    own_number,
    level,
    isolated,
    in_use_on: input.inUseOn,
    model: input.model ?? null,
    registered_by: work.asking.person.id,
    registered_at: at,
    register_signature: signature,
    state: 'inStore',
    since: at,
    current: 0,
    keeper,
  })
  work.change('medium', id, { current: keep(work, id, said, signature) })
  work.about(number)
  return { id, number }
}

/** 变更, with a reason: what it said before stays. */
export const change = (work: Work, input: Parsed<'media.change'>): Output<'media.change'> => {
  const medium = mediumById(work.read, input.medium)
  work.about(medium.number)
  if (medium.state === 'destroyed') refuse('state.forbids', `${medium.number}已销毁，不再变更。`, { clause: 'F2(2)', field: 'medium' })
  const before = particularsById(work.read, medium.current)
  const { keeper = before.keeper, department = before.department, place = before.place, remarks = before.remarks } = input
  const said: Particulars = { version: before.version + 1, keeper, department, place, remarks, reason: input.reason }
  if ((['keeper', 'department', 'place', 'remarks'] as const).every((each) => said[each] === before[each]))
    refuse('input.missing', '没有变更的内容，请填写要变更的项目。', { clause: 'F2(2)', field: 'keeper' })
  if (keeper !== before.keeper) refuseNotOnDuty(work.read, keeper, 'keeper')
  const current = keep(work, medium.id, said, work.sign(work.me(), 'medium.change', versionFacts(said, medium.number)))
  work.change('medium', medium.id, { current, keeper })
  return { id: medium.id, version: said.version }
}
