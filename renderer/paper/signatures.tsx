import type { ReactNode } from 'react'
import type { SignatureMark } from '../../contract/fields.ts'
import type { PrintedTemplate } from '../../contract/templates.ts'
import { headOf } from './rows.tsx'
import type { Section } from './section.tsx'
import { signBox } from './signed.tsx'

type Signed = { mark?: SignatureMark | null; above?: ReactNode }

/** Boxes beside each other to sign in, as the unit calls who signs: what the record has, else by hand, else struck out once it is `over`. Closes the form. */
export const signaturesOn = <S extends string>(
  { signers }: PrintedTemplate,
  order: readonly S[],
  signed: Partial<Record<S, Signed>>,
  by: { year: string; over?: boolean },
): Section => ({
  key: 'signatures',
  columns: order.map(() => 1),
  head: headOf(order.map((signer) => ({ head: signers[signer] ?? '' }))),
  rows: [
    <tr key="signatures" className="handover-signatures">
      {order.map((signer) => signBox(signer, signed[signer]?.mark ?? null, by, signed[signer]?.above))}
    </tr>,
  ],
  closing: true,
})
