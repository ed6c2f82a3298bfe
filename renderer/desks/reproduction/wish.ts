import type { Input } from '../../../contract/index.ts'
import type { ReproductionKind } from '../../../contract/terms.ts'

export type Consent = { issuer: string; symbol: string; date: string }

/** A request as it is typed, box by box. */
export type Wish = {
  source: number | undefined
  kind: ReproductionKind
  /** 汇编: what it is made of beside the first. */
  others: number[]
  title: string
  extent: string
  applicant: number | undefined
  asked: number | undefined
  purpose: string
  recipients: number[]
  place: string | undefined
  /** Of each 绝密 original, by `consentKey`. */
  consents: Record<string, Consent>
}

export const blankConsent: Consent = { issuer: '', symbol: '', date: '' }
/** The name under which the consent to an original stands in the form. */
export const consentKey = (source: number) => `s${source}` as const

/** The originals as they are typed, in their order; what does not compile is of one. */
export const namedIn = ({ source, others, kind }: Pick<Wish, 'source' | 'others' | 'kind'>): number[] => [
  ...(source === undefined ? [] : [source]),
  ...(kind === 'compilation' ? others.filter((id) => id !== source) : []),
]

type Told = {
  /** Originals that are 绝密: the boxes of their consent stand on the form. */ topSecret: readonly number[]
  me: number
  submit: boolean
}

/** The typed form as an input of `reproduction.request`; what its kind and level do not ask for stays out. */
export const inputOf = (typed: Wish, { topSecret, me, submit }: Told): Input<'reproduction.request'> => {
  const { kind, title, extent, applicant, asked, purpose, recipients, place, consents } = typed
  const consentTo = (copy: number) => {
    const consent = topSecret.includes(copy) ? consents[consentKey(copy)] : undefined
    return consent && Object.values(consent).some((text) => text.trim() !== '') ? { consent } : {}
  }
  return {
    kind,
    purpose,
    recipients,
    sources: namedIn(typed).map((copy) => ({ copy, ...consentTo(copy) })),
    asked: asked as number,
    place: place ?? '',
    submit,
    ...(kind === 'extract' ? { extent } : {}),
    ...(kind === 'compilation' ? { title } : {}),
    ...(applicant === undefined || applicant === me ? {} : { applicant }),
  }
}

/** Which box a refused original, or the consent to it, stands in. A consent as a whole is told in its first box. */
export const boxesOf = (typed: Wish): Record<string, 'source' | 'others' | `consents.${string}`> =>
  Object.fromEntries([
    ...namedIn(typed).flatMap((copy, index) => {
      const consent = `sources.${index}.consent`
      const box = `consents.${consentKey(copy)}` as const
      return [
        [`${consent}.symbol`, `${box}.symbol`],
        [`${consent}.date`, `${box}.date`],
        [consent, `${box}.issuer`],
        [`sources.${index}.copy`, index === 0 ? 'source' : 'others'],
      ]
    }),
    ['sources', typed.kind === 'compilation' ? 'others' : 'source'],
  ])
