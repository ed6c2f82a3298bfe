/**
 * What may leave the program by the clipboard (F1(5)a 不得摘抄、复制、翻印): numbers, 文号, days and times, as plain text; never a title, an
 * opinion or a name. The record itself goes by the same rule: numbers, no titles. docs/decisions/0009 says why.
 */

/** Longer than this is a list, and lists are printed under a number of their own. */
export const MOST_COPIED = 200

const TOKENS = [
  // 密收〔2026〕0001, 青政办发〔2026〕12号, 印〔2026〕0001; a title that ends in a 文号 is a title
  /^(?!.*(关于|的|转发|印发))[\p{Script=Han}A-Za-z]{0,12}[〔[［(（]\d{4}[〕\]］)）]第?\d{1,6}号?$/u,
  // 000012, 000012–000014, 夹03, 机要001
  /^\p{Script=Han}{0,2}\d{1,20}([–-]\d{1,20})?$/u,
  // 2026-03-10, 2026-03-10T09:05, 2026年3月10日, 09:05
  /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/,
  /^\d{4}年\d{1,2}月\d{1,2}日$/,
  /^\d{1,2}:\d{2}$/,
  // A hash of the record, or its first figures.
  /^[0-9a-f]{12,64}$/,
]

/** Whether every part of a text is a number, a day or a time. */
export const mayLeave = (text: string): boolean => {
  const parts = text.split(/[\s、，,；;　]+/u).filter(Boolean)
  return text.length <= MOST_COPIED && parts.length > 0 && parts.every((part) => TOKENS.some((token) => token.test(part)))
}
