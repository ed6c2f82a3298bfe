/** A year, or one half of it. */
export type Period = { year: number; half: number | null }

/** `report-2025`, `report-2025-2`: where it stands in the desk's addresses. */
export const periodIn = ({ year, half }: Period): string => `report-${year}${half === null ? '' : `-${half}`}`

export const periodName = ({ year, half }: Period): string => (half === null ? `${year}年（年报）` : `${year}年${half === 1 ? '上' : '下'}半年`)

/** What an address names: null of a period where it names none; undefined where it is no address of ours. `new`: the form. */
export const readReport = (sub: string | null): { period: Period | null; form: boolean } | undefined => {
  const parts = /^report(?:-(\d{4})(?:-([12]))?)?(-new)?$/.exec(sub ?? '')
  if (!parts) return undefined
  const period = parts[1] === undefined ? null : { year: Number(parts[1]), half: parts[2] === undefined ? null : Number(parts[2]) }
  return { period, form: parts[3] !== undefined }
}

/** What is looked at first: in the first half of a year the year before, whose report is due then; later the year itself. */
export const periodOf = (day: string): Period => ({ year: Number(day.slice(0, 4)) - (day.slice(5) < '07-01' ? 1 : 0), half: null })
