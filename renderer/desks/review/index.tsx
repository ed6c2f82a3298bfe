import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Draft } from './draft.tsx'
import { ReviewPane } from './review-pane.tsx'
import { Reviews } from './reviews.tsx'
import { Revise } from './revise.tsx'
import { TextPage } from './text-page.tsx'
import './review.css'

const back = () => go('review')

/** Desk 保密审查: what is to be made public, and how far its review has come (B7). `new` files a text, `new-12-34` one for item 34 of application 12, `12/revise` replaces that of a case, `12/text` shows what of it is kept here. */
const ReviewDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const begun = id === null ? /^new(?:-(\d+-\d+))?$/.exec(sub ?? '') : null
  if (begun && may('review.draft')) return <Draft key={sub} of={begun[1]} onClose={back} />
  if (id !== null && sub === 'revise' && may('review.revise')) return <Revise key={id} id={id} onClose={() => go('review', id)} />
  if (id !== null && sub === 'text') return <TextPage key={id} id={id} onClose={() => go('review', id)} />
  return (
    <div className="desk-split">
      <Reviews id={id} />
      {id !== null && <ReviewPane key={id} id={id} onClose={back} />}
    </div>
  )
}

export default ReviewDesk
