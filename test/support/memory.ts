import { closeSync, openSync, readFileSync, readSync } from 'node:fs'

const CHUNK = 4 * 1024 * 1024

/** The ranges of a process's memory that it can write: where anything it holds must be. */
const ranges = (pid: number): [bigint, bigint][] =>
  readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from && to ? [[BigInt(`0x${from}`), BigInt(`0x${to}`)] as [bigint, bigint]] : []
    })

/** Whether the memory of another process may be looked into here. */
export const memoryIsReadable = (pid: number): boolean => {
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'))
    return true
  } catch {
    return false
  }
}

/** How often each of some bytes stands in the memory of a running process. */
export const findInMemory = (pid: number, needles: Readonly<Record<string, Uint8Array>>): Record<string, number> => {
  const found: Record<string, number> = Object.fromEntries(Object.keys(needles).map((name) => [name, 0]))
  const longest = Math.max(...Object.values(needles).map(({ length }) => length))
  const chunk = Buffer.alloc(CHUNK)
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const look = (from: bigint, to: bigint) => {
    for (let at = from; at < to; at += BigInt(CHUNK - longest)) {
      const size = Number(to - at < BigInt(CHUNK) ? to - at : BigInt(CHUNK))
      const read = readSync(memory, chunk, 0, size, at as unknown as number)
      for (const [name, needle] of Object.entries(needles))
        for (let index = chunk.subarray(0, read).indexOf(needle); index >= 0; index = chunk.subarray(0, read).indexOf(needle, index + 1))
          found[name] = (found[name] as number) + 1
      if (at + BigInt(size) >= to) return
    }
  }
  for (const [from, to] of ranges(pid)) {
    try {
      look(from, to)
    } catch {
      // A range that was let go of meanwhile
    }
  }
  closeSync(memory)
  return found
}
