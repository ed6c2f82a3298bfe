import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import type { Reply } from '../../contract/refusal.ts'
import { type Scripted, victimOn } from './exactly.ts'
import type { Chance } from './killing/chance.ts'

/**
 * What a power cut leaves, which is less than what `kill -9` leaves: the system has every write of a killed program, the disk only what was synced. So the
 * system calls of a vault at work are recorded, and a folder is made of them as they stood at any one of them: what was synced is there; of what was
 * written since, each piece or not, whole or cut at a sector; of the names of files as many of the last changes as the disk had come to.
 */
export type Recording = { calls: Call[]; answers: { at: number; call: string; reply: Reply }[] }

type Call =
  | { kind: 'open'; path: string; truncate: boolean; create: boolean }
  | { kind: 'write'; path: string; bytes: Buffer; at: number | null }
  | { kind: 'copy'; from: string; path: string }
  | { kind: 'truncate'; path: string; length: number }
  | { kind: 'sync'; path: string }
  | { kind: 'rename'; from: string; path: string }
  | { kind: 'remove'; path: string }

const TRACED = 'openat,write,pwrite64,fsync,fdatasync,ftruncate,rename,unlink,copy_file_range,sendfile'
const LINE = /^\d+\s+(\w+)\((.*)\) = (\d+)/
const UNFINISHED = /^(\d+)\s+(\w+)\((.*) <unfinished \.\.\.>$/
const RESUMED = /^(\d+)\s+<\.\.\. \w+ resumed>(.*)$/

const bytesOf = (text: string): Buffer => Buffer.from(text.replaceAll('\\x', ''), 'hex')
const QUOTED = /"((?:\\x[0-9a-f]{2})*)"/g
const NAMED = /<((?:\\x[0-9a-f]{2})*)>/g
const all = (pattern: RegExp, text: string): Buffer[] => [...text.matchAll(pattern)].map(([, found = '']) => bytesOf(found))

/** One call as strace writes it; null for what is none of ours. */
const callOf = (name: string, args: string): Call | null => {
  const [text, second] = all(QUOTED, args)
  const [file, other] = all(NAMED, args)
  const path = String(file ?? '')
  if (name === 'openat') return { kind: 'open', path: String(text), truncate: args.includes('O_TRUNC'), create: args.includes('O_CREAT') }
  if (name === 'write') return { kind: 'write', path, bytes: text as Buffer, at: null }
  if (name === 'pwrite64') return { kind: 'write', path, bytes: text as Buffer, at: Number(args.slice(args.lastIndexOf(',') + 1)) }
  if (name === 'copy_file_range') return { kind: 'copy', from: path, path: String(other) }
  if (name === 'sendfile') return { kind: 'copy', from: String(other), path }
  if (name === 'ftruncate') return { kind: 'truncate', path, length: Number(args.slice(args.lastIndexOf(',') + 1)) }
  if (name === 'rename') return { kind: 'rename', from: String(text), path: String(second) }
  if (name === 'unlink') return { kind: 'remove', path: String(text) }
  return { kind: 'sync', path }
}

/** The calls of a trace in their order, those in two halves where they ended. */
const callsIn = (trace: string): [name: string, args: string][] => {
  const begun = new Map<string, string>()
  return trace.split('\n').flatMap((line): [string, string][] => {
    const [, pid, name, args] = UNFINISHED.exec(line) ?? []
    if (pid) begun.set(pid, `${pid} ${name}(${args}`)
    const [, who, rest] = RESUMED.exec(line) ?? []
    const [, done, all, result] = LINE.exec(who ? `${begun.get(who)}${rest}` : line) ?? []
    return done && all !== undefined && result !== undefined ? [[done, all]] : []
  })
}

/** Has a vault in a process of its own do all of a script, with its calls recorded; null where there is no strace. */
export const record = async (dir: string, script: readonly Scripted[]): Promise<Recording | null> => {
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-trace-'))
  const trace = join(folder, 'trace')
  const victim = victimOn(dir, Number.POSITIVE_INFINITY)
  const { error, status, stderr } = spawnSync(
    'strace',
    ['-f', '-y', '-xx', '-s', '4000000', '-e', `trace=${TRACED}`, '-o', trace, process.execPath, ...victim],
    { input: JSON.stringify(script), encoding: 'utf8', maxBuffer: 2 ** 28 },
  )
  if (error) return null
  if (status !== 0) throw new Error(stderr)
  const recording: Recording = { calls: [], answers: [] }
  for (const [name, args] of callsIn(readFileSync(trace, 'utf8'))) {
    const call = callOf(name, args)
    if (call && dirname(call.path) === dir) recording.calls.push(call)
    else if (call?.kind === 'sync' && call.path === dir) recording.calls.push(call)
    else if (call?.kind === 'write' && args.startsWith('1<') && call.bytes.toString().startsWith('{"call"'))
      recording.answers.push({ at: recording.calls.length, ...(JSON.parse(call.bytes.toString()) as { call: string; reply: Reply }) })
  }
  rmSync(folder, { recursive: true })
  return recording
}

/** A file: what it holds, what of that is for certain on the disk, and what was done to it since. */
type File = { now: Buffer; synced: Buffer; since: ((bytes: Buffer) => Buffer)[] }
type Names = Map<string, File>

const placed = (at: number, piece: Buffer) => (bytes: Buffer) => {
  const longer = Buffer.alloc(Math.max(bytes.length, at + piece.length))
  bytes.copy(longer)
  piece.copy(longer, at)
  return longer
}
const cutTo = (length: number) => (bytes: Buffer) => Buffer.concat([bytes.subarray(0, length), Buffer.alloc(Math.max(0, length - bytes.length))])

const SECTOR = 512

/** A folder as the calls make it, one after the other. */
const disk = (dir: string) => {
  const names: Names = new Map()
  for (const name of readdirSync(dir)) {
    const bytes = readFileSync(join(dir, name))
    names.set(name, { now: bytes, synced: bytes, since: [] })
  }
  let onDisk: Names = new Map(names)
  /** Changes of names since the folder was synced. */
  let moved: ((names: Names) => void)[] = []
  const written = new Map<string, number>()
  const move = (change: (names: Names) => void) => {
    change(names)
    moved.push(change)
  }
  const change = (file: File, how: (bytes: Buffer) => Buffer) => {
    file.now = how(file.now)
    file.since.push(how)
  }
  const put = (name: string, bytes: Buffer, at: number | null) => {
    const file = names.get(name)
    const place = at ?? written.get(name) ?? 0
    if (at === null) written.set(name, place + bytes.length)
    // A piece goes to the disk in sectors: what a cut leaves of it is some of them
    if (file) for (let from = 0; from < bytes.length; from += SECTOR) change(file, placed(place + from, bytes.subarray(from, from + SECTOR)))
  }
  const apply = (call: Call) => {
    const name = basename(call.path)
    const file = names.get(name)
    if (call.kind === 'open') {
      written.set(name, 0)
      if (!file && call.create) move((into) => into.set(name, fresh))
      else if (file && call.truncate) change(file, cutTo(0))
    } else if (call.kind === 'write') put(name, call.bytes, call.at)
    else if (call.kind === 'copy') put(name, names.get(basename(call.from))?.now ?? Buffer.alloc(0), null)
    else if (call.kind === 'truncate' && file) change(file, cutTo(call.length))
    else if (call.kind === 'remove') move((into) => into.delete(name))
    else if (call.kind === 'rename') {
      const from = names.get(basename(call.from))
      if (from)
        move((into) => {
          into.delete(basename(call.from))
          into.set(name, from)
        })
    } else if (call.kind === 'sync' && call.path === dir) {
      onDisk = new Map(names)
      moved = []
    } else if (file) Object.assign(file, { synced: file.now, since: [] })
    // A new file for the next `open` that makes one
    fresh = { now: Buffer.alloc(0), synced: Buffer.alloc(0), since: [] }
  }
  let fresh: File = { now: Buffer.alloc(0), synced: Buffer.alloc(0), since: [] }
  /** What a cut at this moment leaves in a folder. Shared memory is never on a disk. */
  const leave = (to: string, chance: Chance) => {
    mkdirSync(to, { recursive: true, mode: 0o700 })
    const left: Names = new Map(onDisk)
    for (const change of moved.slice(0, chance.below(moved.length + 1))) change(left)
    // Now nothing that was not synced has come to the disk, now nearly all, now any part
    const kept = chance.oneOf([0, 0.5, 0.95])
    for (const [name, { synced, since }] of left) {
      if (name.endsWith('-shm')) continue
      const bytes = since.reduce((sum, how) => (chance.part() < kept ? how(sum) : sum), synced)
      writeFileSync(join(to, name), bytes, { mode: 0o600 })
    }
  }
  return { apply, leave }
}

/** Cuts the power at so many random moments of a recording that began from `from`: each time `look` is given the folder that is left, and how many answers were given by then. */
export const cutAt = async (
  recording: Recording,
  { from, dir, cuts, chance }: { from: string; dir: string; cuts: number; chance: Chance },
  look: (left: string, answered: Recording['answers']) => Promise<void>,
): Promise<void> => {
  const moments = Array.from({ length: cuts }, () => chance.below(recording.calls.length + 1)).sort((a, b) => a - b)
  const folder = mkdtempSync(join(tmpdir(), 'mijuan-cut-'))
  const standing = disk(from)
  const calls = recording.calls.map((call) => ({ ...call, path: call.path === dir ? from : call.path }) as Call)
  let done = 0
  for (const [cut, moment] of moments.entries()) {
    for (; done < moment; done += 1) standing.apply(calls[done] as Call)
    const left = join(folder, String(cut))
    standing.leave(left, chance)
    await look(
      left,
      recording.answers.filter(({ at }) => at <= moment),
    )
    rmSync(left, { recursive: true })
  }
  rmSync(folder, { recursive: true })
}
