import { useState } from 'react'
import { useRoute, go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { Empty } from '../../components/empty.tsx'
import { DocumentPane } from './document-pane.tsx'
import { Periods } from './periods.tsx'
import { PrintRegister } from './print-register.tsx'
import { Receive } from './receive.tsx'
import { Register } from './register.tsx'
import { RegisterList } from './register-list.tsx'
import { ReviewYear } from './year-review.tsx'
import { ClosedYear, Years } from './years.tsx'
import './documents.css'

const envelopeIn = (sub: string) => {
  const id = /^new-(\d+)$/.exec(sub)?.[1]
  return id === undefined ? null : Number(id)
}

const yearIn = (sub: string | null) => {
  const year = /^year-(\d{4})$/.exec(sub ?? '')?.[1]
  return year === undefined ? null : Number(year)
}

/** Desk 收文登记: the register, the form that fills it, and the record beside it. */
const DocumentsDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  const [printing, setPrinting] = useState(false)
  const back = () => go('documents')
  if (!may('documents.list')) return <Empty says="登记簿由保密员和有关领导查看。" />
  if (sub?.startsWith('new') && may('documents.register')) return <Register key={sub} envelope={envelopeIn(sub)} onClose={back} />
  if (sub === 'receive' && may('documents.receive')) return <Receive onClose={back} />
  if (sub === 'periods' && may('documents.expiryList')) return <Periods onClose={back} />
  if (sub === 'year-review' && may('documents.reviewYear')) return <ReviewYear onClose={() => go('documents', null, 'periods')} />
  if (sub === 'years' && may('documents.closedYears')) return <Years onClose={back} />
  const year = yearIn(sub)
  if (year !== null && may('documents.closedYear')) return <ClosedYear year={year} onClose={() => go('documents', null, 'years')} />
  return (
    <div className="desk-split">
      <RegisterList id={id} onPrint={() => setPrinting(true)} />
      {id !== null && <DocumentPane key={id} id={id} onClose={back} />}
      {printing && <PrintRegister onClose={() => setPrinting(false)} />}
    </div>
  )
}

export default DocumentsDesk
