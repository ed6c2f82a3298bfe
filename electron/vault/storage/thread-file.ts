import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The file of a thread: `worker.ts` beside its starter as it is written; as it is bundled, its own file beside the vault's. */
export const threadFile = (folder: string, bundled: string): string =>
  [join(folder, 'worker.ts'), join(folder, bundled)].find(existsSync) ?? join(folder, bundled)
