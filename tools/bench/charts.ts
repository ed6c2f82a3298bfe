/**
 * `node tools/bench/charts.ts FILE [FOLDER]`: draws the figures of a bench (`npm run bench -- --json FILE`) as SVG for docs/performance.md: each figure against its
 * limit or its peer on one axis of ratios; and, with a second FILE of the other scale (`--small FILE`), how time grows with size. Text and shapes alone, no script.
 * Beside them every figure in a table, `figures.md`.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from './figure.ts'
import { inMarkdown } from './table.ts'

const FONT = '"Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", "PingFang SC", sans-serif'
const [INK, QUIET, EDGE, GOOD, MISSED, PEER] = ['#1c2630', '#4d5965', '#c3cad2', '#1f4e79', '#b3261e', '#8f5000']
const [WIDTH, LABEL, LINE, TOP] = [1_180, 620, 24, 74]
const AXIS = WIDTH - LABEL - 150

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
const shortened = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 1)}…` : text)
const placed = (value: number) => Number(value.toFixed(1))

type Words = { x: number; y: number; text: string; end?: boolean; colour?: string; bold?: boolean }
const words = ({ x, y, text, end = false, colour = INK, bold = false }: Words) =>
  `<text x="${placed(x)}" y="${placed(y)}" fill="${colour}"${end ? ' text-anchor="end"' : ''}${bold ? ' font-weight="600"' : ''}>${escaped(text)}</text>`
const bar = (x: number, y: number, width: number, colour: string) =>
  `<rect x="${placed(x)}" y="${placed(y)}" width="${placed(Math.max(1, width))}" height="12" fill="${colour}"/>`
const upright = (x: number, from: number, to: number, colour: string) =>
  `<line x1="${placed(x)}" y1="${from}" x2="${placed(x)}" y2="${to}" stroke="${colour}"/>`

const drawing = (title: string, height: number, parts: readonly string[]): string =>
  [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-size="14" font-family="${escaped(FONT)}" role="img" aria-label="${escaped(title)}">`,
    `<rect width="${WIDTH}" height="${height}" fill="#fff"/>`,
    words({ x: 16, y: 28, text: title, bold: true }),
    ...parts,
    '</svg>',
    '',
  ].join('\n')

/** Ratios from a thousandth to a thousand on one axis of powers of ten. */
const POWERS = [-3, -2, -1, 0, 1, 2, 3]
const onAxis = (ratio: number) => {
  const power = Math.max(-3, Math.min(3, Math.log10(Math.max(ratio, 1e-9))))
  return LABEL + ((power + 3) / 6) * AXIS
}

const axis = (bottom: number) =>
  POWERS.flatMap((power) => [
    upright(onAxis(10 ** power), TOP - 10, bottom, power === 0 ? INK : EDGE),
    words({ x: onAxis(10 ** power) - 12, y: TOP - 16, text: power === 0 ? '1' : `${10 ** power}`, colour: QUIET }),
  ])

type Measured = Figure & { ratio: number; peerValue: number }
const isMeasured = (figure: Figure): figure is Measured => figure.ratio !== null && figure.ratio > 0 && figure.peerValue !== null

const ratioLine = ({ name, value, unit, peerValue, ratio, holds }: Measured, place: number): string[] => {
  const y = TOP + place * LINE
  const colour = holds === null ? PEER : holds ? GOOD : MISSED
  const [from, to] = [onAxis(1), onAxis(ratio)]
  return [
    words({ x: LABEL - 10, y: y + 11, text: shortened(name, 78), end: true }),
    bar(Math.min(from, to), y, Math.abs(to - from), colour),
    words({ x: WIDTH - 12, y: y + 11, text: `${value} / ${peerValue} ${unit}`, end: true, colour: QUIET }),
  ]
}

/** Bars from 1, which is the limit or the peer: to the left is less than it, to the right more. */
export const ratioChart = (title: string, figures: readonly Figure[]): string => {
  const shown = figures.filter(isMeasured)
  const bottom = TOP + shown.length * LINE
  return drawing(title, bottom + 20, [...axis(bottom), ...shown.flatMap(ratioLine)])
}

/** A name without its sizes, by which the same figure of two scales is found. */
const ofAnySize = (name: string) => name.replace(/\d[\d,]*(?: \d{3})*/g, '#')

/** Pairs of the same figure in milliseconds, at the small scale and the full, the greatest growth first. */
export const grown = (small: readonly Figure[], full: readonly Figure[]): { name: string; before: number; after: number }[] => {
  const times = new Map(small.filter(({ unit }) => unit === 'ms').map((figure) => [ofAnySize(figure.name), figure.value]))
  return full
    .flatMap(({ name, unit, value }) => {
      const before = unit === 'ms' ? times.get(ofAnySize(name)) : undefined
      return before !== undefined && before > 0 && value > 0 ? [{ name, before, after: value }] : []
    })
    .toSorted((one, other) => other.after / other.before - one.after / one.before)
}

/** How many times as long each figure takes at the full scale. */
export const growthChart = (title: string, small: readonly Figure[], full: readonly Figure[]): string => {
  const pairs = grown(small, full)
  const bottom = TOP + pairs.length * LINE
  const lines = pairs.flatMap(({ name, before, after }, place) =>
    ratioLine({ name, value: after, unit: 'ms', peerValue: before, ratio: after / before, peer: null, goal: null, holds: null }, place),
  )
  return drawing(title, bottom + 20, [...axis(bottom), ...lines])
}

/** Every chart by its file name. */
export const charts = (figures: readonly Figure[], small: readonly Figure[] = []): Record<string, string> => ({
  'limits.svg': ratioChart(
    'Each figure against its limit (1 = the limit; to the left is better)',
    figures.filter(({ peer }) => peer === 'limit'),
  ),
  'goals.svg': ratioChart(
    'Each figure against the peer it is held to (1 = the peer)',
    figures.filter(({ peer, goal }) => peer !== 'limit' && goal !== null),
  ),
  'peers.svg': ratioChart(
    'Beside other programs (1 = the other; to the left takes less)',
    figures.filter(({ peer, goal }) => peer !== null && goal === null),
  ),
  ...(small.length > 0 ? { 'growth.svg': growthChart('Time at the full scale, in times of the small one', small, figures) } : {}),
})

const readFigures = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Figure[]

if (import.meta.main) {
  const { values, positionals } = parseArgs({ options: { small: { type: 'string' } }, allowPositionals: true })
  const [file, folder = join(import.meta.dirname, '../../docs/performance')] = positionals
  if (!file) {
    process.stderr.write('usage: node tools/bench/charts.ts FILE [FOLDER] [--small FILE]\n')
    process.exitCode = 1
  } else {
    mkdirSync(folder, { recursive: true })
    const figures = readFigures(file)
    for (const [name, svg] of Object.entries(charts(figures, values.small ? readFigures(values.small) : []))) writeFileSync(join(folder, name), svg)
    writeFileSync(join(folder, 'figures.md'), inMarkdown(figures))
  }
}
