import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { openOnMachine } from '../../electron/vault/today/machine.ts'
import { openOffice } from '../support/office.ts'
import { startStdio } from '../support/stdio.ts'

// On a busy machine, where making the office alone takes half a minute.
vi.setConfig({ testTimeout: 120_000 })

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-dumps-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (root: string, files: Record<string, string>) => {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(root, name, '..'), { recursive: true })
    writeFileSync(join(root, name), text)
  }
  return root
}

/** /proc of a computer that is set as it must be; `over` changes it. */
const machine = (over: Record<string, string> = {}) =>
  openOnMachine(
    write(join(folder, 'proc'), {
      'self/limits':
        'Limit                     Soft Limit           Hard Limit           Units     \nMax core file size        0                    0                    bytes     \n',
      'sys/kernel/yama/ptrace_scope': '2\n',
      swaps: 'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n',
      ...over,
    }),
    join(folder, 'sys'),
  )
const swap = (device: string) =>
  `Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n${device}                               partition\t8388604\t\t0\t\t-2\n`

describe('清单27 what the installer left open on a Linux computer', () => {
  test('all set: nothing is said; and where the system says nothing of itself, nothing either', () => {
    expect(machine()).toEqual([])
    expect(openOnMachine(join(folder, 'nowhere'))).toEqual([])
  })

  test.each(['unlimited', '1', '1048576'])('清单27 a core limit of %s', (limit) => {
    const line = `Max core file size        ${limit.padEnd(20)} unlimited            bytes     \n`
    expect(machine({ 'self/limits': line })).toEqual([expect.stringContaining('核心转储')])
  })

  test.each([
    ['0', 1],
    ['1', 1],
    ['2', 0],
    ['3', 0],
    ['', 1],
  ])('清单27 ptrace_scope %s', (scope, said) => {
    expect(machine({ 'sys/kernel/yama/ptrace_scope': `${scope}\n` })).toHaveLength(said)
  })

  test('清单27 swap on a disk is said; in compressed memory, or on an encrypted device, it is not', () => {
    expect(machine({ swaps: swap('/dev/sda3') })).toEqual([expect.stringContaining('交换区')])
    expect(machine({ swaps: swap('/swapfile') })).toHaveLength(1)
    expect(machine({ swaps: swap('/dev/zram0') })).toEqual([])
    expect(machine({ swaps: swap('/dev/dm-1') })).toHaveLength(1)
    write(join(folder, 'sys'), { 'block/dm-1/dm/uuid': 'CRYPT-LUKS2-0123-swap\n' })
    expect(machine({ swaps: swap('/dev/dm-1') })).toEqual([])
  })

  test.runIf(process.platform === 'linux')('清单22 a packed program that somebody but root can replace; a checkout is nobody’s business', () => {
    machine()
    const told = (own: string, executable: string) => openOnMachine(join(folder, 'proc'), join(folder, 'sys'), own, executable)
    const installed = join(folder, 'opt')
    mkdirSync(installed)
    chmodSync(installed, 0o777)
    const theirs = join(installed, 'app.asar/out/vault.mjs')
    expect(told(theirs, '/usr/bin/mijuan')).toEqual([expect.stringContaining('程序文件')])
    expect(told('/usr/lib/app.asar/out/vault.mjs', join(installed, 'mijuan'))).toHaveLength(1)
    expect(told('/usr/lib/app.asar/out/vault.mjs', '/usr/bin/mijuan')).toEqual([])
    expect(told(join(installed, 'electron/vault/today/machine.ts'), join(installed, 'node'))).toEqual([])
  })

  test.runIf(process.platform === 'linux')('清单27 this very computer, under a limit that it was started with', () => {
    const say = `import { openOnMachine } from ${JSON.stringify(join(import.meta.dirname, '../../electron/vault/today/machine.ts'))}; console.log(openOnMachine().join())`
    const under = (limit: string) =>
      spawnSync('bash', ['-c', `ulimit -S -c ${limit} && exec "$0" --input-type=module -e "$1"`, process.execPath, say], { encoding: 'utf8' }).stdout
    expect(under('0')).not.toContain('核心转储')
    expect(under('8')).toContain('核心转储')
  })

  test('清单27 the 系统管理员 is told on 今日, and nobody else', async () => {
    const office = await openOffice()
    const told = async (name: string) => {
      await office.as(name)
      return (await office.ok('today.home', {})).reminders.filter(({ text }) => text.startsWith('本机还没有按安装要求设置'))
    }
    const open = openOnMachine()
    expect(await told('郑系')).toEqual(open.length === 0 ? [] : [{ level: 'warning', text: expect.stringContaining(open[0] as string), desk: null }])
    expect(await told('李保')).toEqual([])
    await office.close()
  })
})

/** The core file of a vault that was ended in the middle, where this system leaves it in the folder of the program; null where it goes elsewhere. */
const coreOf = (pid: number): Buffer | null => {
  if (!/^core(\.%p)?\s*$/.test(readFileSync('/proc/sys/kernel/core_pattern', 'utf8'))) return null
  const root = join(import.meta.dirname, '../..')
  const name = readdirSync(root).find((each) => each === 'core' || each === `core.${pid}`)
  if (name === undefined) throw new Error('the system wrote no core file')
  const core = readFileSync(join(root, name))
  rmSync(join(root, name))
  return core
}

test.runIf(process.platform === 'linux')('清单27 the vault keeps its memory out of core dumps, whatever limit it was started with', async () => {
  const office = await openOffice()
  await office.station.close()
  const stdio = startStdio(office.dir, folder, ['bash', '-c', 'ulimit -c unlimited; exec "$0" "$@"'])
  const ended = once(stdio.process, 'exit')
  await stdio.as('李保')
  await stdio.ok('documents.register', office.incoming({ title: '关于春季示范检查的通知' }))
  expect(readFileSync(`/proc/${stdio.pid}/coredump_filter`, 'utf8').trim()).toBe('00000000')
  process.kill(stdio.pid, 'SIGABRT')
  await ended
  const core = coreOf(stdio.pid)
  if (core) {
    expect(core.length).toBeGreaterThan(0)
    expect(core.includes('关于春季示范检查的通知')).toBe(false)
    expect(core.includes(Buffer.from('关于春季示范检查的通知', 'utf16le'))).toBe(false)
  }
  await office.close()
})
