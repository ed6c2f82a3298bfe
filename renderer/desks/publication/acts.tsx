import { useState } from 'react'
import type { PublicationView } from '../../../contract/publication-views.ts'
import { useQueryOf } from '../../app/client.ts'
import { go, useRoute } from '../../app/routes.tsx'
import { type Act, Acts } from '../../components/acts.tsx'
import { Release as ReleaseOf } from '../review/releasing.tsx'
import { End } from './ending.tsx'
import { Link } from './linking.tsx'

export type ActProps = { of: PublicationView; onDone: () => void; onClose: () => void }

const keys: Record<string, string> = { 'review.release': 'F9', 'publication.link': 'F6', 'publication.end': 'F4' }

/** F9 发布登记 of its review: by the very form of 保密审查, there is no second way (B1). */
const Release = ({ of: { review }, onDone, onClose }: ActProps) => {
  const got = useQueryOf('review.get', { review: review?.id ?? 0 })
  return got.data ? <ReleaseOf of={got.data} onDone={onDone} onClose={onClose} /> : null
}

/** In the order of the work. */
const forms: Record<string, (props: ActProps) => React.JSX.Element | null> = {
  'publication.link': Link,
  'review.release': Release,
  'publication.end': End,
}

/** What comes next by how it stands. */
const mainOf = ({ standing, review }: PublicationView): string[] => {
  if (standing === 'toReview') return review === null ? ['publication.link'] : []
  if (standing === 'ready') return ['review.release']
  return standing === 'refused' || standing === 'toTakeDown' ? ['publication.end'] : []
}

/** `#/publication/12/end` opens the entry with this act begun: from 今日 it is one click less. */
const begun = (acts: readonly Act[], sub: string | null) => acts.find((act) => act.allowed && act.call.endsWith(`.${sub}`))?.call ?? null

/** The next acts of an entry as buttons. What a clause stands against is shown with that clause. */
export const PublicationActs = ({ of: entry }: { of: PublicationView }) => {
  const { sub } = useRoute()
  const [open, setOpen] = useState<string | null>(() => begun(entry.acts, sub))
  const acts = Object.keys(forms).flatMap((call) => entry.acts.filter((act) => act.call === call))
  const close = () => {
    setOpen(null)
    if (sub) go('publication', entry.id)
  }
  const Form = open === null ? null : forms[open]
  return (
    <>
      <Acts acts={acts} keys={keys} main={mainOf(entry)} enabled={open === null} run={({ call }) => setOpen(call)} />
      {Form && <Form of={entry} onDone={close} onClose={close} />}
    </>
  )
}
