import type { Input } from '../../../contract/index.ts'
import type { ReproductionKind } from '../../../contract/terms.ts'

/** A request as it is typed, box by box. */
export type Wish = {
  source: number | undefined
  kind: ReproductionKind
  extent: string
  applicant: number | undefined
  asked: number | undefined
  purpose: string
  recipients: number[]
  place: string | undefined
  consent: { issuer: string; symbol: string; date: string }
}

type Told = { /** The original is 绝密: the box of the consent stands on the form. */ topSecret: boolean; me: number; submit: boolean }

/** The typed form as an input of `reproduction.request`; what its kind and level do not ask for stays out. */
export const inputOf = (typed: Wish, { topSecret, me, submit }: Told): Input<'reproduction.request'> => {
  const { source, extent, applicant, asked, place, consent, ...same } = typed
  const consented = topSecret && Object.values(consent).some((text) => text.trim() !== '')
  return {
    ...same,
    source: source as number,
    asked: asked as number,
    place: place ?? '',
    submit,
    ...(typed.kind === 'extract' ? { extent } : {}),
    ...(applicant === undefined || applicant === me ? {} : { applicant }),
    ...(consented ? { consent } : {}),
  }
}
