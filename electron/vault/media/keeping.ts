import type { Output, Parsed } from '../../../contract/index.ts'
import { type MediumKind, mediumStateLabel } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Work } from '../door/unit.ts'
import { mediumLifecycle, mediumUseLifecycle } from './lifecycle.ts'
import { mediumById, type MediumRecord, openUse, refuseNotInStore, refuseNotOnDuty, sealed } from './records.ts'

type Step = Parsed<'media.repair'>['step']
type Out = Extract<Step, { kind: 'out' }>

/** What is storage itself: nothing can be taken out of it. */
const STORAGE: readonly MediumKind[] = ['disk', 'stick', 'disc']

/** Nobody from outside is alone with what state secrets lie on (F2(2)). */
const refuseUnwatched = ({ kind }: MediumRecord, { where, storageRemoved, supervisor }: Out) => {
  const no = (message: string, field: string) => refuse('rule.forbids', message, { clause: 'F2(2)', field })
  if (storageRemoved && STORAGE.includes(kind)) no('载体本身就是存储部件，不能拆下。须由本单位人员全程旁站。', 'step.storageRemoved')
  if (supervisor !== undefined) return
  if (where === 'onSite') no('上门维修须由本单位人员全程旁站，请填写旁站人。', 'step.supervisor')
  if (!storageRemoved) no('送修前应拆下存储部件留在本单位；不能拆下的，须由本单位人员全程旁站，请填写旁站人。', 'step.storageRemoved')
}

/** 送修. */
const sendOut = (work: Work, medium: MediumRecord, step: Out) => {
  refuseNotInStore(work.read, medium, '送修')
  refuseUnwatched(medium, step)
  if (step.supervisor !== undefined) refuseNotOnDuty(work.read, step.supervisor, 'step.supervisor')
  const { where, firm, fault, storageRemoved, supervisor = null } = step
  const number = work.number('mediumRepair')
  const facts = { repair: number, medium: medium.number, where, firm: sealed(firm), fault: sealed(fault), storageRemoved, supervisor }
  const out_at = work.now.toISOString()
  const id = work.insert('medium_repair', {
    number,
    medium: medium.id,
    place: where,
    firm,
    fault,
    storage_removed: storageRemoved ? 1 : 0,
    supervisor,
    out_at,
    out_signature: work.sign(work.me(), 'medium.repair', facts),
  })
  work.move(mediumLifecycle, medium.id, 'inRepair', { since: out_at })
  return { id, number }
}

/** 修回. */
const comeBack = (work: Work, medium: MediumRecord, result: string) => {
  const open = medium.state === 'inRepair'
  const repair = work.read.get<{ id: number; number: string }>('SELECT id, number FROM medium_repair WHERE medium = ? AND back_at IS NULL', medium.id)
  if (!open || !repair)
    return refuse('state.forbids', `${medium.number}现为“${mediumStateLabel[medium.state]}”，没有在修，不能修回。`, {
      clause: 'F2(2)',
      field: 'medium',
    })
  const back_at = work.now.toISOString()
  const back_signature = work.sign(work.me(), 'medium.repaired', { repair: repair.number, medium: medium.number, result: sealed(result) })
  work.change('medium_repair', repair.id, { back_at, result, back_signature })
  work.move(mediumLifecycle, medium.id, 'inStore', { since: back_at })
  return repair
}

/** 维修登记: out, or back. */
export const repair = (work: Work, { medium: id, step }: Parsed<'media.repair'>): Output<'media.repair'> => {
  const medium = mediumById(work.read, id)
  work.about(medium.number)
  const done = step.kind === 'out' ? sendOut(work, medium, step) : comeBack(work, medium, step.result)
  work.about(done.number)
  return done
}

/** 维护记录: by the 系统管理员 alone, and never changed. */
export const maintain = (work: Work, { medium: id, done }: Parsed<'media.maintain'>): Output<'media.maintain'> => {
  const medium = mediumById(work.read, id)
  work.about(medium.number)
  if (medium.state === 'destroyed' || medium.state === 'lost')
    refuse('state.forbids', `${medium.number}现为“${mediumStateLabel[medium.state]}”，不再维护。`, { clause: 'F2(2)', field: 'medium' })
  const signature = work.sign(work.me(), 'medium.maintain', { medium: medium.number, done: sealed(done) })
  const row = { medium: medium.id, done, by_person: work.asking.person.id, at: work.now.toISOString(), signature }
  return { id: work.insert('medium_maintenance', row) }
}

type Ending = { became: 'retired' | 'lost'; incident: string | null; words: string }

/** 停用 or 遗失, signed, and kept. */
const end = (work: Work, medium: MediumRecord, { became, incident, words }: Ending) => {
  const at = work.now.toISOString()
  const facts = { medium: medium.number, incident: sealed(incident), words: sealed(words) }
  const signature = work.sign(work.me(), became === 'retired' ? 'medium.retire' : 'medium.lose', facts)
  work.move(mediumLifecycle, medium.id, became, { holder: null, since: at })
  work.insert('medium_ending', { medium: medium.id, became, incident, words, by_person: work.asking.person.id, at, signature })
}

/** 停用: it waits for destruction and is not used again. */
export const retire = (work: Work, { medium: id, reason }: Parsed<'media.retire'>): Output<'media.retire'> => {
  const medium = mediumById(work.read, id)
  work.about(medium.number)
  if (medium.state !== 'lost') refuseNotInStore(work.read, medium, '停用')
  end(work, medium, { became: 'retired', incident: null, words: reason })
  return { id: medium.id }
}

/** 登记遗失: wherever it was, it is nowhere now, and whoever held it holds it no longer. */
export const lose = (work: Work, { medium: id, incident, note }: Parsed<'media.lose'>): Output<'media.lose'> => {
  const medium = mediumById(work.read, id)
  work.about(medium.number)
  const use = openUse(work.read, medium.id)
  if (use) {
    work.move(mediumUseLifecycle, use.id, 'lost')
    work.about(use.number)
  }
  end(work, medium, { became: 'lost', incident, words: note })
  return { id: medium.id }
}
