import { globSync } from 'node:fs'
import { resolve } from 'node:path'
// The very reader and schema that electron-builder uses; the package itself exports neither.
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import type { Configuration, FileSet } from 'electron-builder'

export const root = resolve(import.meta.dirname, '../..')

export type Platform = 'linux' | 'win32'
export type Arch = 'x64' | 'arm64'
/** What is made for one system and processor: `names` are electron-builder's targets. */
export type Order = { platform: Platform; arch: Arch; names: string[] }

const quiet = { isEnabled: false } as Parameters<typeof validateConfiguration>[1]

/** Reads electron-builder.yml and holds it against electron-builder's own schema. Throws with what is wrong and where. */
export const readConfiguration = async (): Promise<Configuration> => {
  const configuration = await getConfig(root, 'electron-builder.yml', null)
  await validateConfiguration(configuration, quiet)
  return configuration
}

/** The targets of the configuration, by system and processor. Refuses a target without a processor: it would mean the builder's own. */
export const ordersIn = (configuration: Configuration): Order[] => {
  const orders = new Map<string, Order>()
  for (const platform of ['linux', 'win32'] as const) {
    const { target } = configuration[platform === 'linux' ? 'linux' : 'win'] ?? {}
    for (const each of [target ?? []].flat()) {
      if (typeof each === 'string' || !each.arch) throw new Error(`${platform}: each target names its processors`)
      for (const arch of [each.arch].flat() as Arch[]) {
        const order = orders.get(`${platform} ${arch}`) ?? { platform, arch, names: [] }
        order.names.push(each.target)
        orders.set(`${platform} ${arch}`, order)
      }
    }
  }
  return [...orders.values()]
}

/** The patterns of `files` that name something of this project (not those that leave something out). */
export const wantedFiles = (configuration: Configuration): string[] =>
  [configuration.files ?? []]
    .flat()
    .flatMap((each) => (typeof each === 'string' ? [each] : [(each as FileSet).filter ?? []].flat()))
    .filter((pattern) => !pattern.startsWith('!'))

/** The patterns that name nothing that is there: a package would be made without it. */
export const missingFiles = (configuration: Configuration): string[] =>
  wantedFiles(configuration).filter((pattern) => globSync(pattern, { cwd: root }).length === 0)
