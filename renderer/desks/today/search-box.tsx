import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CopyView } from '../../../contract/documents.ts'
import { limits } from '../../../contract/fields.ts'
import { copyStateLabel } from '../../../contract/terms.ts'
import { useQueryOf } from '../../app/client.ts'
import { go } from '../../app/routes.tsx'
import { useMay } from '../../app/session.tsx'
import { useKeys } from '../../components/keys.ts'
import { LevelMark } from '../../components/level-mark.tsx'
import { When } from '../../components/when.tsx'
import './today.css'

const DEBOUNCE_MS = 120

const CopyLine = ({ copy }: { copy: CopyView }) => (
  <div className={copy.state === 'missing' ? 'overdue' : undefined}>
    <span className="figures">{copy.number}</span>
    {copy.copyNo && <span className="quiet">　份号 {copy.copyNo}</span>}　{copyStateLabel[copy.state]}
    {copy.holder && (
      <>
        　<strong>{copy.holder.name}</strong>　自 <When at={copy.since} />
        {copy.sheet && `　${copy.sheet.folder}`}
      </>
    )}
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

/** 份在何处: any part of a title, number, 份号 or 文号, from anywhere. One character is enough. */
const SearchBox = () => {
  const may = useMay()
  const box = useRef<InputRef>(null)
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const [composing, setComposing] = useState(false)
  const settled = useSettled(composing ? '' : text)
  const found = useQueryOf('documents.whereIs', { text: settled || '-' }, { enabled: settled !== '' && may('documents.whereIs'), keep: true })
  const focus = () => box.current?.focus({ cursor: 'all' })
  useKeys({ F3: focus, '/': focus }, may('documents.whereIs'))
  if (!may('documents.whereIs')) return null
  const rows = settled === '' ? [] : (found.data?.rows ?? [])
  const open = (place: number) => {
    const row = rows[place]
    if (!row) return
    setText('')
    box.current?.blur()
    go('documents', row.document.id)
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'ArrowDown') setAt(Math.min(rows.length - 1, at + 1))
    else if (event.key === 'ArrowUp') setAt(Math.max(0, at - 1))
    else if (event.key === 'Enter') open(at)
    else if (event.key === 'Escape') {
      setText('')
      box.current?.blur()
    } else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="search-box">
      <Input
        ref={box}
        aria-label="查份在何处"
        placeholder="查份在何处：标题、编号、文号的任一部分　F3"
        maxLength={limits.search}
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setAt(0)
        }}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        onKeyDown={press}
      />
      {settled !== '' && (
        <div className="search-found" role="listbox" aria-label="查到的文件">
          {rows.length === 0 && found.isSuccess && (
            <div className="search-line quiet">没有查到。可以只输入标题中的一个字、编号的几位或文号的一部分。</div>
          )}
          {rows.map(({ document, copies }, place) => (
            <button
              type="button"
              role="option"
              aria-selected={place === at}
              key={document.id}
              className={place === at ? 'search-line search-at' : 'search-line'}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => open(place)}
            >
              <div className="search-head">
                <span className="figures">{document.number}</span>
                <LevelMark level={document.level} mark={document.mark} />
                <span className="search-title">{document.title}</span>
              </div>
              {copies.slice(0, 5).map((copy) => (
                <CopyLine key={copy.id} copy={copy} />
              ))}
              {copies.length > 5 && <div className="quiet">共 {copies.length} 份，打开查看</div>}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

export default SearchBox
