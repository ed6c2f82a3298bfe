/**
 * `npm run package [-- --dir] [-- --out DIR]`: builds the screen and the app and packs them with the Electron that is here, for each target of
 * electron-builder.yml whose Electron there is. `--dir` stops at the unpacked folders. Then it reads the fuses back and lists what it made, and what it is made of (SBOM).
 *
 * Exit code 0: packed. 1: the configuration, a file or a fuse is wrong. 3: no Electron here; everything else was checked.
 */
import { rmSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Arch as BuilderArch, build, type Configuration, Platform as BuilderPlatform } from 'electron-builder'
import { buildApp, buildScreen } from '../build.ts'
import { packedProblems } from './archive.ts'
import { missingFiles, type Order, ordersIn, readConfiguration, root } from './configuration.ts'
import { archiveName, electronFor } from './electron-source.ts'
import { fuseProblems, readFuses, wantedFuses } from './fuses.ts'
import { writeSbom } from './sbom.ts'
import { writeSums } from './sums.ts'

const { values } = parseArgs({ options: { dir: { type: 'boolean', default: false }, out: { type: 'string', default: 'dist' } } })
const out = resolve(root, values.out)

const named = ({ platform, arch, names }: Order) => `${platform} ${arch} (${(values.dir ? ['dir'] : names).join(', ')})`

/** The program inside the folder that the installers are made of. */
const programOf = ({ platform, arch }: Order): string => {
  const suffix = arch === 'x64' ? '' : `-${arch}`
  return platform === 'linux' ? join(out, `linux${suffix}-unpacked/mijuan`) : join(out, `win${suffix}-unpacked/Mijuan.exe`)
}

const pack = async (order: Order, electron: string): Promise<string[]> => {
  const platform = order.platform === 'linux' ? BuilderPlatform.LINUX : BuilderPlatform.WINDOWS
  const configuration: Configuration = {
    electronDist: electron,
    directories: { output: out },
    // Electron's own welcome app, which comes with a local Electron, is not ours to ship.
    afterExtract: ({ appOutDir }) => rmSync(join(appOutDir, 'resources/default_app.asar'), { force: true }),
  }
  return build({
    projectDir: root,
    targets: platform.createTarget(values.dir ? ['dir'] : order.names, BuilderArch[order.arch]),
    config: configuration,
    publish: 'never',
  })
}

/** Reads back what was made. Throws when a fuse stands otherwise than decided, or a module that the vault loads is not there. */
const check = (order: Order, configuration: Configuration): void => {
  const wire = readFuses(programOf(order))
  const problems = [...fuseProblems(wire, wantedFuses(configuration)), ...packedProblems(join(dirname(programOf(order)), 'resources'))]
  if (problems.length > 0) throw new Error(`${named(order)}: ${problems.join('; ')}`)
  console.log(`${named(order)}: ${wire.length} fuses read back, all as decided`)
}

const run = async (): Promise<number> => {
  await buildScreen()
  await buildApp()
  const configuration = await readConfiguration()
  const missing = missingFiles(configuration)
  if (missing.length > 0) throw new Error(`electron-builder.yml names files that are not there: ${missing.join(', ')}`)
  const orders = ordersIn(configuration).map((order) => ({ order, electron: electronFor(order) }))
  const made: string[] = []
  for (const { order, electron } of orders) {
    if (electron === null) continue
    made.push(...(await pack(order, electron)))
    check(order, configuration)
  }
  if (orders.some(({ electron }) => electron !== null)) console.log(`${writeSbom(out)} packages, listed in ${join(out, 'sbom.cdx.json')}`)
  const without = orders.filter(({ electron }) => electron === null).map(({ order }) => order)
  if (without.length === orders.length) {
    console.log('没有 Electron，未打包。No Electron binary is here: nothing was packed.')
    console.log('electron-builder.yml fits its schema, and every file it names is there. With Electron it would make:')
  } else if (made.length > 0) console.log(`${writeSums(out, made)} artefacts, listed in ${join(out, 'SHA256SUMS')}`)
  for (const order of without) console.log(`- ${named(order)}: needs ${archiveName(order)} in the folder that ELECTRON_OVERRIDE_DIST_PATH names`)
  return without.length === orders.length ? 3 : 0
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(1)
  },
)
