import type { Output, Parsed } from '../../../contract/index.ts'
import type { Clock } from '../door/clock.ts'
import { type Opened, queryOf, runWork, settingsOf } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import { wallClock } from '../door/clock.ts'
import { readKeyFile, writeKeyFile } from '../storage/key-file.ts'
import { publicKeyOf, signingKeyOf } from '../storage/key-wrap.ts'
import type { Gate } from './gate.ts'
import { expiryOf, refuseWeakPassword } from './password-policy.ts'
import { checkPassword } from './sign-in.ts'
import { closeSlot, newSeed, signerOf } from './slots.ts'

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
    now: wallClock(clock.now()),
  }
}

const keyFileOf = (dir: string) => readKeyFile(dir) ?? refuse('vault.damaged', '密钥文件不见了。请停止使用，由系统管理员从备份恢复密钥文件。')

/** Sets a new password. The first one also makes the signing key, so that nobody else ever knew a password that opens it. */
export const changePassword = async (
  dir: string,
  opened: Opened,
  gate: Gate,
  clock: Clock,
  input: Parsed<'session.changePassword'>,
): Promise<void> => {
  const { level } = settingsOf(opened.database)
  const file = keyFileOf(dir)
  const { opened: current } = await checkPassword(file, gate, opened.person.name, input.current)
  current.dataKey.fill(0)
  if (input.next === input.current) refuse('rule.forbids', '新口令不得与原口令相同。', { clause: '口令', field: 'next' })
  refuseWeakPassword(level, input.next, opened.person.name, 'next')
  const first = opened.me === null
  const seed = first ? newSeed() : (current.seed as Buffer)
  const slot = await closeSlot(file, opened.person, input.next, opened.dataKey, seed)
  const signingKey = signingKeyOf(seed)
  seed.fill(0)
  const query = queryOf(opened, clock, opened.roles[0] ?? null)
  const at = query.now.toISOString()
  let keyId = opened.me?.keyId ?? 0
  runWork(opened, query, 'session.changePassword', (work) => {
    if (first) keyId = work.insert('person_key', { person: opened.person.id, public_key: publicKeyOf(signingKey), since: at, retired: null })
    work.change('person', opened.person.id, { account: 'active', password_set_at: at })
    work.note({ firstKey: first })
    writeKeyFile(dir, { ...file, slots: file.slots.map((each) => (each.person === slot.person ? slot : each)) }, opened.dataKey)
  })
  opened.me = signerOf(opened.person, keyId, signingKey)
  opened.passwordSetAt = query.now
  opened.mustChangePassword = false
}

/** Another person's leave for one step in place: checks name and password, gives a ticket, ends nothing. */
export const countersign = async (
  dir: string,
  opened: Opened,
  gate: Gate,
  clock: Clock,
  input: Parsed<'session.countersign'>,
): Promise<Output<'session.countersign'>> => {
  const { slot, opened: keys } = await checkPassword(keyFileOf(dir), gate, input.name, input.password)
  keys.dataKey.fill(0)
  keys.seed?.fill(0)
  const row = opened.database.working.get<{ id: number; name: string; department: string; account: string }>(
    'SELECT id, name, department, account FROM person WHERE id = ?',
    slot.person,
  )
  if (row?.account !== 'active' || !keys.signingKey || !slot.publicKey)
    return refuse('session.mustChangePassword', `${input.name}尚未更改初始口令，请本人先登录一次并更改口令。`, { clause: '口令', field: 'name' })
  const key = opened.database.working.get<{ id: number }>('SELECT id FROM person_key WHERE public_key = ? AND retired IS NULL', slot.publicKey)
  if (!key) return refuse('vault.damaged', '密钥文件与登记的公钥不符，请报安全保密管理员核查。')
  gate.clear(slot.person)
  const person = { id: row.id, name: row.name, department: row.department }
  const query = queryOf(opened, clock, opened.roles[0] ?? null)
  const signer = signerOf(person, key.id, keys.signingKey)
  runWork(opened, query, 'session.countersign', (work) => work.note({ signer: person.name }))
  const { ticket, expires } = opened.tickets.forSigner(signer, query.now)
  return { ticket, person: { id: person.id, name: person.name }, expires: expires.toISOString() }
}
