import { Button, Select } from 'antd'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import type { Delivery } from '../../contract/bridge.ts'
import { refusalOf } from '../app/client.ts'
import { usePrinters } from '../app/printers.ts'
import { Scroll } from '../components/scroll.tsx'
import { type Form, Pages, type Progress } from './pages.tsx'
import './paper.css'
import './forms.css'
import './letters.css'

const told: Record<'saved' | 'printed' | 'cancelled', string> = {
  saved: '已保存为PDF。',
  printed: '已送打印机。',
  cancelled: '已取消，没有保存也没有打印。',
}

/**
 * Asks for a sheet once. Each asking is a recorded print, so React's double mounting must not ask twice: the ref outlives it.
 * A new print needs a new preview.
 */
const useSheetOnce = <T,>(ask: () => Promise<T>) => {
  const asked = useRef(false)
  const first = useRef(ask)
  const [paper, setPaper] = useState<T | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    first.current().then(setPaper, (caught: unknown) => setRefused(refusalOf(caught).message))
  }, [])
  return { paper, refused }
}

/** Saving and printing under the one ticket of this print. */
const useDelivery = (ticket: string | null, printer: string | undefined) => {
  const [busy, setBusy] = useState(false)
  const [spent, setSpent] = useState(false)
  const [words, setWords] = useState<string | null>(null)
  const deliver = useCallback(
    async (how: 'savePaper' | 'printPaper') => {
      if (ticket === null) return
      setBusy(true)
      setWords(how === 'savePaper' ? '正在保存…' : '正在打印…')
      const sent = how === 'savePaper' ? window.mijuan.savePaper(ticket) : window.mijuan.printPaper(ticket, printer)
      const delivery: Delivery = await sent.catch(() => ({ ok: false, message: '没有送出，请返回后重新打开再试。' }))
      setBusy(false)
      // The vault closes the ticket with any end, a cancelled one too.
      setSpent(delivery.ok)
      setWords(delivery.ok ? told[delivery.how] : delivery.message)
    },
    [ticket, printer],
  )
  return { busy, spent, words, setWords, deliver }
}

/** 另存文本: the same words as a plain text file, under a ticket of its own. */
const SaveText = ({ ticket, disabled, tell }: { ticket: string; disabled: boolean; tell: (words: string) => void }) => {
  const [spent, setSpent] = useState(false)
  const save = async () => {
    setSpent(true)
    const delivery: Delivery = await window.mijuan.saveText(ticket).catch(() => ({ ok: false, message: '没有保存，请返回后重新打开再试。' }))
    setSpent(delivery.ok)
    tell(delivery.ok ? (delivery.how === 'saved' ? '已保存为文本文件。' : '已取消，没有保存。') : delivery.message)
  }
  return (
    <Button disabled={disabled || spent} onClick={save}>
      另存文本
    </Button>
  )
}

/** Keys of the preview, before those of the desk under it. */
const useKeys = (keys: { save: () => void; print: () => void; close: () => void }) => {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const act =
        event.key === 'F9'
          ? latest.current.save
          : event.key === 'Escape'
            ? latest.current.close
            : event.ctrlKey && event.key.toLowerCase() === 'p'
              ? latest.current.print
              : null
      if (!act) return
      event.preventDefault()
      event.stopImmediatePropagation()
      act()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [])
}

type PreviewProps<T> = {
  /** What the bar calls it. */
  name: string
  ask: () => Promise<T>
  ticketOf: (paper: T) => string
  /** The ticket of what is saved as a plain text file besides. */
  textOf?: (paper: T) => string | null
  onClose: () => void
} & (
  | { /** Its rows, to be laid out on pages. */ formOf: (paper: T) => Form }
  | { /** The same where there are so many rows that they are made some in each turn. */ formInTurns: (paper: T) => Promise<Form> }
  | { /** Its pages as they are. */ sheetsOf: (paper: T) => ReactNode[] }
)

/** A form on the screen exactly as it will be printed, with 保存PDF (F9), 打印 (Ctrl+P) and 返回 (Esc). */
export const Preview = <T,>({ name, ask, ticketOf, textOf, onClose, ...drawing }: PreviewProps<T>) => {
  const { paper, refused } = useSheetOnce(ask)
  const [progress, setProgress] = useState<Progress>({ done: false, words: '正在取数…' })
  const [form, setForm] = useState<Form | null>(null)
  const [sheets, setSheets] = useState<ReactNode[] | null>(null)
  const { usable, printer, choose } = usePrinters()
  const { busy, spent, words, setWords, deliver } = useDelivery(paper === null ? null : ticketOf(paper), printer)
  const text = (paper !== null && textOf?.(paper)) || null
  const able = progress.done && !busy && !spent
  // The form is built once: what was asked for is what is printed.
  if (paper !== null && form === null && 'formOf' in drawing) setForm(drawing.formOf(paper))
  const begun = useRef(false)
  useEffect(() => {
    if (paper === null || begun.current || !('formInTurns' in drawing)) return
    begun.current = true
    setProgress({ done: false, words: '正在排版…' })
    void drawing.formInTurns(paper).then(setForm)
  })
  if (paper !== null && sheets === null && 'sheetsOf' in drawing) {
    const drawn = drawing.sheetsOf(paper)
    setSheets(drawn)
    setProgress({ done: true, words: `共 ${drawn.length} 页` })
  }
  useKeys({
    save: () => able && void deliver('savePaper'),
    print: () => able && void deliver('printPaper'),
    close: () => !busy && onClose(),
  })
  const said = refused ?? [words, spent ? '再要打印请返回后重新打开，另记一次打印。' : null].filter(Boolean).join('')
  const bar: ReactNode = (
    <div className="paper-bar">
      <strong>{name}</strong>
      <span className="paper-bar-words" role="status">
        {said || progress.words}
      </span>
      <Button type="primary" disabled={!able} onClick={() => deliver('savePaper')}>
        保存PDF F9
      </Button>
      {text !== null && <SaveText ticket={text} disabled={!progress.done || busy} tell={setWords} />}
      {usable.length > 1 && (
        <Select
          aria-label="打印机"
          className="paper-printer"
          value={printer}
          onChange={choose}
          options={usable.map((name) => ({ value: name, label: name }))}
        />
      )}
      <Button disabled={!able} onClick={() => deliver('printPaper')}>
        打印 Ctrl+P
      </Button>
      <Button disabled={busy} onClick={onClose}>
        返回 Esc
      </Button>
    </div>
  )
  return createPortal(
    <div className="paper-room" role="dialog" aria-label={`${name}打印预览`} data-complete={progress.done || undefined}>
      {bar}
      <Scroll className="paper-scroll" first label="各页">
        {form ? <Pages form={form} onProgress={setProgress} /> : null}
        {sheets ? <div className="paper-pages">{sheets}</div> : null}
      </Scroll>
    </div>,
    document.body,
  )
}
