import { useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import type { Output } from '../../../contract/index.ts'
import { legStateLabel, overdueLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { useKeys } from '../../components/keys.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { When } from '../../components/when.tsx'
import { Items } from './sheet-pane.tsx'
import { SignMyself } from './small-acts.tsx'

type Held = Output<'circulation.mine'>['rows'][number]

const HeldFolder = ({ held, first, onSign }: { held: Held; first: boolean; onSign: () => void }) => (
  <section className={held.overdue ? 'held held-overdue' : 'held'}>
    <div className="held-head">
      <strong>{held.sheet.folder}</strong>
      <span className="figures">{held.sheet.number}</span>
      <span className={held.overdue ? 'overdue' : 'leg-state'}>{held.overdue ? overdueLabel : legStateLabel[held.state]}</span>
      <span className="quiet">
        送来 <When at={held.handedOutAt} />
      </span>
      <span className={held.overdue ? 'overdue' : 'quiet'}>
        应退 <When at={held.due} />
      </span>
      {held.state === 'handedOut' ? (
        <Button data-landing type={first ? 'primary' : 'default'} onClick={onSign}>
          阅签{first ? ' F6' : ''}
        </Button>
      ) : (
        <span>已阅签，请当面退回保密员核对。</span>
      )}
    </div>
    <Items items={held.items} />
  </section>
)

/** 我手中的传阅夹: what the signed-in person holds, to read, sign and give back the same day (F1(2)c). */
export const Mine = () => {
  const mine = useQueryOf('circulation.mine', {}, { every: 60_000 })
  const [signing, setSigning] = useState<Held | null>(null)
  const held = mine.data?.rows ?? []
  const next = held.find((one) => one.state === 'handedOut')
  useKeys([['F6', () => next && setSigning(next)]], signing === null)
  const page = useRef<HTMLDivElement>(null)
  const ready = mine.data !== undefined
  // The act was not there yet when the desk was opened.
  useEffect(() => {
    if (ready) page.current?.querySelector<HTMLElement>('[data-landing]')?.focus()
  }, [ready])
  return (
    <div className="desk-fill desk-scroll" ref={page}>
      {mine.error && <RefusalNote of={mine.error} />}
      {mine.data && !held.length && <p className="quiet">手中没有传阅夹。</p>}
      {held.map((one) => (
        <HeldFolder key={one.leg} held={one} first={one === next} onSign={() => setSigning(one)} />
      ))}
      {signing && (
        <SignMyself
          leg={signing.leg}
          title={`${signing.sheet.folder}　${signing.sheet.number}`}
          onDone={() => setSigning(null)}
          onClose={() => setSigning(null)}
        />
      )}
    </div>
  )
}
