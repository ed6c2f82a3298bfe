/** Names as they are typed into a list box: one after another with 、 between them. */

const SEPARATORS = /[、，,；;\s]+/
const WHOLE_PARTS = /^.*[、，,；;\s]/s

export type Named = { value: string | number; label: string }

/** What is being sought: the part after the last separator. */
export const soughtIn = (text: string): string => text.replace(WHOLE_PARTS, '')

/** The parts that were ended with a separator, as they stand. */
export const wholeIn = (text: string): string => WHOLE_PARTS.exec(text)?.[0] ?? ''

/** The parts, without what stands between them. */
export const partsOf = (text: string): string[] => text.split(SEPARATORS).filter(Boolean)

/** Takes the whole names out of what is typed; the rest stays as it stands. `ended`: the last part is whole too, for the box is being left. */
export const takeNames = <N extends Named>(text: string, among: readonly N[], ended = false): { taken: N[]; rest: string } => {
  const found = (part: string) => among.find(({ label }) => label === part)
  const whole = partsOf(ended ? text : wholeIn(text))
  const taken = whole.map(found).filter((one) => one !== undefined)
  const unknown = whole.filter((part) => !found(part))
  const sought = ended ? '' : soughtIn(text)
  if (taken.length === 0) return { taken, rest: text.trim() === '' ? '' : text }
  return { taken, rest: unknown.length > 0 ? `${unknown.join('、')}、${sought}` : sought }
}

/** The first part that is nobody's whole name; null when nothing stands there. */
export const unknownIn = (text: string, among: readonly Named[]): string | null =>
  partsOf(text).find((part) => !among.some(({ label }) => label === part)) ?? null
