import { useState } from 'react'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { AskCopies } from './ask-copies.tsx'
import { PrintLedger } from './print-ledger.tsx'
import { RequestPane } from './request-pane.tsx'
import { Requests } from './requests.tsx'
import './reproduction.css'

/** Desk 复制: requests to copy or extract, what was made under them, and who has it. `new-12` asks for copies of document 12. */
const ReproductionDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [printing, setPrinting] = useState(false)
  const back = () => go('reproduction')
  const begun = id === null ? /^new(?:-(\d+))?$/.exec(sub ?? '') : null
  if (begun && may('reproduction.request'))
    return (
      <AskCopies
        key={sub}
        document={begun[1] ? Number(begun[1]) : null}
        onAsked={(asked) => go('reproduction', asked)}
        onClose={begun[1] ? () => go('documents', Number(begun[1])) : back}
      />
    )
  return (
    <div className="desk-split">
      <Requests id={id} onPrint={() => setPrinting(true)} />
      {id !== null && <RequestPane key={id} id={id} onClose={back} />}
      {printing && <PrintLedger onClose={() => setPrinting(false)} />}
    </div>
  )
}

export default ReproductionDesk
