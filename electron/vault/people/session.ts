import type { Output, Parsed } from '../../../contract/index.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, runWork, settingsOf } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { stepOf } from '../door/tickets.ts'
import { wallClock } from '../door/clock.ts'
import type { Slot } from '../storage/key-file.ts'
import type { Gate } from './gate.ts'
import { expiryOf } from './password-policy.ts'
import { renew, sealedKeyFileOf, storeRenewal } from './renewal.ts'
import { checkPassword } from './sign-in.ts'
import { eraseKeys, type OpenedSlot, signerOf, signerOfSession } from './slots.ts'

/** The entry of the sign-in that this session began with: there is one session at a time, so it is the last. */
const signInEntry = ({ database }: Opened): number =>
  database.read.get<{ seq: number }>("SELECT seq FROM audit_entry WHERE call = 'session.signIn' AND outcome = 'done' ORDER BY seq DESC LIMIT 1")
    ?.seq ?? refuse('vault.damaged', '记录中没有本次登录。请由安全审计员校验记录。')

/** Who is signed in, as the screen may know it. */
export const sessionView = (opened: Opened, clock: Clock): Output<'session.current'> => {
  const { unit, level, idleMinutes } = settingsOf(opened.database)
  return {
    person: opened.person,
    roles: [...opened.roles],
    unit,
    level,
    mustChangePassword: opened.mustChangePassword,
    passwordExpires: expiryOf(level, opened.passwordSetAt).toISOString(),
    idleMinutes,
    signedInBy: signInEntry(opened),
    now: wallClock(clock.now()),
  }
}

/** Sets a new password. The first one also makes the signing key. */
export const changePassword = async (
  dir: string,
  opened: Opened,
  gate: Gate,
  clock: Clock,
  input: Parsed<'session.changePassword'>,
): Promise<void> => {
  const { level } = settingsOf(opened.database)
  const file = sealedKeyFileOf(dir, opened)
  const { slot: before, opened: keys } = await checkPassword(file, gate, opened.person.name, input.current, '现在的口令不正确')
  try {
    const { slot, signing } = await renew(file, { slot: before, keys, ...input, level, vaultKeys: opened })
    const query = queryOf(opened, clock, opened.roles[0] ?? null)
    const me = runWork(opened, query, 'session.changePassword', (work) => {
      const key = storeRenewal(work, dir, file, opened.dataKey, slot)
      const own = signerOfSession(opened.person, key.id, signing.seed)
      work.afterUndo(own.erase)
      // Whose first key it is signs with it that from here on it counts.
      if (key.made) work.checkpoint('keys', own)
      return own
    })
    opened.me?.erase()
    opened.me = me
    opened.passwordSetAt = query.now
  } finally {
    eraseKeys(keys)
  }
  opened.mustChangePassword = false
}

/** The stored public key of a slot. */
const keyIdOf = (opened: Opened, slot: Slot): number =>
  opened.database.read.get<{ id: number }>('SELECT id FROM person_key WHERE public_key = ? AND retired IS NULL', slot.publicKey)?.id ??
  refuse('vault.damaged', '密钥文件与登记的公钥不符，请报安全保密管理员核查。')

type SignerRow = { id: number; name: string; department: string; account: string; password_set_at: string | null }

/** Who signs in place; refused when the account is closed. */
const signerRow = (opened: Opened, person: number): SignerRow => {
  const row = opened.database.read.get<SignerRow>('SELECT id, name, department, account, password_set_at FROM person WHERE id = ?', person)
  if (!row || row.account === 'disabled' || row.account === 'none')
    return refuse('session.accountDisabled', '账户已停用或尚未开通，请与系统管理员联系。', { field: 'name' })
  return row
}

/** An initial or aged password signs nothing: its owner sets a new one on the spot. */
const refuseOldPassword = (opened: Opened, row: SignerRow, keys: OpenedSlot, now: Date) => {
  const { level } = settingsOf(opened.database)
  const initial = row.account !== 'active' || keys.signing === null
  if (initial || now > expiryOf(level, new Date(row.password_set_at ?? 0)))
    refuse('session.mustChangePassword', `${row.name}的口令${initial ? '是初始口令' : '已到期'}，请本人在此设定新口令后签字。`, {
      clause: '口令',
      field: 'next',
    })
}

/**
 * Another person's leave for one step in place: checks name and password, gives a ticket, ends nothing.
 * With `next` the person first sets a new password, as they must when theirs is an initial one or has aged.
 */
export const countersign = async (
  dir: string,
  opened: Opened,
  gate: Gate,
  clock: Clock,
  input: Parsed<'session.countersign'>,
): Promise<Output<'session.countersign'>> => {
  const file = sealedKeyFileOf(dir, opened)
  if (input.name === opened.person.name)
    refuse('rule.forbids', '现场签字须由另一人签。本人的步骤请本人登录后办理，保密员不得自送自收。', { clause: 'F1(4)a', field: 'name' })
  const { slot, opened: keys } = await checkPassword(file, gate, input.name, input.password, `${input.name}的口令不正确`)
  try {
    const row = signerRow(opened, slot.person)
    const person = { id: row.id, name: row.name, department: row.department }
    const { level } = settingsOf(opened.database)
    const query = queryOf(opened, clock, opened.roles[0] ?? null)
    const { next } = input
    if (next === undefined) refuseOldPassword(opened, row, keys, query.now)
    const wanted = { slot, keys, current: input.password, level, vaultKeys: opened }
    const renewal = next === undefined ? null : await renew(file, { ...wanted, next })
    gate.clear(slot.person)
    const signing = keys.signing ?? refuse('vault.damaged', '密钥文件缺少签名密钥，请报安全保密管理员核查。')
    const keyId = runWork(opened, query, 'session.countersign', (work) => {
      work.about(person.name)
      work.note({ signs: input.step.call })
      return renewal ? storeRenewal(work, dir, file, opened.dataKey, renewal.slot).id : keyIdOf(opened, slot)
    })
    const step = stepOf(input.step.call, input.step.input)
    const { ticket, expires } = opened.tickets.forSigner(signerOf(person, keyId, signing.seed), query.now, step)
    return { ticket, person: { id: person.id, name: person.name }, expires: expires.toISOString() }
  } finally {
    eraseKeys(keys)
  }
}
