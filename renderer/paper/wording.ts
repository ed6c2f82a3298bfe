/** How dates, marks and long texts are written in the narrow boxes of a printed form. Times are those of the office's wall clock, UTC+8. */

const wallClock = (instant: string) => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString()

/** `2026-03-10` → `2026年` over `3月10日`. */
export const dayInBox = (day: string): string => {
  const [year, month, date] = day.slice(0, 10).split('-')
  return `${year}年\n${Number(month)}月${Number(date)}日`
}

/** `2026-03-10` → `2026年3月10日`. */
export const dayOnLine = (day: string): string => dayInBox(day).replace('\n', '')

/** The day of an instant: `2026年3月10日`. */
export const dayOfInstant = (instant: string): string => dayOnLine(wallClock(instant))

/** The same in a narrow box: `2026年` over `3月10日`. */
export const dayOfInstantInBox = (instant: string): string => dayInBox(wallClock(instant))

/** An instant on one line: `2026年3月10日 09:05`. */
export const instantOnLine = (instant: string): string => `${dayOfInstant(instant)} ${hourOfInstant(instant)}`

/** The year of an instant: `2026`. */
export const yearOfInstant = (instant: string): string => wallClock(instant).slice(0, 4)

/** The hour of an instant: `09:05`. */
export const hourOfInstant = (instant: string): string => wallClock(instant).slice(11, 16)

/** The day of an instant on a form of `year`: `3月10日`, and `2027年` before it when the form is of another year. */
const dayInYear = (instant: string, year: string): string[] => {
  const [own, date] = dayInBox(wallClock(instant)).split('\n') as [string, string]
  return yearOfInstant(instant) === year ? [date] : [own, date]
}

/** An instant in a box of the 传阅单: `3月10日` over `09:05`. `year` is the one that stands in the head; another year stands over the day. */
export const instantInBox = (instant: string, year: string): string => [...dayInYear(instant, year), hourOfInstant(instant)].join('\n')

/** The same on one line: `3月10日 09:05`, `2027年1月5日 09:05`. */
export const instantInLine = (instant: string, year: string): string => `${dayInYear(instant, year).join('')} ${hourOfInstant(instant)}`

/** 收文日期: 急件注明时分 (domain 2), other papers the day alone. `received` is a minute of the office's wall clock. */
export const receivedInBox = (received: string, urgent: boolean): string =>
  urgent ? `${dayInBox(received)}\n${received.slice(11, 16)}` : dayInBox(received)

/** `机密★5年` → `机密` over `★5年`; `秘密（未标明）` → `秘密` over `（未标明）`. */
export const markInBox = (mark: string): string => mark.replace(/(.)(?=[★（])/u, '$1\n')

/** `密收〔2026〕0001-02` → word, year and figures under each other, as a narrow box takes them. */
export const numberInBox = (number: string): string => number.replace(/(.)(?=〔)/u, '$1\n').replace(/〕(?=.)/u, '〕\n')

/** `密收〔2026〕0001-02` → `密收〔2026〕` over the figures: two lines, for a list that is to be short. */
export const numberInTwo = (number: string): string => number.replace(/〕(?=.)/u, '〕\n')

/** `青卫密〔2026〕1号` → the word over `〔2026〕1号`: a year is never broken in two. */
export const symbolInBox = (symbol: string): string => symbol.replace(/(.)(?=〔)/u, '$1\n')

const wide =
  /[\u1100-\u115f\u2010-\u2027\u2030-\u205e\u2190-\u27bf\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f000}-\u{3fffd}]/u

/** Width of a character in figures of the font: a Chinese one is 1, a figure or letter at most 0.72. */
export const widthOf = (character: string) => (wide.test(character) ? 1 : /[A-Z@%&mwMW]/.test(character) ? 0.95 : 0.6)

/**
 * Where a text must be cut so that it takes at most `lines` lines of `perLine` Chinese characters.
 * The rest goes on in a full-width line under the row (续), so that no box ever grows over a page and nothing is lost.
 */
export const cutToBox = (text: string, perLine: number, lines: number): { shown: string; rest: string } => {
  const characters = Array.from(text)
  let line = 1
  let used = 0
  for (const [place, character] of characters.entries()) {
    const width = widthOf(character)
    const breaks = character === '\n'
    if (breaks || used + width > perLine) {
      line += 1
      used = 0
      if (line > lines) return { shown: characters.slice(0, place).join(''), rest: characters.slice(place).join('').replace(/^\n/, '') }
    }
    if (!breaks) used += width
  }
  return { shown: text, rest: '' }
}

/** A long text in parts that each take at most `lines` lines: each part is a row of its own and may stand on a page of its own. */
export const inParts = (text: string, perLine: number, lines: number): string[] => {
  const parts: string[] = []
  for (let rest = text; rest !== '' || parts.length === 0; ) {
    const cut = cutToBox(rest, perLine, lines)
    parts.push(cut.shown)
    rest = cut.rest
    if (rest === '') break
  }
  return parts
}

/** One box of a row: its name on the form, its text, and how much of it the box takes. */
export type Box = { name: string; text: string; perLine: number }
/** Lines a box may take before it is continued below. */
export const BOX_LINES = 9

/** The boxes of one row, cut, and the lines that continue them below the row. `fullLine`: Chinese characters on a full-width line. */
export const rowWithContinuation = (boxes: readonly Box[], fullLine: number): { shown: string[]; below: { name: string; text: string }[] } => {
  const cuts = boxes.map((box) => ({ name: box.name, ...cutToBox(box.text, box.perLine, BOX_LINES) }))
  const below = cuts.filter((cut) => cut.rest !== '').flatMap(({ name, rest }) => inParts(rest, fullLine, BOX_LINES).map((text) => ({ name, text })))
  return { shown: cuts.map(({ shown, rest }) => (rest === '' ? shown : `${shown}…（见续行）`)), below }
}
