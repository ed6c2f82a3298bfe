import { readFileSync } from 'node:fs'
import type { Configuration } from 'electron-builder'

/** The fuses in the order of Electron's wire, by the names that electron-builder.yml gives them; the last has no name there yet. */
export const FUSES = [
  'runAsNode',
  'enableCookieEncryption',
  'enableNodeOptionsEnvironmentVariable',
  'enableNodeCliInspectArguments',
  'enableEmbeddedAsarIntegrityValidation',
  'onlyLoadAppFromAsar',
  'loadBrowserProcessSpecificV8Snapshot',
  'grantFileProtocolExtraPrivileges',
  'wasmTrapHandlers',
] as const
export type Fuse = (typeof FUSES)[number]

/** electron-builder cannot set this one: it has to stand as Electron ships it, on (memory checks of WebAssembly by the processor). */
const AS_SHIPPED: Partial<Record<Fuse, boolean>> = { wasmTrapHandlers: true }

const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'
const STATES: Record<string, boolean> = { '0': false, '1': true }

/**
 * The fuse wire of an Electron binary, read from its bytes: after the sentinel stand the version, the number of fuses and a character for each.
 * A state that is neither on nor off (removed) is null. Throws where there is no wire, or one of a form unknown here.
 */
export const readFuses = (binary: string): (boolean | null)[] => {
  const bytes = readFileSync(binary)
  const at = bytes.indexOf(SENTINEL)
  if (at < 0) throw new Error(`${binary}: no fuse wire, not an Electron binary`)
  if (bytes.indexOf(SENTINEL, at + 1) >= 0) throw new Error(`${binary}: two fuse wires`)
  const [version, count] = bytes.subarray(at + SENTINEL.length)
  if (version !== 1 || count === undefined) throw new Error(`${binary}: a fuse wire of version ${version}, which is not known here`)
  const first = at + SENTINEL.length + 2
  return [...bytes.subarray(first, first + count).toString('latin1')].map((state) => STATES[state] ?? null)
}

/** How each fuse has to stand. */
export const wantedFuses = (configuration: Configuration): Partial<Record<Fuse, boolean>> => {
  const set = (configuration.electronFuses ?? {}) as Partial<Record<Fuse, boolean>>
  return { ...AS_SHIPPED, ...Object.fromEntries(FUSES.filter((fuse) => set[fuse] !== undefined).map((fuse) => [fuse, set[fuse]])) }
}

/** What is wrong with a wire: a fuse that stands otherwise, one nobody decided, one that Electron has and this list does not. */
export const fuseProblems = (wire: readonly (boolean | null)[], wanted: Partial<Record<Fuse, boolean>>): string[] => {
  const known = FUSES.flatMap((fuse, index) => {
    if (index >= wire.length) return wanted[fuse] === undefined || fuse in AS_SHIPPED ? [] : [`${fuse}: Electron no longer has it`]
    if (wanted[fuse] === undefined) return [`${fuse}: not decided`]
    return wire[index] === wanted[fuse] ? [] : [`${fuse}: ${wire[index]}, should be ${wanted[fuse]}`]
  })
  const unknown = wire.slice(FUSES.length).map((_state, index) => `fuse ${FUSES.length + index}: new in this Electron, not decided`)
  return [...known, ...unknown]
}
