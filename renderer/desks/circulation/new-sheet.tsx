import { useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import type { PersonRef } from '../../../contract/fields.ts'
import { limits } from '../../../contract/limits.ts'
import { useAct, useQueryOf } from '../../app/client.ts'
import { ChooseCopies, type ChosenOf } from '../../components/choose-copies.tsx'
import { goOnByEnter } from '../../components/going-on.ts'
import { Asks } from '../../components/form.tsx'
import { useKeys } from '../../components/keys.ts'
import { useLeaving } from '../../components/leaving.ts'
import { RefusalNote } from '../../components/refusal.tsx'
import { ChooseReaders } from './choose-readers.tsx'

type BoxCopy = ChosenOf<'circulation.inBox'>

/** People in the 知悉范围 of every chosen copy. */
const commonScope = (copies: readonly BoxCopy[]): PersonRef[] =>
  copies.slice(1).reduce((common, copy) => common.filter((person) => copy.scope.some((one) => one.id === person.id)), [...(copies[0]?.scope ?? [])])

/** Documents in the folder that nobody may read yet. */
const unscoped = (copies: readonly BoxCopy[]) => [...new Set(copies.filter(({ scope }) => scope.length === 0).map(({ document }) => document.number))]

/** The copies of one document that are in the box, to begin a folder with. */
const useCopiesOf = (document: number | null, take: (copies: BoxCopy[]) => void) => {
  const taken = useRef(false)
  const asked = useQueryOf('documents.get', { document: document ?? 1 }, { enabled: document !== null })
  const number = asked.data?.number
  const found = useQueryOf('circulation.inBox', { text: number, limit: 200 }, { enabled: number !== undefined })
  useEffect(() => {
    if (taken.current || !found.data) return
    taken.current = true
    take(found.data.rows.filter((copy) => copy.document.id === document).toReversed())
  })
}

type Props = { document: number | null; onMade: (sheet: number) => void; onClose: () => void }

/** F4 新传阅单, in the order of the paper: 夹号, 夹内各份, 阅文人, 拟办意见, 领导批示. `document`: its copies are in the folder to begin with. */
export const NewSheet = ({ document, onMade, onClose }: Props) => {
  const [folder, setFolder] = useState('')
  const [copies, setCopies] = useState<BoxCopy[]>([])
  useCopiesOf(document, setCopies)
  const [readers, setReaders] = useState<PersonRef[]>([])
  const [proposal, setProposal] = useState('')
  const [instruction, setInstruction] = useState('')
  const saved = useRef(false)
  const act = useAct('circulation.draft')
  const within = commonScope(copies)
  const missing = [!folder.trim() && '夹号', !copies.length && '夹内各份', !readers.length && '阅文人'].filter(Boolean).join('、')
  const save = (confirm: boolean) => {
    if (missing || act.isPending) return
    const draft = { folder, copies: copies.map((one) => one.id), readers: readers.map((one) => one.id), proposal, instruction, confirm }
    act.mutate(draft, {
      onSuccess: (made) => {
        saved.current = true
        onMade(made.id)
      },
    })
  }
  const typed = folder !== '' || copies.length > 0 || proposal !== '' || instruction !== ''
  const { asked, leave, stay } = useLeaving({ typed, busy: act.isPending, saved, onClose })
  useKeys([
    ['F9', () => save(true)],
    ['Escape', leave],
  ])
  return (
    <form
      className="new-sheet"
      data-unsaved={typed || undefined}
      onKeyDownCapture={(event) => {
        if (goOnByEnter(event)) save(true)
      }}
      onInput={stay}
      onSubmit={(event) => {
        event.preventDefault()
        save(true)
      }}
    >
      <h2>新传阅单</h2>
      <div className="new-sheet-boxes">
        <label className="sentence new-sheet-folder">
          <span className="sentence-label">夹号</span>
          <Input autoFocus placeholder="夹03" value={folder} maxLength={limits.folder} onChange={(event) => setFolder(event.target.value)} />
        </label>
        <ChooseCopies
          from="circulation.inBox"
          title="夹内各份"
          place="夹内"
          none="是否在别的夹内，请按 F3 查去向"
          chosen={copies}
          onChange={setCopies}
        />
        <ChooseReaders chosen={readers} within={within} empty={copies.length === 0} unscoped={unscoped(copies)} onChange={setReaders} />
        <label className="sentence">
          <span className="sentence-label">拟办意见</span>
          <Input data-words value={proposal} maxLength={limits.opinion} onChange={(event) => setProposal(event.target.value)} />
        </label>
        <label className="sentence">
          <span className="sentence-label">领导批示</span>
          <Input
            data-words
            aria-label="领导批示"
            value={instruction}
            maxLength={limits.opinion}
            onChange={(event) => setInstruction(event.target.value)}
          />
        </label>
      </div>
      {act.error && <RefusalNote of={act.error} />}
      <div className="form-foot">
        {asked ? (
          <Asks />
        ) : (
          <span className="quiet form-word">{missing ? `还缺：${missing}` : `核定后份数（${copies.length}）和编号不再变动（F1(2)b）`}</span>
        )}
        <Button danger={asked} disabled={act.isPending} onClick={leave}>
          {asked ? '放弃本单 Esc' : '返回 Esc'}
        </Button>
        <Button disabled={!!missing || act.isPending} onClick={() => save(false)}>
          存为拟制
        </Button>
        <Button type="primary" htmlType="submit" disabled={!!missing} loading={act.isPending}>
          核定 F9
        </Button>
      </div>
    </form>
  )
}
