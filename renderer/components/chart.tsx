/**
 * Small charts for people who would rather look than read: `<Columns title="…" labels={[…]} series={[{ name, values }]} />` upright bars side by side,
 * `<Bars …>` lying ones for names that are long. One colour and its lighter tone; whoever cannot see them hears every figure, and the same figures can be opened as a table.
 */
import type { ReactNode } from 'react'
import './chart.css'

export type Series = { name: string; values: readonly number[] }
type Props = { title: string; labels: readonly string[]; series: readonly Series[]; unit?: string }

const valueAt = ({ values }: Series, place: number): number => values[place] ?? 0
const greatest = (series: readonly Series[]) => Math.max(1, ...series.flatMap(({ values }) => values))

/** `收到、办结。1月：收到3件，办结2件；…` */
const spoken = ({ title, labels, series, unit }: Required<Props>) =>
  `${title}。${labels.map((label, place) => `${label}：${series.map((one) => `${one.name}${valueAt(one, place)}${unit}`).join('，')}`).join('；')}`

const Numbers = ({ title, labels, series }: Props) => (
  <details>
    <summary>看数字</summary>
    <table aria-label={title}>
      <thead>
        <tr>
          <th scope="col" aria-label="项目" />
          {series.map(({ name }) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {labels.map((label, place) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            {series.map((one) => (
              <td key={one.name}>{valueAt(one, place)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)

/** Caption with the key of the colours, the picture, the figures as a table. */
const Chart = ({ width, height, children, ...props }: Required<Props> & { width: number; height: number; children: ReactNode }) => (
  <figure className="chart">
    <figcaption>
      {props.title}
      {props.series.length > 1 &&
        props.series.map(({ name }, at) => (
          <span key={name} className={`chart-key chart-key-${at}`}>
            {name}
          </span>
        ))}
    </figcaption>
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={spoken(props)}>
      {children}
    </svg>
    <Numbers {...props} />
  </figure>
)

const WIDTH = 620
const TALL = 140
const ABOVE = 18
const BELOW = 22

/** Upright bars, a group for each label. */
export const Columns = ({ unit = '件', ...rest }: Props) => {
  const props = { unit, ...rest }
  const { labels, series } = props
  const group = WIDTH / labels.length
  const bar = Math.min(26, (group * 0.8) / series.length)
  const most = greatest(series)
  const base = ABOVE + TALL
  return (
    <Chart {...props} width={WIDTH} height={base + BELOW}>
      <line className="chart-line" x1={0} x2={WIDTH} y1={base} y2={base} />
      {labels.map((label, place) => {
        const middle = group * (place + 0.5)
        return (
          <g key={label}>
            {series.map((one, at) => {
              const value = valueAt(one, place)
              const tall = (TALL * value) / most
              const left = middle + (at - series.length / 2) * bar
              return (
                <g key={one.name}>
                  <rect className={`chart-bar-${at}`} x={left + 1} y={base - tall} width={bar - 2} height={tall} />
                  {value > 0 && (
                    <text x={left + bar / 2} y={base - tall - 4} textAnchor="middle">
                      {value}
                    </text>
                  )}
                </g>
              )
            })}
            <text x={middle} y={base + 17} textAnchor="middle">
              {label}
            </text>
          </g>
        )
      })}
    </Chart>
  )
}

const ROW = 24
const NAMES = 130
const FIGURES = 50

/** Lying bars, a row for each label, of one series. */
export const Bars = ({ unit = '件', ...rest }: Props) => {
  const props = { unit, ...rest }
  const { labels, series } = props
  const [only] = series
  const most = greatest(series)
  return (
    <Chart {...props} width={WIDTH} height={labels.length * ROW}>
      <line className="chart-line" x1={NAMES} x2={NAMES} y1={0} y2={labels.length * ROW} />
      {labels.map((label, place) => {
        const value = only ? valueAt(only, place) : 0
        const long = ((WIDTH - NAMES - FIGURES) * value) / most
        const middle = ROW * (place + 0.5)
        return (
          <g key={label}>
            <text x={NAMES - 8} y={middle + 5} textAnchor="end">
              {label}
            </text>
            <rect className="chart-bar-0" x={NAMES} y={middle - 8} width={long} height={16} />
            <text x={NAMES + long + 6} y={middle + 5}>
              {value}
            </text>
          </g>
        )
      })}
    </Chart>
  )
}
