import JsBarcode from 'jsbarcode'
import { memo, useMemo } from 'react'
import { encode } from 'uqr'

/** A run of dark modules as one bar. */
const runFrom = (row: readonly boolean[], x: number, y: number): string => {
  const end = row.indexOf(false, x)
  const width = (end < 0 ? row.length : end) - x
  return `M${x} ${y}h${width}v1h-${width}z`
}

/** Dark runs of rows of modules, as one path. */
const pathOf = (rows: readonly (readonly boolean[])[]): string =>
  rows.flatMap((row, y) => row.flatMap((on, x) => (on && !row[x - 1] ? [runFrom(row, x, y)] : []))).join('')

type Props = { text: string; className: string; label: string }

/** A text as a QR, with two modules of white around it. */
export const QrCode = memo(({ text, className, label }: Props) => {
  const { size, path } = useMemo(() => {
    const code = encode(text, { ecc: 'M', border: 2 })
    return { size: code.size, path: pathOf(code.data) }
  }, [text])
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
})

/** Modules of white that Code 128 needs before and after it. */
const QUIET = 10

/** The modules of an even number of digits in Code 128 C, two digits to a sign: true is a bar. */
export const barsOf = (digits: string): boolean[] => {
  const drawn: { encodings?: { data: string }[] } = {}
  JsBarcode(drawn, digits, { format: 'CODE128C' })
  const modules = (drawn.encodings ?? []).map(({ data }) => data).join('')
  return [...modules].map((module) => module === '1')
}

/** Digits as Code 128, as wide and as high as its box. */
export const Bars = memo(({ text, className, label }: Props) => {
  const { width, path } = useMemo(() => {
    const white = Array<boolean>(QUIET).fill(false)
    const row = [...white, ...barsOf(text), ...white]
    return { width: row.length, path: pathOf([row]) }
  }, [text])
  return (
    <svg className={className} viewBox={`0 0 ${width} 1`} preserveAspectRatio="none" shapeRendering="crispEdges" role="img" aria-label={label}>
      <path d={path} />
    </svg>
  )
})
