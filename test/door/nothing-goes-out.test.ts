import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Office, openOffice } from '../support/office.ts'
import { type Stdio, startStdio } from '../support/stdio.ts'

let office: Office
let folder: string
beforeAll(async () => {
  office = await openOffice()
  await office.station.close()
  folder = mkdtempSync(join(tmpdir(), 'mijuan-outward-'))
})
afterAll(async () => {
  await office.close()
  rmSync(folder, { recursive: true })
})

const works = (command: string, ...args: string[]) => spawnSync(command, args).status === 0
const aDay = async (vault: Stdio, inFolder: string) => {
  await vault.as('李保')
  const { copies } = await vault.ok('documents.register', office.incoming())
  const { legs } = await vault.ok('circulation.draft', { folder: inFolder, copies: copies.map((copy) => copy.id), readers: [office.id('周阅')] })
  await vault.signed('周阅', 'circulation.handOut', { leg: legs[0]?.id as number, place: '保密室' })
  await vault.ok('circulation.returnUnread', { leg: legs[0]?.id as number, reason: '出差', numbers: copies.map(({ number }) => number) })
  await vault.ok('paper.register', { year: 2026 })
  await vault.as('冯审')
  await vault.ok('audit.checkpoint', {})
  await vault.as('李保')
}

describe('清单33 the vault works a day without a network, and never asks for one', () => {
  it('where there is no network at all, not even this computer’s own: everything works, no socket is open', async ({ skip }) => {
    if (!works('unshare', '-rn', 'true')) skip('no network namespace can be made here')
    const vault = startStdio(office.dir, folder, ['unshare', '-rn'])
    await aDay(vault, '夹01')
    // One line a table is its heading: of this namespace nobody has a socket
    for (const table of ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'])
      expect(readFileSync(`/proc/${vault.pid}/net/${table}`, 'utf8').trim().split('\n'), table).toHaveLength(1)
    expect(await vault.end()).toBe(0)
  })

  it('by the count of its system calls: no connection, no listening, no socket of the network', async ({ skip }) => {
    if (!works('strace', '-o', '/dev/null', 'true')) skip('no strace here, or no leave to trace')
    const trace = join(folder, 'trace')
    const vault = startStdio(office.dir, folder, ['strace', '-f', '-qq', '-e', 'trace=execve,socket,connect,bind,listen,sendto,sendmsg', '-o', trace])
    await aDay(vault, '夹02')
    expect(await vault.end()).toBe(0)
    const calls = readFileSync(trace, 'utf8').split('\n')
    expect(calls.some((line) => line.includes('execve('))).toBe(true)
    expect(calls.filter((line) => /\b(listen|connect|bind)\(|AF_INET|AF_PACKET/.test(line))).toEqual([])
  })
})
