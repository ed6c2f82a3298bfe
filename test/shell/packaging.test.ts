import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import type { Configuration } from 'electron-builder'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { archiveProblems } from '../../tools/package/archive.ts'
import { missingFiles, ordersIn, readConfiguration, root, wantedFiles } from '../../tools/package/configuration.ts'
import { madeFor } from '../../tools/package/electron-source.ts'
import { FUSES, fuseProblems, readFuses, wantedFuses } from '../../tools/package/fuses.ts'
import { packIco } from '../../tools/package/ico.ts'
import { writeSums } from '../../tools/package/sums.ts'
import { programFor, SHIPPED_WIRE } from './electron-folder.ts'

let folder: string
let configuration: Configuration
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'mijuan-packaging-'))
  configuration = await readConfiguration()
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const own = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { author: string; productName: string; main: string }

describe('electron-builder.yml', () => {
  test('清单19 fits the schema of the electron-builder that is installed; a wrong name does not', async () => {
    const wrong = { ...configuration, electronFuses: { ...configuration.electronFuses, runAsNod: false } } as Configuration
    await expect(validateConfiguration(wrong, { isEnabled: false } as Parameters<typeof validateConfiguration>[1])).rejects.toThrow('electronFuses')
  })

  test('deb and AppImage for two processors, an installer for Windows; every target’s native builds are there', () => {
    expect(ordersIn(configuration)).toEqual([
      { platform: 'linux', arch: 'x64', names: ['deb', 'AppImage'] },
      { platform: 'linux', arch: 'arm64', names: ['deb', 'AppImage'] },
      { platform: 'win32', arch: 'x64', names: ['nsis'] },
    ])
    for (const { platform, arch } of ordersIn(configuration)) {
      expect(existsSync(join(root, `node_modules/better-sqlite3/prebuilds/${platform}-${arch}.node`)), `SQLite ${platform} ${arch}`).toBe(true)
      expect(existsSync(join(root, `node_modules/argon2/prebuilds/${platform}-${arch}`)), `Argon2 ${platform} ${arch}`).toBe(true)
    }
  })

  test('清单35 56 nothing is published, updated, rebuilt or fetched beside', () => {
    expect(configuration).toMatchObject({ publish: null, npmRebuild: false, nodeGypRebuild: false, buildDependenciesFromSource: false })
    expect(configuration).toMatchObject({ detectUpdateChannel: false, generateUpdatesFilesForAllChannels: false, asar: { smartUnpack: false } })
    expect(configuration.nsis).toMatchObject({ differentialPackage: false, runAfterFinish: false, perMachine: true, deleteAppDataOnUninstall: false })
    expect(configuration.downloadAlternateFFmpeg).toBeUndefined()
    expect(configuration.extraFiles ?? configuration.extraResources).toBeUndefined()
  })

  test('清单22 the files are named one by one, and only in one place', () => {
    expect(wantedFiles(configuration)).toEqual([
      'package.json',
      'out/main.cjs',
      'out/preload.cjs',
      'out/vault.mjs',
      'out/vault-licences.txt',
      'out/vault-worker.mjs',
      'out/archive-worker.mjs',
      'out/export-worker.mjs',
      'out/export-licences.txt',
      'out/import-worker.mjs',
      'out/import-licences.txt',
      'out/migrations/**',
      'out/screen/**',
      'resources/calendars/**',
      'resources/icons/icon.png',
    ])
    expect(own.main).toBe('out/main.cjs')
    // Patterns under a system that only leave out would bring in the whole project.
    expect(configuration.linux?.files ?? configuration.win?.files).toBeUndefined()
    expect(missingFiles({ files: ['out/nothing.js', '!out/x', 'package.json'] })).toEqual(['out/nothing.js'])
  })

  test('who stands for it is who stands in package.json, and the menu entry is 密卷', () => {
    expect(configuration.linux?.maintainer).toBe(own.author)
    expect(configuration.linux?.desktop?.entry?.Name).toBe(own.productName)
    expect(configuration.nsis?.shortcutName).toBe(own.productName)
    expect(configuration.artifactName).toMatch(/\$\{arch\}/)
  })
})

describe('清单19 21 fuses', () => {
  const { FuseV1Options } = createRequire(join(root, 'node_modules/app-builder-lib/package.json'))('@electron/fuses') as {
    FuseV1Options: Record<string, string | number>
  }
  const installed = Object.entries(FuseV1Options).filter(([name]) => Number.isNaN(Number(name))) as [string, number][]

  test('清单21 every fuse that the installed @electron/fuses knows is set, one by one, as decided', () => {
    for (const [name, index] of installed) {
      const key = `${name[0]?.toLowerCase()}${name.slice(1)}`
      expect(FUSES[index], name).toBe(key)
      expect(configuration.electronFuses, name).toHaveProperty(key, expect.any(Boolean))
    }
    expect(wantedFuses(configuration)).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      wasmTrapHandlers: true,
    })
  })

  test('清单21 and every fuse that electron-builder’s schema knows', () => {
    const schema = JSON.parse(readFileSync(join(root, 'node_modules/app-builder-lib/scheme.json'), 'utf8'))
    expect(Object.keys(configuration.electronFuses ?? {}).sort()).toEqual(Object.keys(schema.definitions.FuseOptionsV1.properties).sort())
  })

  const wire = (states: string) => {
    const path = join(folder, 'electron')
    writeFileSync(path, programFor('x64', states))
    return readFuses(path)
  }

  test('清单21 a wire is read from the program’s bytes', () => {
    expect(wire('01r')).toEqual([false, true, null])
    const plain = join(folder, 'plain')
    writeFileSync(plain, 'no Electron')
    expect(() => readFuses(plain)).toThrow('not an Electron')
  })

  test('清单21 read back: as decided, or each difference by name', () => {
    const wanted = wantedFuses(configuration)
    expect(fuseProblems(wire('010011001'), wanted)).toEqual([])
    expect(fuseProblems(wire('01001100'), wanted)).toEqual([])
    expect(fuseProblems(wire(SHIPPED_WIRE), wanted).map((problem) => problem.split(':')[0])).toEqual([
      'runAsNode',
      'enableCookieEncryption',
      'enableNodeOptionsEnvironmentVariable',
      'enableNodeCliInspectArguments',
      'enableEmbeddedAsarIntegrityValidation',
      'onlyLoadAppFromAsar',
      'grantFileProtocolExtraPrivileges',
    ])
    expect(fuseProblems(wire('0100110011'), wanted)).toEqual(['fuse 9: new in this Electron, not decided'])
    expect(fuseProblems(wire('0r0011001'), wanted)).toEqual(['enableCookieEncryption: null, should be true'])
    expect(fuseProblems(wire('0100110'), wanted)).toEqual(['grantFileProtocolExtraPrivileges: Electron no longer has it'])
    const { runAsNode: _, ...undecided } = wanted
    expect(fuseProblems(wire('010011001'), undecided)).toEqual(['runAsNode: not decided'])
  })
})

describe('what packs', () => {
  test('清单22 a program tells for which system and processor it was made', () => {
    const made = (bytes: Uint8Array) => {
      const path = join(folder, 'program')
      writeFileSync(path, bytes)
      return madeFor(path)
    }
    const windows = Buffer.alloc(128)
    windows.write('MZ')
    windows.writeUInt32LE(64, 60)
    windows.write('PE\0\0', 64, 'latin1')
    windows.writeUInt16LE(0x8664, 68)
    expect(made(programFor('x64'))).toEqual({ platform: 'linux', arch: 'x64' })
    expect(made(programFor('arm64'))).toEqual({ platform: 'linux', arch: 'arm64' })
    expect(made(windows)).toEqual({ platform: 'win32', arch: 'x64' })
    expect(made(Buffer.from('#!/bin/sh'))).toBeNull()
    if (process.platform === 'linux') expect(madeFor(process.execPath)).toEqual({ platform: 'linux', arch: process.arch })
  })

  test('清单22 an archive without a module that the vault loads, or with a native build inside it or of another system, is told', () => {
    const whole = [
      '/node_modules/argon2/argon2.cjs',
      '/node_modules/argon2/prebuilds/linux-x64/argon2.glibc.node',
      '/node_modules/@phc/format/index.js',
      '/node_modules/node-gyp-build/index.js',
      '/node_modules/better-sqlite3/lib/index.js',
      '/node_modules/better-sqlite3/prebuilds/linux-x64.node',
    ]
    expect(archiveProblems(whole, () => true)).toEqual([])
    expect(archiveProblems(whole, (path) => !path.includes('argon2'))).toEqual([`${whole[1]} is not outside the archive`])
    expect(
      archiveProblems(
        whole.filter((path) => !path.includes('@phc')),
        () => true,
      ),
    ).toEqual(['/node_modules/@phc/format/index.js is missing'])
    const another = '/node_modules/better-sqlite3/prebuilds/win32-x64.node'
    expect(archiveProblems([...whole, another], () => true)).toEqual(['better-sqlite3 has not one native build'])
  })

  test('清单22 SHA256SUMS names each artefact once, as sha256sum checks it', () => {
    writeFileSync(join(folder, 'b.deb'), 'b')
    writeFileSync(join(folder, 'a.AppImage'), '')
    expect(writeSums(folder, [join(folder, 'b.deb'), join(folder, 'a.AppImage'), join(folder, 'b.deb'), folder])).toBe(2)
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a.AppImage\n' +
        '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  b.deb\n',
    )
  })
})

describe('icons', () => {
  /** The side of a square PNG, from its header. */
  const sideOf = (png: Buffer) => {
    expect(png.toString('latin1', 1, 4)).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(png.readUInt32BE(20))
    return png.readUInt32BE(16)
  }
  const icons = join(root, 'resources/icons')

  test('the window’s icon, and Linux’s by size', () => {
    expect(sideOf(readFileSync(join(icons, 'icon.png')))).toBe(512)
    for (const side of [16, 24, 32, 48, 64, 128, 256, 512]) expect(sideOf(readFileSync(join(icons, `linux/${side}x${side}.png`)))).toBe(side)
  })

  test('Windows’s icon holds the same pictures', () => {
    const ico = readFileSync(join(icons, 'icon.ico'))
    expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1])
    const sides = Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
      const at = 6 + 16 * index
      const png = ico.subarray(ico.readUInt32LE(at + 12), ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8))
      const side = sideOf(png)
      expect(ico.readUInt8(at)).toBe(side % 256)
      expect(png.equals(readFileSync(join(icons, `linux/${side}x${side}.png`)))).toBe(true)
      return side
    })
    expect(sides).toEqual([16, 24, 32, 48, 64, 256])
  })

  test('a picture that the format cannot name is refused', () => {
    expect(() => packIco([{ side: 512, png: Buffer.alloc(8) }])).toThrow('1 to 256')
  })
})
