import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, useRef, useState } from 'react'
import type { DestructionView } from '../../../contract/disposal-views.ts'
import { mediumKindLabel } from '../../../contract/terms.ts'
import { useAct } from '../../app/client.ts'
import { useSession } from '../../app/session.tsx'
import { ActDialog } from '../../components/act-dialog.tsx'
import { numberMeant, numberScanned } from '../../components/checklist.tsx'
import { Tick } from '../../components/copy-line.tsx'
import { Countersign } from '../../components/countersign.tsx'
import { isLabel, useScanned } from '../../components/scanning.ts'
import type { ActProps } from './acts.tsx'

/** A line to count: a copy with its pages, a carrier as it is. */
type Line = { number: string; copyNo: string | null; says: string; paged: boolean }
const linesOf = ({ list, media }: DestructionView): Line[] => [
  ...list.filter(({ withheld }) => withheld === null).map(({ number, copyNo, document }) => ({ number, copyNo, says: document.title, paged: true })),
  ...media.map(({ number, ownNumber, kind }) => ({ number, copyNo: ownNumber, says: mediumKindLabel[kind], paged: false })),
]

type Pages = ReadonlyMap<string, string>
const isCounted = (pages: Pages, { number, paged }: Line) => (paged ? Number(pages.get(number)) > 0 : pages.has(number))

/** A scan goes to the pages of its line, and Enter there back to the next scan: two keys a piece. */
const useCounting = (lines: readonly Line[]) => {
  const [pages, setPages] = useState<Pages>(new Map())
  const [typed, setTyped] = useState('')
  const [said, setSaid] = useState<string | null>(null)
  const scan = useRef<InputRef>(null)
  const boxes = useRef(new Map<string, InputRef>())
  const put = (number: string, text: string) => setPages((before) => new Map(before).set(number, text.replace(/\D/g, '').slice(0, 4)))
  const settle = (read: { number: string } | { no: string }) => {
    const line = 'no' in read ? null : numberMeant(lines, read.number)
    setSaid('no' in read ? read.no : line ? null : `清单上没有“${read.number.trim()}”，或已留用；请取出另行查明`)
    if (!line) return scan.current?.select()
    setTyped('')
    if (line.paged) boxes.current.get(line.number)?.focus({ cursor: 'all' })
    else put(line.number, '')
  }
  // Of a label the vault is asked first which copy it is.
  const take = (text = typed) => (isLabel(text) ? void numberScanned(text, 'both').then(settle) : settle({ number: text }))
  useScanned(take, () => scan.current?.input)
  const back = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    scan.current?.focus()
  }
  return { pages, put, typed, setTyped, said, scan, boxes, take, back }
}
type Counting = ReturnType<typeof useCounting>

const CountLine = ({ of: line, counting: { pages, put, boxes, back } }: { of: Line; counting: Counting }) => (
  <li>
    <Tick done={isCounted(pages, line)} silent />
    <span className="figures unbroken">{line.number}</span>
    {line.copyNo && <span className="quiet">{line.copyNo}</span>}
    <span className="disposal-says">{line.says}</span>
    {line.paged && (
      <Input
        ref={(box) => {
          if (box) boxes.current.set(line.number, box)
        }}
        data-own-enter
        className="figures disposal-pages"
        aria-label={`${line.number} 页数`}
        suffix="页"
        value={pages.get(line.number) ?? ''}
        onChange={({ target }) => put(line.number, target.value)}
        onKeyDown={back}
      />
    )}
  </li>
)

/** F4 清点 by the 经办人, then 复核 by another, signed in or in place; each counts every piece anew (实施条例28). */
export const Count = ({ of: batch, onDone, onClose }: ActProps<DestructionView>) => {
  const { person } = useSession()
  const lines = linesOf(batch)
  const counting = useCounting(lines)
  const [signing, setSigning] = useState(false)
  const act = useAct('disposal.count')
  const again = batch.state === 'counted'
  const inPlace = again && person.name === batch.begunBy
  const left = lines.filter((line) => !isCounted(counting.pages, line)).length
  const counted = lines.map(({ number, paged }) => ({ number, ...(paged ? { pages: Number(counting.pages.get(number)) } : {}) }))
  const step = { destruction: batch.id, counted }
  const title = `${again ? '复核' : '清点'}　${batch.number}`
  if (signing)
    return (
      <Countersign
        title={title}
        says={`请复核人核对 ${lines.length} 份的编号、页数，当场签字；复核人不得是清点人（实施条例28）`}
        ok="复核签字"
        error={act.error}
        busy={act.isPending}
        step={{ call: 'disposal.count', input: step }}
        onTicket={(ticket) => act.mutate({ ...step, ticket }, { onSuccess: onDone })}
        onClose={() => setSigning(false)}
      />
    )
  return (
    <ActDialog
      title={title}
      rule={again ? '由另一人从头逐份清点，页数须与清点的相符（实施条例28）' : '逐份清点，填写页数（实施条例28）'}
      ok={inPlace ? '复核人签字' : again ? '复核' : '清点'}
      width={760}
      needs={[left > 0 && `还有 ${left} 份没有清点`]}
      busy={act.isPending}
      error={act.error}
      onOk={() => (inPlace ? setSigning(true) : act.mutate(step, { onSuccess: onDone }))}
      onClose={onClose}
    >
      <Input
        ref={counting.scan}
        autoFocus
        data-own-enter={counting.typed.trim() !== '' || undefined}
        aria-label="清点编号"
        placeholder="扫描编号，或输入编号的末几位，按 Enter 填页数"
        value={counting.typed}
        onChange={({ target }) => counting.setTyped(target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && counting.typed.trim() && !event.nativeEvent.isComposing) {
            event.preventDefault()
            counting.take()
          }
        }}
      />
      {counting.said && (
        <p className="line-said" role="status">
          {counting.said}
        </p>
      )}
      <ol className="disposal-count">
        {lines.map((line) => (
          <CountLine key={line.number} of={line} counting={counting} />
        ))}
      </ol>
    </ActDialog>
  )
}
