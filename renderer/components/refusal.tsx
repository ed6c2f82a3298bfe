/**
 * A refusal as people read it: what is refused, the clause with its words, and the record to open instead.
 *
 * - `<RefusalNote of={whatWasCaught} />` anything caught from the client. `<Refusal error={…} />` is the same under its other name.
 * - `<RefusedText refusal={refusal} />` the note of a refusal that is already at hand.
 */
import { Alert } from 'antd'
import { clauses } from '../../contract/clauses.ts'
import type { Refusal as RefusalOf } from '../../contract/refusal.ts'
import { refusalOf } from '../app/client.ts'
import { To } from '../app/routes.tsx'

export const RefusedText = ({ refusal }: { refusal: RefusalOf }) => (
  <Alert
    type="error"
    role="alert"
    className="refusal"
    title={refusal.message}
    description={
      refusal.clause || refusal.link ? (
        <>
          {refusal.clause && (
            <span className="clause">
              {refusal.clause}　{clauses[refusal.clause]}
            </span>
          )}
          {refusal.link && (
            <To desk={refusal.link.desk} id={refusal.link.id}>
              打开 {refusal.link.number}
            </To>
          )}
        </>
      ) : undefined
    }
  />
)

export const RefusalNote = ({ of: caught }: { of: unknown }) => <RefusedText refusal={refusalOf(caught)} />

export const Refusal = ({ error }: { error: unknown }) => <RefusalNote of={error} />
