import { onCustody } from './attacks/custody.ts'
import { onEntries } from './attacks/entries.ts'
import { onFiles } from './attacks/files.ts'
import type { Attack } from './attacks/means.ts'
import { byRebuilding } from './attacks/rebuilding.ts'
import { onSchema } from './attacks/schema.ts'

/** The attacks of the owner of the machine, each once. The table of SECURITY.md is written from here. */
export const attacks: readonly Attack[] = [...onEntries, ...onCustody, ...byRebuilding, ...onFiles, ...onSchema]
