import type { Input, Output } from '../../../contract/index.ts'
import type { THREE_OFFICERS } from '../../../contract/terms.ts'

/** What the steps before the last have settled. */
export type Draft = Pick<Input<'setup.create'>, 'unit' | 'level' | 'calendarYears'>

/** What is told of a vault once it is made: the officers' names, and what stands on the recovery sheets. */
export type Founded = { officers: Officers; sheets: Output<'setup.create'>['sheets']; vault: string }

/** The three officers' names, once the vault is made. */
export type Officers = Record<(typeof THREE_OFFICERS)[number], string>
