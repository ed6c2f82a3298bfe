import type { Input, ProcedureName } from '../../../contract/index.ts'
import type { Office, SignedCall, Unsigned } from '../office.ts'
import type { Store } from '../store.ts'

/** The office, and its file to look into. */
export type Scene = { office: Office; store: Store }

/** The records that an attempt may be about; `numbers` of copies, `asker`: whose own the request is, `item`: what was made or would be, `leaver`: who hands over. */
export type About = Partial<
  Record<
    | 'envelope'
    | 'document'
    | 'copy'
    | 'sheet'
    | 'leg'
    | 'incident'
    | 'widening'
    | 'reproduction'
    | 'loan'
    | 'visit'
    | 'handover'
    | 'outgoing'
    | 'review'
    | 'publication'
    | 'disclosure'
    | 'disclosure_item'
    | 'consult'
    | 'reply'
    | 'letter'
    | 'item'
    | 'box'
    | 'stock_taking'
    | 'breach'
    | 'return_list'
    | 'destruction'
    | 'medium'
    | 'medium_use',
    number
  >
> & { numbers?: string[]; asker?: string; leaver?: string }
type Whole = Required<About>

/** Records brought through the door to where they show each kind in each of its states, and the words of all that may be done there. */
export type World = { shows: Record<string, string>; accepts: string; make: (scene: Scene) => Promise<About> }
export const world = (shows: Record<string, string>, accepts: string, make: World['make']): World => ({ shows, accepts, make })

/** One way of calling a procedure about a record, with the words that the worlds know it by. */
export type Attempt = {
  as: string
  call: ProcedureName
  by: string | ((about: About) => string)
  needs: keyof About
  input: (about: Whole, scene: Scene) => Promise<unknown> | unknown
}
export const attempt = <N extends ProcedureName>(
  as: string,
  call: N,
  needs: keyof About,
  input: (about: Whole, scene: Scene) => Promise<Input<N>> | Input<N>,
  by: Attempt['by'] = '李保',
): Attempt => ({ as, call, by, needs, input })

/** The step with 周阅's leave to sign it in place. */
export const zhou = async <N extends SignedCall>({ office }: Scene, call: N, input: Unsigned<N>) =>
  ({ ...input, ticket: await office.ticket('周阅', call, input) }) as unknown as Input<N>
