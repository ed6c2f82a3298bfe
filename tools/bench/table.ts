import type { Figure } from './figure.ts'

/** Chinese characters take two columns on a terminal. */
const widthOf = (text: string) => [...text].reduce((width, each) => width + (/[\u2e80-\uffef]/.test(each) ? 2 : 1), 0)
const padded = (text: string, width: number, left: boolean) => {
  const room = ' '.repeat(Math.max(0, width - widthOf(text)))
  return left ? `${room}${text}` : `${text}${room}`
}

const verdictOf = ({ holds }: Figure) => (holds === null ? 'reported' : holds ? 'holds' : 'MISSED')

const cellsOf = (figure: Figure): string[] => [
  verdictOf(figure),
  figure.name,
  `${figure.value} ${figure.unit}`,
  figure.peerValue === null || figure.peer === 'limit' ? '' : `${figure.peerValue} ${figure.unit}`,
  figure.ratio === null ? '' : String(figure.ratio),
  figure.goal ?? '',
  figure.peer === 'limit' ? '' : (figure.peer ?? ''),
]
const heads = ['', 'figure', 'value', 'peer', 'ratio', 'goal', 'what the peer is']
const toTheRight = [2, 3, 4]

/** The figures as a table for people, with a line for each goal that was missed. */
export const inTable = (figures: readonly Figure[]): string => {
  const lines = [heads, ...figures.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...lines.map((cells) => widthOf(cells[column] as string))))
  const rows = lines.map((cells) =>
    cells
      .map((cell, column) => padded(cell, widths[column] as number, toTheRight.includes(column)))
      .join('  ')
      .trimEnd(),
  )
  const missed = figures.filter(({ holds }) => holds === false)
  const said = missed.map(({ name, value, unit, goal }) => `MISSED: ${name}: ${value} ${unit}, goal ${goal}`)
  return [...rows, '', ...(said.length > 0 ? said : ['every goal holds'])].join('\n')
}

const inWords = (holds: Figure['holds']) => (holds === null ? '' : holds ? 'holds' : '**missed**')

/** Every figure of a run as a page: its value, its peer or limit, their ratio, and whether its goal holds. */
export const inMarkdown = (figures: readonly Figure[]): string => {
  const rows = figures.map(({ name, value, unit, peer, peerValue, ratio, goal, holds }) => [
    name,
    `${value} ${unit}`,
    peer === null ? '' : peer === 'limit' ? `limit: ${peerValue} ${unit}` : `${peer}: ${peerValue} ${unit}`,
    String(ratio ?? ''),
    goal ?? '',
    inWords(holds),
  ])
  const lines = [['figure', 'value', 'limit or peer', 'ratio', 'goal', ''], Array<string>(6).fill('---'), ...rows]
  return ['# Every figure of the run', '', ...lines.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n')
}
