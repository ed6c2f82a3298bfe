import { Radio } from 'antd'
import { useState } from 'react'
import type { BreachView } from '../../../contract/breaches-views.ts'
import { limits } from '../../../contract/limits.ts'
import { breachStateLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { ActDialog, Sentence } from '../../components/act-dialog.tsx'
import { Countersign } from '../../components/countersign.tsx'
import type { ActProps } from './acts.tsx'

type Outcome = 'closed' | 'unfounded'
type Words = { outcome: Outcome; conclusion: string; responsibility: string }

const stillMissing = ({ list }: BreachView) => list.filter(({ was, fate, state }) => was !== null && fate === null && state === 'missing')

/** What the conclusion does to copies, said before it is signed. */
const WhatIsLost = ({ of: breach, outcome }: { of: BreachView; outcome: Outcome }) => {
  const missing = stillMissing(breach)
  if (outcome !== 'closed' || missing.length === 0) return null
  return (
    <p className="overdue">
      结案后 <span className="figures">{missing.map(({ number }) => number).join('、')}</span> 认定为遗失损毁，不再变动。
    </p>
  )
}

type WritingProps = ActProps & { words: Words; onWords: (words: Words) => void; onReady: () => void }

const Writing = ({ of: breach, words, onWords, onReady, onClose }: WritingProps) => {
  const { outcome, conclusion, responsibility } = words
  const choices = (['closed', 'unfounded'] as const).map((value) => ({
    value,
    label: breachStateLabel[value],
    disabled: value === 'closed' && breach.state !== 'handling',
  }))
  return (
    <ActDialog
      title={`提请结案　${breach.number}`}
      rule="由不是经办人、当事人的分管领导或组长签字（E5）"
      ok="请领导签字"
      needs={[conclusion.trim() === '' && '结论', outcome === 'closed' && responsibility.trim() === '' && '责任认定和处理']}
      onOk={onReady}
      onClose={onClose}
    >
      <Radio.Group
        aria-label="结果"
        options={choices}
        value={outcome}
        onChange={(event) => onWords({ ...words, outcome: event.target.value as Outcome })}
      />
      <Sentence
        label={outcome === 'closed' ? '结论' : '查否的理由'}
        first
        value={conclusion}
        onChange={(text) => onWords({ ...words, conclusion: text })}
        max={limits.note}
      />
      {outcome === 'closed' && (
        <Sentence label="责任认定和处理" value={responsibility} onChange={(text) => onWords({ ...words, responsibility: text })} max={limits.note} />
      )}
      <WhatIsLost of={breach} outcome={outcome} />
    </ActDialog>
  )
}

/** F9 结案 or 查否: written, then signed on the spot by a leader (E5). */
export const Close = (props: ActProps) => {
  const { of: breach, onDone } = props
  const act = useAct('breaches.close')
  const [words, setWords] = useState<Words>({ outcome: breach.state === 'handling' ? 'closed' : 'unfounded', conclusion: '', responsibility: '' })
  const [signing, setSigning] = useState(false)
  if (!signing) return <Writing {...props} words={words} onWords={setWords} onReady={() => setSigning(true)} />
  const { outcome, conclusion, responsibility } = words
  const step = { breach: breach.id, outcome, conclusion, ...(outcome === 'closed' ? { responsibility } : {}) }
  return (
    <Countersign
      title={`${breachStateLabel[outcome]}　${breach.number}`}
      says="请分管领导或组长核对，当场签字；不得是经办人、当事人（E5）"
      ok="签字"
      error={act.error}
      busy={act.isPending}
      step={{ call: 'breaches.close', input: step }}
      onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
      onClose={() => setSigning(false)}
    >
      <p>
        {breachStateLabel[outcome]}：{conclusion}
      </p>
      {outcome === 'closed' && <p>责任认定和处理：{responsibility}</p>}
      <WhatIsLost of={breach} outcome={outcome} />
    </Countersign>
  )
}
