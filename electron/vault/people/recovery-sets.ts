import type { Output, Parsed } from '../../../contract/index.ts'
import type { Role } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Signer, Work } from '../door/unit.ts'
import { personRow, rolesOf } from './changes.ts'
import { isSamePerson } from './identity.ts'

type RecoverySet = { id: number; reason: string | null; made_at: string; sealed_at: string | null; opened_at: string | null }

/** The set of recovery sheets that is in force: the last one that was made. */
export const currentSet = (read: Read): RecoverySet =>
  read.get<RecoverySet>('SELECT id, reason, made_at, sealed_at, opened_at FROM recovery_set ORDER BY id DESC LIMIT 1') ??
  refuse('vault.damaged', '数据库缺少密钥恢复单的登记，已损坏。请由系统管理员用备份恢复。')

/** When a backup was restored since the set in force was made: it is the backup's own, and whatever set came after it is void. Null: never. */
export const restoredSince = (read: Read): string | null =>
  read.get<{ at: string }>(
    'SELECT at FROM restoration WHERE set_signature > coalesce((SELECT max(set_signature) FROM recovery_set), 0) ORDER BY id DESC LIMIT 1',
  )?.at ?? null

/** Two of the set in force were used: they are out of their envelopes. */
export const markOpened = (work: Work): void => work.change('recovery_set', currentSet(work.read).id, { opened_at: work.now.toISOString() })

/** Whoever of the other two officers is there: with the 系统管理员's own sheet two would open everything to one person. */
const AGREEING: readonly Role[] = ['securityAdmin', 'auditor']

/** Refuses anybody but another officer to agree to new sheets (三员). */
export const refuseUnlikeSecond = (read: Read, second: Signer, asking: number): void => {
  const no = (message: string) => refuse('rule.forbids', message, { clause: '三员', field: 'ticket' })
  const roles = rolesOf(personRow({ read }, second.person.id))
  if (!AGREEING.some((role) => roles.includes(role))) no('换发密钥恢复单须由安全保密管理员或安全审计员当场会签，请其中一人输入姓名和口令。')
  if (isSamePerson(read, second.person.id, asking)) no('会签人与经办人的人员编号相同，是同一人。请安全审计员会签。')
}

/** Records a new set with both signatures, each for the very lock that the sheets open. */
export const recordSet = (work: Work, publicKey: string, { reason, ticket }: Parsed<'keys.newSheets'>): void => {
  const second = work.signer(ticket)
  refuseUnlikeSecond(work.read, second, work.asking.person.id)
  const record = { publicKey }
  work.insert('recovery_set', {
    public_key: publicKey,
    reason,
    by_person: work.asking.person.id,
    made_at: work.now.toISOString(),
    set_signature: work.sign(work.me(), 'sheets.set', record),
    agree_signature: work.sign(second, 'sheets.agree', record),
  })
}

/** 登记恢复单封存: from here on nobody is asked for new sheets any more. Those of the set-up were sealed before anybody could say so. */
export const sheetsSealed = (work: Work): Output<'keys.sheetsSealed'> => {
  const { id, reason, sealed_at, opened_at } = currentSet(work.read)
  if (reason === null || sealed_at !== null) refuse('state.forbids', '现用的密钥恢复单已登记封存，不需要再登记。', { clause: '口令' })
  if (opened_at !== null) refuse('state.forbids', '现用的密钥恢复单已经启用过，不能再登记封存。请换发新的三份。', { clause: '口令' })
  const at = work.now.toISOString()
  work.change('recovery_set', id, { sealed_at: at })
  return { at }
}
