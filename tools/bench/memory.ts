/** What the vault takes of the machine's memory: the very process that the browser host runs, after it has worked on the archive. */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import { startVault, type VaultProcess } from '../hosts/vault-process.ts'
import { copyOf } from './archive.ts'
import { type Figure, reported, under } from './figure.ts'
import { askAll } from './lists.ts'
import { officers, passwordOf, TODAY } from './office.ts'
import { paper, randomFrom, READERS } from './papers.ts'

/** MiB that a process holds now, and where the system tells it, the most it ever held. */
export const residentOf = (pid: number): { now: number; most: number | null } => {
  const status = `/proc/${pid}/status`
  if (!existsSync(status)) return { now: Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)])) / 1024), most: null }
  const text = readFileSync(status, 'utf8')
  const line = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) / 1024)
  return { now: line('VmRSS'), most: line('VmHWM') }
}

/** Somebody at the vault process, as the lists and the work need them. */
const officeIn = (vault: VaultProcess) => {
  const ok = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await vault.call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.refused.code} ${reply.refused.message}`)
    return reply.output as Output<N>
  }
  return {
    ok,
    as: async (name: string) => {
      await vault.lock('locked')
      return ok('session.signIn', { name, password: passwordOf(name) })
    },
  }
}

/** Asks every list and search, verifies the whole record, reads the register from its first page to its last, and registers. */
const work = async (office: ReturnType<typeof officeIn>, registrations: number) => {
  await askAll(office)
  await office.as(officers.auditor)
  for (let from: number | null = 0; from !== null; ) from = (await office.ok('audit.verify', { from })).next
  await office.as('李保')
  for (let after: number | null | undefined; after !== null; ) after = (await office.ok('documents.list', after === undefined ? {} : { after })).next
  const random = randomFrom(11)
  for (let n = 0; n < registrations; n += 1) await office.ok('documents.register', paper(random, 700_000 + n, new Date(TODAY), READERS))
}

const TEN_THOUSAND = { what: 'vault memory', limit: 200 }

/** `what`: how the figures are called; `limit`: in MiB. */
export const remembering = async (archive: string, registrations: number, { what, limit } = TEN_THOUSAND): Promise<Figure[]> => {
  const vault = await startVault({ dir: copyOf(archive), clock: TODAY, argon: 'floor' })
  try {
    const office = officeIn(vault)
    const resident = () => residentOf(vault.pid ?? 0)
    await office.as('李保')
    const opened = resident()
    await work(office, registrations)
    const worked = resident()
    return [
      under(`${what}: everything listed, searched, verified, read through; ${registrations} more registered`, worked.now, 'MiB', limit),
      reported(`${what}, just signed in`, opened.now, 'MiB'),
      ...(worked.most === null ? [] : [reported(`${what}, the most it ever took`, worked.most, 'MiB')]),
    ]
  } finally {
    await vault.close()
  }
}
