import type { Input } from '../../../contract/index.ts'
import type { THREE_OFFICERS } from '../../../contract/terms.ts'

/** What the steps before the last have settled. */
export type Draft = Pick<Input<'setup.create'>, 'unit' | 'level' | 'calendarYears'>

/** The three officers' names, once the vault is made. */
export type Officers = Record<(typeof THREE_OFFICERS)[number], string>
