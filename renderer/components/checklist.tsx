import { useRef, useState } from 'react'
import { Button, Checkbox, Input, type InputRef } from 'antd'
import { call, refusalOf } from '../app/client.ts'
import { isCarrierLabel, isLabel, useScanned } from './scanning.ts'

/** Scanners and hands write brackets and dashes their own way: `[2026]`, `（2026）`, full-width digits. */
const plain = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[[(【〔]/g, '〔')
    .replace(/[\])】〕]/g, '〕')
    .replace(/[—–－]/g, '-')
    .replace(/\s/g, '')

/** The one number that a scanned or typed text means: the number itself, its 份号, or an ending that fits only one. */
export const numberMeant = <T extends { number: string; copyNo?: string | null }>(among: readonly T[], typed: string): T | null => {
  const text = plain(typed)
  if (!text) return null
  const whole = among.find((one) => plain(one.number) === text) ?? among.find((one) => one.copyNo && plain(one.copyNo) === text)
  if (whole) return whole
  const ending = among.filter((one) => plain(one.number).endsWith(text))
  return ending.length === 1 ? (ending[0] ?? null) : null
}

/** What a step counts: copies, carriers, or both together. */
export type Counts = 'copies' | 'carriers' | 'both'

/** The number of the copy or carrier whose label was scanned, as the vault reads it, or what stands against the label in its words: also that it is of the other kind. */
export const numberScanned = async (typed: string, counts: Counts = 'copies'): Promise<{ number: string } | { no: string }> => {
  try {
    if (counts === 'carriers' || (counts === 'both' && isCarrierLabel(typed))) {
      const { rows } = await call('media.list', { text: typed.trim() })
      return { number: rows[0]?.number ?? typed }
    }
    const { rows } = await call('documents.whereIs', { text: typed.trim() })
    return { number: rows[0]?.copies[0]?.number ?? typed }
  } catch (caught) {
    const { message, clause } = refusalOf(caught)
    return { no: clause ? `${message}（${clause}）` : message }
  }
}

type Counted = { number: string; copyNo: string | null; note?: string }

/** What was ticked of the numbers that went out; `before` was ticked already. */
export const useChecklist = (counted: readonly Counted[], before: readonly string[] = []) => {
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set(before))
  return {
    counted,
    ticked: counted.filter((one) => ticked.has(one.number)).map((one) => one.number),
    missing: counted.filter((one) => !ticked.has(one.number)).map((one) => one.number),
    has: (number: string) => ticked.has(number),
    set: (number: string, on: boolean) =>
      setTicked((before) => {
        const after = new Set(before)
        if (on) after.add(number)
        else after.delete(number)
        return after
      }),
    all: () => setTicked(new Set(counted.map((one) => one.number))),
  }
}
export type CheckedNumbers = ReturnType<typeof useChecklist>

type Props = {
  list: CheckedNumbers
  allLabel?: string
  counts?: Counts
  /** The cursor waits here, whatever stands above. */
  first?: boolean
  /** What is said of a number that is not on the list; null when it was taken after all. */
  stray?: (typed: string) => string | null
}

const notInFolder = (typed: string) => `夹内没有“${typed}”，请核对编号`

/**
 * 份数核对 (F1(2)b): each number that went out as a line to tick. A scan or a typed ending with Enter ticks its line;
 * Enter on the empty box goes on (the form around it confirms). `allLabel` is the explicit act that ticks all of them after counting: the dialog's F9 is `list.all`.
 */
export const Checklist = ({ list, allLabel = '已逐份核对', counts = 'copies', first = false, stray = notInFolder }: Props) => {
  const [typed, setTyped] = useState('')
  const [miss, setMiss] = useState<string | null>(null)
  const box = useRef<InputRef>(null)
  const all = () => {
    list.all()
    setMiss(null)
    box.current?.focus()
  }
  const settle = (read: { number: string } | { no: string }) => {
    const found = 'no' in read ? null : numberMeant(list.counted, read.number)
    const missed = 'no' in read ? read.no : found ? null : stray(read.number.trim())
    setMiss(missed)
    // What missed gives way to the next scan.
    if (missed !== null) return box.current?.select()
    if (found) list.set(found.number, true)
    setTyped('')
  }
  const latest = useRef(settle)
  latest.current = settle
  // A number is ticked at once; of a label the vault is asked first.
  const tick = (text: string) => (isLabel(text) ? void numberScanned(text, counts).then((read) => latest.current(read)) : settle({ number: text }))
  useScanned(tick, () => box.current?.input)
  return (
    <fieldset className="checklist" aria-label="份数核对" data-filled={list.missing.length === 0 || undefined}>
      <div className="checklist-head">
        <Input
          ref={box}
          autoFocus={first}
          data-own-enter={typed.trim() !== '' || undefined}
          aria-label="扫描或输入编号"
          placeholder="扫描或输入编号，按 Enter 勾选"
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setMiss(null)
          }}
          onPressEnter={(event) => {
            if (event.nativeEvent.isComposing || !typed.trim()) return
            event.preventDefault()
            tick(typed)
          }}
        />
        <Button onClick={all}>{allLabel} F9</Button>
        <span className={list.missing.length ? 'checklist-count' : 'checklist-count checklist-full'}>
          已核 {list.ticked.length} / {list.counted.length} 份
        </span>
      </div>
      {miss && <div className="says-no">{miss}</div>}
      <div className="checklist-lines">
        {list.counted.map((one) => (
          <Checkbox key={one.number} checked={list.has(one.number)} onChange={(event) => list.set(one.number, event.target.checked)}>
            <span className="figures">{one.number}</span>
            {one.copyNo && <span className="quiet">　份号 {one.copyNo}</span>}
            {one.note && <span className="quiet">　{one.note}</span>}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
