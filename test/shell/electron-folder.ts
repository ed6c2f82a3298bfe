import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The wire of an Electron as it is shipped: nine fuses, told by their characters. */
export const SHIPPED_WIRE = '101100011'

/** The first bytes of a Linux program for a processor, with a fuse wire behind them. */
export const programFor = (arch: 'x64' | 'arm64', wire = SHIPPED_WIRE): Buffer => {
  const head = Buffer.alloc(64)
  head.write('\x7fELF', 0, 'latin1')
  head.writeUInt16LE(arch === 'x64' ? 62 : 183, 18)
  return Buffer.concat([head, Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'), Buffer.from([1, wire.length]), Buffer.from(wire), Buffer.alloc(64)])
}

/** A folder laid out like an unpacked Electron for Linux, whose program does not run: enough to be packed. */
export const layOutElectron = (folder: string, wire = SHIPPED_WIRE): void => {
  const files = ['chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html', 'version', 'resources/default_app.asar']
  for (const file of [...files, ...['zh-CN', 'en-US', 'de', 'fr'].map((language) => `locales/${language}.pak`)]) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), file)
  }
  writeFileSync(join(folder, 'electron'), programFor('x64', wire), { mode: 0o755 })
}
