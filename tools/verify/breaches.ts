import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

const BREACH = `SELECT 'breach ' || b.id || '（' || b.number || '）' AS place FROM breach b`

/** What must always be true of cases of breach and loss, and of the copies that they hold; each query gives the rows that break it (实施条例61). No name stands in what is found. */
export const breachInvariants: readonly { what: string; why: string; sql: string }[] = [
  {
    what: '份',
    why: '遗失损毁的份须有且只有一件结案的遗失、损毁事件认定它（实施条例61）',
    sql: `SELECT 'copy ' || c.id || '（' || c.number || '）' AS place FROM copy c WHERE (c.state = 'lost') <>
      (SELECT count(*) FROM breach_copy k JOIN breach b ON b.id = k.breach WHERE k.copy = c.id AND k.fate = 'lost' AND b.state = 'closed' AND b.kind IN ('loss','damage'))`,
  },
  {
    what: '领取',
    why: '没有归还而因遗失、损毁终止的领取，其事件没有接办这一份（实施条例61）',
    sql: `SELECT 'holding ' || h.id || '（' || c.number || '）' AS place FROM holding h JOIN copy c ON c.id = h.copy WHERE h.breach IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM breach_copy k WHERE k.breach = h.breach AND k.copy = h.copy AND k.was = 'lent')`,
  },
  {
    what: '违规事件',
    why: '已办结，接办的份却没有下落；或没有受理，却接办了份（实施条例61）',
    sql: `${BREACH} WHERE EXISTS (SELECT 1 FROM breach_copy k WHERE k.breach = b.id AND k.was IS NOT NULL
      AND ((b.state IN ('closed','unfounded') AND k.fate IS NULL) OR b.handler IS NULL OR b.kind NOT IN ('loss','damage')))`,
  },
  {
    what: '违规事件',
    why: '经办人是当事人（E4）',
    sql: `${BREACH} JOIN person h ON h.id = b.handler WHERE EXISTS (SELECT 1 FROM json_each(b.persons) n JOIN person p ON p.id = n.value WHERE p.identity = h.identity)`,
  },
]

type Breach = { id: number; number: string; persons: string; state: string; handler: number | null }
type Step = { id: number; act: string; words: string | null; facts: string; signature: number }
type Facts = { handler?: number; numbers?: string[]; persons?: number[] }

const LEADERS = ['deputyLeader', 'groupLeader']
const HANDLERS = ['officer', ...LEADERS]
const DECIDED = ['exempt', 'closed', 'unfounded']
const digestOf = (words: string | null) => words && sha256(Buffer.from(words)).toString('base64')

/** Where the acts of a case leave it; nowhere, where it was concluded before it was reported or a measure taken. */
const stateAfter = (acts: readonly string[]): string => {
  const end = acts.find((act) => act === 'closed' || act === 'unfounded')
  const reported = acts.includes('exempt') || acts.includes('reported')
  if (end === 'closed' && !(reported && acts.includes('measure'))) return ''
  if (end) return end
  if (acts.includes('exempt') || (reported && acts.includes('measure'))) return 'handling'
  return reported ? 'notified' : 'registered'
}

const sorted = (numbers: readonly string[]) => [...numbers].sort().join(' ')

/** Every act of a case was signed by its handler of that time, what a leader decides by one who neither handled it nor was concerned; and state, handler and copies are what was signed. */
export const checkBreaches = (database: Database.Database, means: Signed): void => {
  const stepsOf = database.prepare('SELECT * FROM breach_step WHERE breach = ? ORDER BY id')
  const numbersOf = (which: string) =>
    database.prepare(`SELECT copy.number FROM breach_copy k JOIN copy ON copy.id = k.copy WHERE k.breach = ? AND ${which}`).pluck()
  const [taken, found, lost] = ['k.was IS NOT NULL', "k.fate = 'found'", "k.fate = 'lost'"].map(numbersOf) as [
    Database.Statement,
    Database.Statement,
    Database.Statement,
  ]
  const stoodOn = new Set<number>()
  for (const row of database.prepare('SELECT * FROM breach ORDER BY id').all() as Breach[]) {
    const where = `breach ${row.id}（${row.number}）`
    const breaks = (why: string) => means.findings.breaks('违规事件', where, why)
    const steps = (stepsOf.all(row.id) as Step[]).map((step) => ({ ...step, said: JSON.parse(step.facts) as Facts }))
    const later = steps.flatMap(({ said }) => said.persons ?? [])
    const concerned = (JSON.parse(row.persons) as number[]).filter((person) => !later.includes(person))
    let handler: number | null = null
    for (const { act, words, said, signature } of steps) {
      const decided = DECIDED.includes(act)
      checkStep(means, where, {
        step: act,
        signature,
        said: { breach: row.number, act, words: digestOf(words), ...said },
        by: null,
        duty: decided ? LEADERS : act === 'found' ? ['officer'] : HANDLERS,
        never: decided ? [handler, ...concerned] : concerned,
        neverSaid: '是当事人，或审定了自己经办的事件',
      })
      if ((act === 'reported' || act === 'measure') && means.held.get(signature)?.person !== handler) breaks(`${act}不是经办人所签`)
      if (act === 'takeOn') handler = said.handler ?? null
      concerned.push(...(said.persons ?? []))
      stoodOn.add(signature)
    }
    const numbers = (act: string) => sorted(steps.filter((step) => step.act === act).flatMap(({ said }) => said.numbers ?? []))
    const known = new Set(found.all(row.id) as string[])
    if (handler !== row.handler) breaks('经办人不是受理时所签的人')
    if (stateAfter(steps.map(({ act }) => act)) !== row.state) breaks('状态与所签的各步骤不符')
    if (numbers('takeOn') !== sorted(taken.all(row.id) as string[])) breaks('接办的份与受理时所签的不同')
    if (numbers('closed') !== sorted(lost.all(row.id) as string[])) breaks('认定遗失损毁的份与结案时所签的不同')
    if (steps.some(({ act, said }) => act === 'found' && said.numbers?.some((number) => !known.has(number)))) breaks('找回的份与所签的不同')
  }
  for (const [id, { purpose }] of means.held)
    if (purpose.startsWith('breach.') && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
