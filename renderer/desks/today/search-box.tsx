import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import type { SheetRow } from '../../../contract/circulation-views.ts'
import type { CopyView, EnvelopeRow } from '../../../contract/documents-views.ts'
import { limits } from '../../../contract/limits.ts'
import type { Output } from '../../../contract/index.ts'
import type { MediumRow } from '../../../contract/media-views.ts'
import { copyStateLabel, envelopeStateLabel, mediumKindLabel, mediumStateLabel, sheetStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay, useSession } from '../../app/session.tsx'
import { useKeys } from '../../components/keys.ts'
import { land } from '../../components/landing.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { RefusalNote } from '../../components/refusal.tsx'
import { isCarrierLabel, useScanFrom } from '../../components/scanning.ts'
import { When } from '../../components/when.tsx'
import './today.css'

const DEBOUNCE_MS = 120
const SHOWN = 5

type Found = Output<'documents.whereIs'>['rows'][number]

/** Where one copy is: in the box, or with whom, since when, in which folder. */
const CopyLine = ({ copy }: { copy: CopyView }) => (
  <div className={copy.state === 'missing' ? 'search-copy overdue' : 'search-copy'}>
    <span className="figures">{copy.copyNo ? `${copy.number}　份号 ${copy.copyNo}` : copy.number}</span>
    <span>{copyStateLabel[copy.state]}</span>
    {(copy.volume ?? copy.box?.number) && <span className="quiet">{copy.volume ?? copy.box?.number}</span>}
    {copy.holder && <strong>{copy.holder.name}</strong>}
    {copy.holder && (
      <span className="quiet">
        {copy.state === 'lent' ? '领取' : '送出'} <When at={copy.since} />
      </span>
    )}
    {copy.holder && copy.reproduction && <span className="quiet">{copy.reproduction.number}</span>}
    {copy.sheet && <span className="quiet">{copy.sheet.folder}</span>}
  </div>
)

/** A folder by its number or its reader: who has it now. */
const SheetLine = ({ sheet }: { sheet: SheetRow }) => (
  <div className="search-head">
    <span className="figures">
      {sheet.folder}　{sheet.number}
    </span>
    <span>{sheetStateLabel[sheet.state]}</span>
    {sheet.holder && <strong>{sheet.holder.name}</strong>}
    {sheet.since && (
      <span className="quiet">
        送出 <When at={sheet.since} />
      </span>
    )}
  </div>
)

/** An envelope that is not registered yet: it holds a paper that has no number. */
const LetterLine = ({ letter }: { letter: EnvelopeRow }) => (
  <div className="search-head">
    <span className="figures">
      {letter.number}　{letter.envelopeNo}
    </span>
    <span>{envelopeStateLabel[letter.state]}</span>
    {letter.personalFor && <strong>{letter.personalFor.name}</strong>}
    <span className="quiet">{letter.sender}</span>
  </div>
)

const DocumentLine = ({ document, copies }: Found) => (
  <>
    <div className="search-head">
      <span className="figures">{document.number}</span>
      <LevelMark level={document.level} mark={document.mark} />
      <span className="search-title">{document.title}</span>
    </div>
    {copies.slice(0, SHOWN).map((copy) => (
      <CopyLine key={copy.id} copy={copy} />
    ))}
    {copies.length > SHOWN && <div className="quiet">共 {copies.length} 份，打开查看</div>}
  </>
)

/** A carrier whose label was scanned: in whose hands it is. */
const MediumLine = ({ medium }: { medium: MediumRow }) => (
  <div className="search-head">
    <span className="figures">
      {medium.number}　{medium.ownNumber}
    </span>
    <span>{mediumKindLabel[medium.kind]}</span>
    <span>{mediumStateLabel[medium.state]}</span>
    {medium.holder && <strong>{medium.holder.name}</strong>}
  </div>
)

const useSettled = (text: string) => {
  const [settled, setSettled] = useState('')
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text.trim()), DEBOUNCE_MS)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

type Answer = { key: string; open: () => void; line: ReactNode }

/** What is found for a text: open folders first, for they are in somebody's hands, then letters not registered yet, then papers with their copies. */
const useAnswers = (text: string): { answers: Answer[]; none: boolean; looking: boolean; refused: unknown } => {
  const may = useMay()
  const { person } = useSession()
  const asked = text !== ''
  const folders = useQueryOf(
    'circulation.list',
    { text: text || '-', open: true, limit: SHOWN },
    { enabled: asked && may('circulation.list'), keep: true },
  )
  const letters = useQueryOf('documents.envelopes', { text: text || '-', limit: SHOWN }, { enabled: asked && may('documents.envelopes'), keep: true })
  // A carrier is found by its label alone: it is no paper
  const carrier = isCarrierLabel(text)
  const carriers = useQueryOf('media.list', { text: text || '-', limit: SHOWN }, { enabled: asked && carrier && may('media.list') })
  const papers = useQueryOf('documents.whereIs', { text: text || '-' }, { enabled: asked && !carrier && may('documents.whereIs'), keep: true })
  if (!asked) return { answers: [], none: false, looking: false, refused: null }
  const looking = [folders, letters, papers, carriers].some(
    ({ isEnabled, isPending, isPlaceholderData }) => isEnabled && (isPending || isPlaceholderData),
  )
  const answers = [
    ...(folders.data?.rows ?? []).map((sheet) => ({
      key: `sheet ${sheet.id}`,
      open: () => go('circulation', sheet.id),
      line: <SheetLine sheet={sheet} />,
    })),
    ...(letters.data?.rows ?? []).map((letter) => ({
      key: `envelope ${letter.id}`,
      // What its addressee keeps waits for nobody else: the line itself is the answer.
      open: () => (letter.state === 'retained' && letter.personalFor?.id !== person.id ? undefined : go('today')),
      line: <LetterLine letter={letter} />,
    })),
    ...(carrier ? (carriers.data?.rows ?? []) : []).map((medium) => ({
      key: `medium ${medium.id}`,
      open: () => go('media', medium.id),
      line: <MediumLine medium={medium} />,
    })),
    ...(carrier ? [] : (papers.data?.rows ?? [])).map((found) => ({
      key: `document ${found.document.id}`,
      open: () => go('documents', found.document.id),
      line: <DocumentLine {...found} />,
    })),
  ]
  // Of a label that cannot be gone on with the vault says why.
  const refused = looking || answers.length > 0 ? null : carrier ? carriers.error : papers.error
  return { answers, none: (carrier ? carriers : papers).isSuccess && !looking && answers.length === 0, looking, refused }
}

/** 查文件去向: any part of a title, number, 份号 or 文号, a folder's number or a reader's name, from anywhere. One character is enough. */
const SearchBox = () => {
  const may = useMay()
  const box = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [composing, setComposing] = useState(false)
  const settled = useSettled(composing ? '' : text)
  const { answers, none, looking, refused } = useAnswers(settled)
  const current = settled === text.trim() && !looking
  const focus = () => box.current?.focus({ cursor: 'all' })
  useKeys({ F3: focus, '/': focus }, may('documents.whereIs'))
  // The cursor goes back to where it was before F3.
  const before = useRef<Element | null>(null)
  const leave = () => {
    setText('')
    box.current?.blur()
    land(before.current)
  }
  const open = (answer: Answer | undefined) => {
    if (!answer) return
    leave()
    answer.open()
  }
  // A scanner sends its Enter before the answer is there: it opens what is found for the whole text, never what stood there before.
  const [entered, setEntered] = useState(false)
  useEffect(() => {
    if (!entered || !current) return
    setEntered(false)
    open(answers[at])
  })
  useScanFrom((code) => {
    focus()
    setText(code)
    setAt(0)
    setEntered(true)
  }, may('documents.whereIs'))
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(answers.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') setEntered(true)
    else if (event.key === 'Escape') leave()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="search-box">
      <Input
        ref={box}
        aria-label="查文件去向"
        placeholder="F3 查文件去向：标题、编号、文号、夹号、姓名的任一部分，或扫描标签"
        maxLength={limits.search}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
          setEntered(false)
        }}
        onFocus={(event) => {
          before.current = event.relatedTarget
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={press}
      />
      {(answers.length > 0 || none || looking || refused !== null) && (
        <div className="search-found" role="listbox" aria-label="查到的文件">
          {looking && <div className="search-line quiet found-soon">正在查找…</div>}
          {refused ? <RefusalNote of={refused} /> : null}
          {none && <div className="search-line quiet">没有查到。可以只输入标题中的一个字、编号的几位或文号的一部分。</div>}
          {answers.map((answer, place) => (
            <button
              type="button"
              role="option"
              aria-selected={place === at}
              key={answer.key}
              className={place === at ? 'search-line search-at' : 'search-line'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(answer)}
            >
              {answer.line}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

export default SearchBox
