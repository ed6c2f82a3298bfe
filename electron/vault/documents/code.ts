import type { CodeProfile, CodeRead } from '../../../contract/intake-code.ts'
import type { Output, Parsed } from '../../../contract/index.ts'
import { limits } from '../../../contract/fields.ts'
import { CODE_FIELDS, type CodeField, codeFieldLabel, LEVELS, levelLabel, URGENCIES } from '../../../contract/terms.ts'
import { refuse } from '../door/refuse.ts'
import type { Query } from '../door/unit.ts'
import { rankOf } from './marking.ts'

const BY_HAND = '请重新扫描，仍读不出的照来文填写。'
const refuseCode = (message: string) => refuse('input.format', message, { clause: 'F1(1)b', field: 'text' })

/** What a scanner that is set to another encoding makes of Chinese. */
const GARBLED = /\ufffd|锟斤拷|[\u00a1-\u00ff]{4}|\?{3}/

/** The fields of a whole code: its beginning, its end and their number are those of the layout. */
const fieldsOf = ({ begins, separator, terminator, least, most }: CodeProfile, text: string): string[] => {
  const garbled = GARBLED.test(text)
  if (begins && !text.startsWith(begins)) refuseCode(`这不是来文的二维条码，或不是本单位设定的版式（应以“${begins}”开头）。${BY_HAND}`)
  if (terminator && !text.endsWith(terminator)) refuseCode(`二维条码没有读全（应以“${terminator}”结尾）。${BY_HAND}`)
  if (garbled) refuseCode('条码中的汉字没有读对：扫描枪的字符编码与本机不同，请按“本单位”设置中的说明调整扫描枪后重新扫描。')
  const fields = (terminator ? text.slice(0, -terminator.length) : text).split(separator).map((field) => field.trim())
  // A separator before the end closes the last field and opens none.
  if (fields.length > least && fields.at(-1) === '') fields.pop()
  if (fields.length < least || fields.length > most)
    refuseCode(`二维条码应有${least === most ? least : `${least}至${most}`}项，读出${fields.length}项，版式不符或没有读全。${BY_HAND}`)
  return fields
}

const DAYS: Record<CodeProfile['days'], RegExp> = {
  figures: /^(\d{4})(\d{2})(\d{2})$/,
  dashes: /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  words: /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
}
/** A day that exists; a code with another was misread, and nothing of it is taken. */
const dayOf = (text: string, days: CodeProfile['days']): string => {
  const [, year = '', month = '', date = ''] = DAYS[days].exec(text) ?? []
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`
  if (year < '1949' || Number.isNaN(Date.parse(day)) || new Date(day).toISOString().slice(0, 10) !== day)
    refuseCode(`二维条码中的成文日期不存在，或与设定的样式不同，条码可能读错。${BY_HAND}`)
  return day
}

const meant = <C extends string>(codes: readonly C[], words: Record<C, readonly string[]>, text: string): C | undefined =>
  codes.find((code) => words[code].includes(text))

/** 机密★5年, 机密5年, 机密: the level by the unit's words, the period as it stands. Above the workstation nothing is taken (保密法31). */
const markOf = (text: string, { levels }: CodeProfile, station: Query['settings']['level']): string | undefined => {
  const [, word = '', period = ''] = /^(.*?)(?:[★☆*]?(\d{1,2}(?:年|个月)))?$/.exec(text) ?? []
  const level = meant(LEVELS, levels, word.replace(/[★☆*]$/, ''))
  if (!level) return undefined
  if (rankOf(level) > rankOf(station))
    refuse('rule.forbids', `来文的密级超过本机密级：本机为${levelLabel[station]}级，不得录入，也不得再扫描。请在相应密级的设备上办理。`, {
      clause: '保密法31',
      field: 'text',
    })
  return level === 'internal' || period === '' ? levelLabel[level] : `${levelLabel[level]}★${period}`
}

const LONGEST: Partial<Record<CodeField, number>> = {
  sender: limits.unit,
  symbol: limits.symbol,
  title: limits.title,
  addressee: limits.unit,
  copyNo: limits.copyNo,
}

/** One field as the form takes it; undefined: it cannot be read. */
const readField = (field: CodeField, text: string, { profile, level }: { profile: CodeProfile; level: Query['settings']['level'] }) => {
  if (field === 'mark') return markOf(text, profile, level)
  if (field === 'urgency') return meant(URGENCIES, profile.urgencies, text)
  if (field === 'madeOn') return dayOf(text, profile.days)
  return text.length <= (LONGEST[field] ?? 0) ? text : undefined
}

/**
 * What the 二维条码 of an incoming paper says, by the unit's layout, for the officer to check and correct before it is registered. Nothing is
 * kept. Refused whole: what is no code of the layout or was not read to its end, an impossible day, a level above the workstation's (保密法31).
 * `unread` names the fields that the paper must be asked for.
 */
export const readCode = ({ settings }: Query, { text }: Parsed<'documents.readCode'>): Output<'documents.readCode'> => {
  const profile = settings.intakeCode
  const fields = fieldsOf(profile, text)
  const found: Record<string, string> = {}
  const unread: string[] = []
  for (const field of CODE_FIELDS) {
    const at = profile.places[field]
    const written = at === 0 ? '' : (fields[at - 1] ?? '')
    if (written === '') continue
    const value = readField(field, written, { profile, level: settings.level })
    if (value === undefined) unread.push(codeFieldLabel[field])
    else found[field] = value
  }
  if (Object.keys(found).length === 0) refuseCode(`二维条码中没有读出可用的项目。${BY_HAND}`)
  return { fields: found as CodeRead, unread }
}

/** A layout that could not be read by: places twice or beyond the last field, a separator that ends the code, a word for two levels. */
export const refuseProfile = ({ places, least, most, separator, terminator, levels, urgencies }: CodeProfile): void => {
  const refuseIt = (field: string, message: string) => refuse('input.range', message, { field: `intakeCode.${field}` })
  const used = Object.values(places).filter((place) => place > 0)
  if (least > most) refuseIt('least', '最少的项数不得多于最多的项数。')
  if (used.some((place) => place > most)) refuseIt('places', '有一项的位置超出了条码的项数。')
  if (new Set(used).size < used.length) refuseIt('places', '有两项占了同一个位置。')
  if (separator === terminator) refuseIt('terminator', '分隔符与结尾符不得相同。')
  for (const [field, words] of Object.entries({ levels, urgencies })) {
    const all = Object.values(words).flat()
    if (new Set(all).size < all.length) refuseIt(field, '同一个词不得用于两种密级或两种紧急程度。')
  }
}
