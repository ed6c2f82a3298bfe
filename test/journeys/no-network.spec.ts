import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readTrace } from '../support/trace.ts'

const root = join(import.meta.dirname, '../..')
const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const tracing = ['strace', '-f', '--seccomp-bpf', '-qq', '-e', 'trace=execve,clone,clone3,fork,vfork,socket,connect,bind,listen']

/** A name by which Chromium's own socket for a second start of itself is known; it is no socket of the network. */
const ownSocket = 'SingletonSocket'
/** Chromium asks the system whether an IPv6 route exists: a datagram socket that is connected to this address, through which nothing is sent. */
const ipv6Probe = '2001:4860:4860::8888'

test('清单33 the whole demo where there is no network at all; by count of system calls our own programs open none, and Chromium but its IPv6 probe', () => {
  test.skip(!works('unshare', '-rn', 'true'), 'no network namespace can be made here')
  test.skip(!works('unshare', '-rn', ...tracing, '-o', '/dev/null', 'true'), 'no strace here, or no leave to trace')
  test.setTimeout(400_000)
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-alone-'))
  try {
    const trace = join(folder, 'trace')
    const demo = [process.execPath, join(root, 'tools/demo/main.ts'), '--out', join(folder, 'demo'), '--argon', 'floor']
    const run = spawnSync('unshare', ['-rn', ...tracing, '-o', trace, ...demo], { encoding: 'utf8' })
    expect(run.stderr).toBe('')
    expect(run.status).toBe(0)
    expect(JSON.parse(readFileSync(join(folder, 'demo/report.json'), 'utf8')).verify).toMatchObject({ ok: true, broken: [] })
    const calls = readTrace(readFileSync(trace, 'utf8'))
    const programs = new Set(calls.map(({ program }) => basename(program)))
    expect([...programs].some((name) => name.startsWith('chrom'))).toBe(true)
    const ours = calls.filter(({ program }) => !basename(program).startsWith('chrom'))
    expect(ours.filter(({ call }) => /\b(?:listen|bind|connect)\(|AF_INET|AF_PACKET|AF_NETLINK/.test(call))).toEqual([])
    const theirs = calls.filter(({ program }) => basename(program).startsWith('chrom')).map(({ call }) => call)
    for (const call of theirs.filter((one) => /connect\(.*AF_INET/.test(one))) expect(call).toContain(ipv6Probe)
    expect(theirs.filter((call) => /socket\(AF_INET6?, (?!SOCK_DGRAM)|AF_PACKET/.test(call))).toEqual([])
    for (const call of theirs.filter((one) => one.startsWith('bind('))) expect(call).toMatch(new RegExp(`AF_NETLINK|${ownSocket}`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
