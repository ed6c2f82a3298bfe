/**
 * Time as the office reads it (UTC+8, no summer time).
 *
 * - `<When at={instant} />` `2026-03-10 09:05`; `seconds` adds them, `day` leaves out that day. `whenOf(instant)` the same as text.
 * - `minuteOf('2026-03-10T09:05')` for wall-clock minutes. `lastedOf(from, to)` in words: `3小时5分`.
 */

const OFFICE_OFFSET_MS = 8 * 60 * 60 * 1000

/** An instant on the office's wall clock. */
export const whenOf = (instant: string, seconds = false): string => {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  return new Date(at.getTime() + OFFICE_OFFSET_MS)
    .toISOString()
    .slice(0, seconds ? 19 : 16)
    .replace('T', ' ')
}

/** A wall-clock minute of the contract, as people read it. */
export const minuteOf = (minute: string): string => minute.replace('T', ' ')

/** How long, in the two largest units. */
export const lastedOf = (from: string, to: string): string => {
  const minutes = Math.max(0, Math.floor((new Date(to).getTime() - new Date(from).getTime()) / 60_000))
  const [days, hours, rest] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60), minutes % 60]
  if (days) return hours ? `${days}天${hours}小时` : `${days}天`
  if (hours) return rest ? `${hours}小时${rest}分` : `${hours}小时`
  return `${rest}分钟`
}

type Props = { at: string; seconds?: boolean /** This day's times are shown without the day. */; day?: string }

export const When = ({ at, seconds = false, day }: Props) => {
  const whole = whenOf(at, seconds)
  return (
    <time className="figures" dateTime={at}>
      {day && whole.startsWith(`${day} `) ? whole.slice(11) : whole}
    </time>
  )
}
