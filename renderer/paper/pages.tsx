import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PageProps } from './page.tsx'
import { Page } from './page.tsx'
import { type Leaf, type SectionHeights, paginate } from './paginate.ts'
import { type Section, SectionTable } from './section.tsx'

/** Rows measured, and pages drawn, in one turn: several hundred rows never stop the screen. */
const ROWS_A_TURN = 60
const PAGES_A_TURN = 6

export type Form = Omit<PageProps, 'page' | 'pages' | 'copy' | 'children'> & {
  sections: readonly Section[]
  /** 一式几份: the whole form once for each, every copy with its word and pages of its own. */
  copies?: readonly string[]
}
export type Progress = { done: boolean; words: string }

type Turn = { section: number; from: number }
type Measured = { room: number; heights: SectionHeights[] }

const heightsIn = (body: HTMLElement, part: 'thead' | 'tbody') =>
  Array.from(body.querySelectorAll<HTMLElement>(`${part} > tr`), (row) => row.getBoundingClientRect().height)
const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)

/** Draws the rows of one turn on a hidden page of the real width and gives their heights. */
const useMeasuring = (form: Form) => {
  const probe = useRef<HTMLDivElement>(null)
  const [turn, setTurn] = useState<Turn>({ section: 0, from: 0 })
  const [measured, setMeasured] = useState<Measured | null>(null)
  const kept = useRef<SectionHeights[]>([])
  const section = form.sections[turn.section]

  useLayoutEffect(() => {
    const body = probe.current?.querySelector<HTMLElement>('.paper-body')
    if (measured || !body || !section) return
    const rows = heightsIn(body, 'tbody')
    // The last row drawn is the empty one, if the section has one.
    const blank = section.blank ? rows.pop() : undefined
    const before = kept.current[turn.section]?.rows.slice(0, turn.from) ?? []
    kept.current[turn.section] = { head: sum(heightsIn(body, 'thead')), rows: [...before, ...rows], blank, closing: section.closing ?? false }
    const last = turn.from + ROWS_A_TURN >= section.rows.length
    const next = last ? { section: turn.section + 1, from: 0 } : { section: turn.section, from: turn.from + ROWS_A_TURN }
    const room = body.clientHeight - 2
    const go = () => (next.section < form.sections.length ? setTurn(next) : setMeasured({ room, heights: [...kept.current] }))
    const timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
  }, [form, section, turn, measured])

  const hidden: ReactNode =
    measured || !section ? null : (
      <div className="paper-probe" ref={probe} aria-hidden>
        <Page {...form} copy={form.copies?.[0]} page={1} pages={1}>
          <SectionTable section={section}>
            {section.rows.slice(turn.from, turn.from + ROWS_A_TURN)}
            {section.blank?.(0)}
          </SectionTable>
        </Page>
      </div>
    )
  return { measured, hidden, row: turn.from }
}

type Sheet = { leaf: Leaf; copy: string | undefined; page: number; pages: number }

/** The pages of every copy, one copy after the other. */
const sheetsOf = (leaves: readonly Leaf[], copies: readonly (string | undefined)[] = [undefined]): Sheet[] =>
  copies.flatMap((copy) => leaves.map((leaf, place) => ({ leaf, copy, page: place + 1, pages: leaves.length })))

const PageOf = memo(({ form, leaf, copy, page, pages }: Sheet & { form: Form }) => (
  <Page {...form} copy={copy} page={page} pages={pages}>
    {leaf.slices.map(({ section: place, from, to, blanks }) => {
      const section = form.sections[place] as Section
      return (
        <SectionTable key={section.key} section={section}>
          {section.rows.slice(from, to)}
          {Array.from({ length: blanks }, (_, blank) => section.blank?.(to + blank + 1))}
        </SectionTable>
      )
    })}
  </Page>
))

/** The form on its pages. `onProgress` says in words how far it is; `done` when every page stands. The form must not change. */
export const Pages = ({ form, onProgress }: { form: Form; onProgress: (progress: Progress) => void }) => {
  const { measured, hidden, row } = useMeasuring(form)
  const sheets = useMemo(() => (measured ? sheetsOf(paginate(measured.heights, measured.room), form.copies) : null), [measured, form.copies])
  const [drawn, setDrawn] = useState(PAGES_A_TURN)
  const total = sheets?.length ?? 0
  const done = total > 0 && drawn >= total

  useEffect(() => {
    if (sheets && !done) {
      const timer = setTimeout(() => setDrawn(drawn + PAGES_A_TURN), 0)
      return () => clearTimeout(timer)
    }
  }, [sheets, done, drawn])

  useEffect(() => {
    const words = done ? `共 ${total} 页` : sheets ? `正在排版：第 ${Math.min(drawn, total)} 页，共 ${total} 页` : `正在排版：已量第 ${row + 1} 行起`
    onProgress({ done, words })
  }, [done, sheets, drawn, total, row, onProgress])

  return (
    <div className="paper-pages">
      {hidden}
      {sheets?.slice(0, drawn).map((sheet) => (
        <PageOf key={`${sheet.copy} ${sheet.page}`} form={form} {...sheet} />
      ))}
    </div>
  )
}
