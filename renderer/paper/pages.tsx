import { memo, type ReactNode, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { PageProps } from './page.tsx'
import { Page } from './page.tsx'
import { type Leaf, type SectionHeights, paginate } from './paginate.ts'
import { type PagesOf, type Section, SectionTable } from './section.tsx'

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
/** Rows of one section that are measured in one turn; `to` is not included. */
type Part = Turn & { to: number }
type Measured = { room: number; heights: SectionHeights[] }

/** What is measured next: rows of this section, and of those after it, as many as one turn takes. */
const partsFrom = (sections: readonly Section[], { section, from }: Turn): Part[] => {
  const parts: Part[] = []
  let left = ROWS_A_TURN
  for (let at = section, begin = from; at < sections.length && left > 0; at += 1, begin = 0) {
    const to = Math.min(sections[at]?.rows.length ?? 0, begin + left)
    parts.push({ section: at, from: begin, to })
    left -= Math.max(1, to - begin)
  }
  return parts
}

const heightsIn = (table: Element | undefined, part: 'thead' | 'tbody') =>
  Array.from(table?.querySelectorAll<HTMLElement>(`:scope > ${part} > tr`) ?? [], (row) => row.getBoundingClientRect().height)
const sum = (heights: readonly number[]) => heights.reduce((total, height) => total + height, 0)

/** Draws the rows of one turn on a hidden page of the real width and gives their heights. */
const useMeasuring = ({ sections, ...form }: Form) => {
  const probe = useRef<HTMLDivElement>(null)
  const [turn, setTurn] = useState<Turn>({ section: 0, from: 0 })
  const [measured, setMeasured] = useState<Measured | null>(null)
  const kept = useRef<SectionHeights[]>([])
  const parts = useMemo(() => partsFrom(sections, turn), [sections, turn])

  useLayoutEffect(() => {
    const body = probe.current?.querySelector<HTMLElement>('.paper-body')
    if (measured || !body) return
    parts.forEach(({ section: place, from }, at) => {
      const section = sections[place] as Section
      const rows = heightsIn(body.children[at], 'tbody')
      // The last row drawn is the empty one, if the section has one.
      const blank = section.blank ? rows.pop() : undefined
      const before = kept.current[place]?.rows.slice(0, from) ?? []
      const { closing = false, opens = false } = section
      kept.current[place] = { head: sum(heightsIn(body.children[at], 'thead')), rows: [...before, ...rows], blank, closing, opens }
    })
    const last = parts.at(-1)
    const whole = !last || last.to >= (sections[last.section]?.rows.length ?? 0)
    const next = { section: (last?.section ?? 0) + (whole ? 1 : 0), from: whole ? 0 : (last?.to ?? 0) }
    const room = body.clientHeight - 2
    const go = () => (next.section < sections.length ? setTurn(next) : setMeasured({ room, heights: [...kept.current] }))
    const timer = setTimeout(go, 0)
    return () => clearTimeout(timer)
  }, [sections, parts, measured])

  const hidden: ReactNode = measured ? null : (
    <div className="paper-probe" ref={probe} aria-hidden>
      <Page {...form} copy={form.copies?.[0]} page={1} pages={1}>
        {parts.map(({ section: place, from, to }) => {
          const section = sections[place] as Section
          return (
            <SectionTable key={section.key} section={section}>
              {section.rows.slice(from, to)}
              {section.blank?.(0)}
            </SectionTable>
          )
        })}
      </Page>
    </div>
  )
  return { measured, hidden, row: turn.from }
}

type Sheet = { leaf: Leaf; copy: string | undefined; page: number; pages: number }

/** The pages of every copy, one copy after the other. */
const sheetsOf = (leaves: readonly Leaf[], copies: readonly (string | undefined)[] = [undefined]): Sheet[] =>
  copies.flatMap((copy) => leaves.map((leaf, place) => ({ leaf, copy, page: place + 1, pages: leaves.length })))

/** On which pages each section stands. */
const placesOf = (leaves: readonly Leaf[], sections: readonly Section[]): PagesOf => {
  const places = new Map<string, { first: number; last: number }>()
  leaves.forEach(({ slices }, at) => {
    for (const { section } of slices) {
      const key = sections[section]?.key ?? ''
      places.set(key, { first: places.get(key)?.first ?? at + 1, last: at + 1 })
    }
  })
  return (key) => places.get(key)
}

const PageOf = memo(({ form, leaf, copy, page, pages, pagesOf }: Sheet & { form: Form; pagesOf: PagesOf }) => (
  <Page {...form} copy={copy} page={page} pages={pages}>
    {leaf.slices.map(({ section: place, from, to, blanks }) => {
      const section = form.sections[place] as Section
      return (
        <SectionTable key={section.key} section={section}>
          {(section.listing?.(pagesOf) ?? section.rows).slice(from, to)}
          {Array.from({ length: blanks }, (_, blank) => section.blank?.(to + blank + 1))}
        </SectionTable>
      )
    })}
  </Page>
))

/** The form on its pages. `onProgress` says in words how far it is; `done` when every page stands. The form must not change. */
export const Pages = ({ form, onProgress }: { form: Form; onProgress: (progress: Progress) => void }) => {
  const { measured, hidden, row } = useMeasuring(form)
  const leaves = useMemo(() => (measured ? paginate(measured.heights, measured.room) : null), [measured])
  const sheets = useMemo(() => (leaves ? sheetsOf(leaves, form.copies) : null), [leaves, form.copies])
  const pagesOf = useMemo(() => placesOf(leaves ?? [], form.sections), [leaves, form.sections])
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
        <PageOf key={`${sheet.copy} ${sheet.page}`} form={form} pagesOf={pagesOf} {...sheet} />
      ))}
    </div>
  )
}
