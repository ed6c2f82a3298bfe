import { readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What a system without this file has in it. */
const read = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** The soft limit is what holds for a program that was started like this one: the page's processes too. */
const dumpsCore = (proc: string) => /^Max core file size +(?!0 )\S/m.test(read(join(proc, 'self/limits')))

/** 2 and 3 keep everybody but root out; without Yama any program of the same account may look into this one's memory. */
const letsTrace = (proc: string) => !/^[23]$/m.test(read(join(proc, 'sys/kernel/yama/ptrace_scope')).trim())

/** Swap in compressed memory writes nothing to a disk; on a mapped device that calls itself encrypted, nothing readable. */
const swapsOpenly = (proc: string, sys: string) =>
  read(join(proc, 'swaps'))
    .split('\n')
    .slice(1)
    .map((line) => line.split(/\s/, 1)[0] ?? '')
    .filter((device) => device !== '' && !/^\/dev\/zram\d+$/.test(device))
    .some((device) => {
      const mapped = /^\/dev\/(dm-\d+)$/.exec(device)?.[1]
      return mapped === undefined || !read(join(sys, 'block', mapped, 'dm/uuid')).startsWith('CRYPT-')
    })

/** Whoever can write a folder can put another program in the place of the one in it. */
const isOpen = (folder: string): boolean => {
  try {
    const { uid, mode } = statSync(folder)
    return uid !== 0 || (mode & 0o022) !== 0
  } catch {
    return false
  }
}

/** Of the packed program alone (checklist 22): a checkout belongs to whoever works in it. Advisory: who has changed the program can change this. */
const programIsOpen = (own: string, executable: string) => {
  const archive = /^(.*)[\\/]app\.asar[\\/]/.exec(own)?.[1]
  return archive !== undefined && [archive, dirname(executable)].some(isOpen)
}

/**
 * What on this computer is not as whoever installed the program must set it (SECURITY.md), in Chinese; empty when all of it is, and where the
 * system does not say (Windows, macOS). `proc`, `sys`: where Linux tells; `own`, `executable`: the program's own files.
 */
export const openOnMachine = (proc = '/proc', sys = '/sys', own = import.meta.filename, executable = process.execPath): string[] => {
  if (read(join(proc, 'self/limits')) === '') return []
  return [
    ...(dumpsCore(proc) ? ['核心转储没有关闭（程序出错时内存会写成文件）'] : []),
    ...(letsTrace(proc) ? ['没有限制其他程序读取本程序的内存（kernel.yama.ptrace_scope 应为 2 或 3）'] : []),
    ...(swapsOpenly(proc, sys) ? ['交换区没有关闭，也没有加密'] : []),
    ...(programIsOpen(own, executable) ? ['程序文件不是 root 所有或别人可以改写，应为整台计算机重新安装'] : []),
  ]
}
