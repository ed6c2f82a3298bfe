import { Button } from 'antd'
import { useState } from 'react'
import { go, useRoute } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { useKeys } from '../../components/keys.ts'
import { CasePane } from './case-pane.tsx'
import { Cases } from './cases.tsx'
import { Report } from './report.tsx'
import './breaches.css'

const back = () => go('breaches')

/** Whoever only reports sees no case, not even their own: they are told its number and nothing more (E4). */
const Letterbox = () => {
  const { sub } = useRoute()
  const [number, setNumber] = useState<string | null>(null)
  const begin = () => go('breaches', null, 'new')
  useKeys([['F7', begin]], sub !== 'new')
  return (
    <section className="breach-letterbox" aria-label="举报">
      <h2>违规、遗失、泄密线索</h2>
      <p>发现横传、遗失、损毁、泄密线索的，请立即登记；泄密应在发现后二十四小时内上报（实施条例61）。</p>
      <p>举报人保密：姓名只有经办人能看到，不在列表、经过、打印件和审计页面上出现（E4）。</p>
      <Button type="primary" onClick={begin}>
        登记违规 F7
      </Button>
      {number && (
        <p role="status">
          已登记，编号 <strong className="figures">{number}</strong>。请记下编号；补充情况时向保密员或分管领导说明。
        </p>
      )}
      {sub === 'new' && (
        <Report
          onClose={back}
          onDone={(done) => {
            setNumber(done.number)
            back()
          }}
        />
      )}
    </section>
  )
}

/** Desk 违规遗失: what was reported, who handles it, until when it is to be reported, and how it ended (E4, E5, 实施条例61). */
const BreachesDesk = ({ id }: { id: number | null }) => {
  const may = useMay()
  const { sub } = useRoute()
  if (!may('breaches.list')) return <Letterbox />
  return (
    <div className="desk-split">
      <Cases id={id} />
      {id !== null && <CasePane key={id} id={id} onClose={back} />}
      {id === null && sub === 'new' && <Report onClose={back} onDone={(done) => go('breaches', done.id)} />}
    </div>
  )
}

export default BreachesDesk
