import { spawnSync, type SpawnSyncReturns } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { everybody } from '../../tools/demo/cast.ts'
import { readTrace } from '../support/trace.ts'

const root = join(import.meta.dirname, '../..')
const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const tracing = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=execve,clone,clone3,fork,vfork,socket,connect,bind,listen']

/** A name by which Chromium's own socket for a second start of itself is known; it is no socket of the network. */
const ownSocket = 'SingletonSocket'
/** Chromium asks the system whether an IPv6 route exists: a datagram socket that is connected to this address, through which nothing is sent. */
const ipv6Probe = '2001:4860:4860::8888'

const apart = works('unshare', '-rn', 'true')
const traced = apart && works('unshare', '-rn', ...tracing, '-o', '/dev/null', 'true')

/** One run of the whole demo, for all that is asked of it: where it can be had, without any network at all and with its system calls counted. */
let run: SpawnSyncReturns<string>
let folder: string
const inFolder = (name: string) => join(folder, name)

test.beforeAll(() => {
  test.setTimeout(600_000)
  folder = mkdtempSync(join(tmpdir(), 'mijuan-demo-'))
  const demo = [process.execPath, join(root, 'tools/demo/main.ts'), '--out', inFolder('demo'), '--argon', 'floor']
  const [command = '', ...args] = traced ? ['unshare', '-rn', ...tracing, '-o', inFolder('trace'), ...demo] : demo
  run = spawnSync(command, args, { encoding: 'utf8' })
})
test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

const expectDone = () => {
  expect(run.stderr).toBe('')
  expect(run.status).toBe(0)
}
const report = () => JSON.parse(readFileSync(inFolder('demo/report.json'), 'utf8'))

test('审计 the demo: a whole office lives on the real screen, within its effort, and the verifier that trusts nobody agrees', () => {
  expectDone()
  expect(readdirSync(inFolder('demo')).sort()).toEqual(['backup', 'checkpoint.txt', 'data', 'ledgers', 'paper', 'report.json', 'screens'])
  const { verify, people, steps, effort } = report()
  expect(verify).toMatchObject({ ok: true, broken: [] })
  expect(people).toHaveLength(everybody.length)
  expect(steps.length).toBeGreaterThan(40)
  for (const { act, keysAndClicks, limit } of effort) expect(keysAndClicks, act).toBeLessThanOrEqual(limit)
  expect(readdirSync(inFolder('demo/paper')).filter((name) => name.endsWith('.pdf'))).toHaveLength(8)
})

test('清单33 the whole demo where there is no network at all; by count of system calls our own programs open none, and Chromium but its IPv6 probe', () => {
  test.skip(!apart, 'no network namespace can be made here')
  test.skip(!traced, 'no strace here, or no leave to trace')
  expectDone()
  expect(report().verify).toMatchObject({ ok: true, broken: [] })
  const calls = readTrace(readFileSync(inFolder('trace'), 'utf8'))
  const programs = new Set(calls.map(({ program }) => basename(program)))
  expect([...programs].some((name) => name.startsWith('chrom'))).toBe(true)
  const ours = calls.filter(({ program }) => !basename(program).startsWith('chrom'))
  expect(ours.filter(({ call }) => /\b(?:listen|bind|connect)\(|AF_INET|AF_PACKET|AF_NETLINK/.test(call))).toEqual([])
  const theirs = calls.filter(({ program }) => basename(program).startsWith('chrom')).map(({ call }) => call)
  for (const call of theirs.filter((one) => /connect\(.*AF_INET/.test(one))) expect(call).toContain(ipv6Probe)
  expect(theirs.filter((call) => /socket\(AF_INET6?, (?!SOCK_DGRAM)|AF_PACKET/.test(call))).toEqual([])
  for (const call of theirs.filter((one) => one.startsWith('bind('))) expect(call).toMatch(new RegExp(`AF_NETLINK|${ownSocket}`))
})
