/**
 * A refusal as people read it: what is refused, the clause with its words, and the record to open instead.
 *
 * - `<RefusalNote of={whatWasCaught} />` anything caught from the client. `<Refusal error={…} />` is the same under its other name.
 * - `<RefusedText refusal={refusal} told />` the note of a refusal that is already at hand.
 */
import { Alert } from 'antd'
import { clauses } from '../../contract/clauses.ts'
import type { Refusal as RefusalOf } from '../../contract/refusal.ts'
import { refusalOf } from '../app/client.ts'
import { To } from '../app/routes.tsx'

/** A password to be renewed on the spot is a step of the day and no refusal to be frightened of. */
const kind = ({ code }: RefusalOf) => (code === 'session.mustChangePassword' ? 'info' : 'error')

/** `told`: its sentence stands under its box already, so that the note gives the clause and what to open alone. */
export const RefusedText = ({ refusal, told = false }: { refusal: RefusalOf; told?: boolean }) => {
  const { message, clause, link } = refusal
  const more = (
    <>
      {clause && (
        <span className="clause">
          {clause}　{clauses[clause]}
        </span>
      )}
      {link && (
        <To desk={link.desk} id={link.id}>
          打开 {link.number}
        </To>
      )}
    </>
  )
  return (
    <Alert
      type={kind(refusal)}
      role="alert"
      className="refusal"
      title={told ? more : message}
      description={!told && (clause || link) ? more : undefined}
    />
  )
}

export const RefusalNote = ({ of: caught }: { of: unknown }) => <RefusedText refusal={refusalOf(caught)} />

export const Refusal = ({ error }: { error: unknown }) => <RefusalNote of={error} />
