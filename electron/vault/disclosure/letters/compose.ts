import type { LetterOffice, LetterText } from '../../../../contract/letters.ts'
import { type ApplicantKind, type Lack, type LetterKind, lackLabel, letterKindLabel, type ReplyKind, replyRule } from '../../../../contract/terms.ts'
import { refuse } from '../../door/refuse.ts'
import { canonicalJson, digestOfWords } from '../../storage/bytes.ts'
import { capitals } from './amount.ts'
import { type Wording, type Words, WORDINGS } from './wordings.ts'

/** What a letter of one kind says; days are working days, `due` the last of them (null where its year has no calendar), `amount` in fen. */
export type LetterFacts =
  | { kind: 'receipt'; due: string | null; words: string | null }
  | { kind: 'supplement'; lacks: readonly Lack[]; words: string | null; days: number; due: string | null }
  | { kind: 'explain'; words: string | null }
  | { kind: 'extension'; days: number; due: string | null; reason: string }
  | { kind: 'thirdParty' | 'coMaker'; about: string; days: number; due: string | null }
  | { kind: 'thirdPartyTold' | 'assist'; words: string }
  | { kind: 'fee'; amount: number; words: string | null }
  | { kind: 'reply'; reply: ReplyKind; reason: string | null; given: string | null; organ: string | null }

export type LetterOf = {
  /** Whom it is addressed to. */
  to: string
  writtenOn: string
  application: { number: string; receivedOn: string; kind: ApplicantKind; content: string }
  /** The one of several things asked for that it is about; null: the application as a whole. */
  item: { ordinal: number; content: string } | null
  facts: LetterFacts
  unit: { name: string; office: LetterOffice }
}

/** A letter as it is kept and signed: `wording` is the day from which its words are right, `digest` stands for its text under a signature. */
export type Letter = { kind: LetterKind; wording: string; text: LetterText; digest: string }

/** To be filled in by hand. */
const BLANK = '________'
/** Characters of what was asked for that a letter repeats; the application itself has them all. */
const REPEATED = 300

/** The words in force on a day; a day before the first of them is refused. */
export const wordingOn = (day: string): Wording =>
  WORDINGS.findLast(({ from }) => from <= day) ??
  refuse('input.range', '政府信息公开条例自2008年5月1日起施行，在这以前没有这些文书。请核对发函日期。', { clause: '条例36', field: 'writtenOn' })

const dayInWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const shortened = (text: string): string => {
  const characters = Array.from(text.replaceAll('\n', ' '))
  return characters.length > REPEATED ? `${characters.slice(0, REPEATED).join('')}……（全文见申请）` : characters.join('')
}

const NUMERALS = ['一', '二', '三', '四', '五']
const lacksInWords = (lacks: readonly Lack[]): string =>
  lacks.map((lack, at) => `（${NUMERALS[at]}）${lackLabel[lack]}${at === lacks.length - 1 ? '。' : '；'}`).join('\n')

const amountInWords = (fen: number): string => `${(fen / 100).toFixed(2)}元（大写：${capitals(fen)}）`

type Filling = Record<string, string | null>

/** What stands for each `{…}`; null leaves its paragraph out. */
const fillingOf = ({ application, item, facts }: LetterOf): Filling => {
  const said: Filling = {}
  for (const [name, value] of Object.entries(facts)) if (typeof value === 'string') said[name] = value
  return {
    ...said,
    you: application.kind === 'person' ? '您' : '你单位',
    number: application.number,
    received: dayInWords(application.receivedOn),
    which: item ? `第${item.ordinal}项` : '',
    content: shortened(item?.content ?? application.content),
    dueOn: 'due' in facts && facts.due ? `（至${dayInWords(facts.due)}止）` : '',
    days: 'days' in facts ? String(facts.days) : '',
    lacks: 'lacks' in facts ? lacksInWords(facts.lacks) : '',
    amount: facts.kind === 'fee' ? amountInWords(facts.amount) : '',
  }
}

const filled = (template: string, filling: Filling): string[] => {
  let missing = false
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = filling[name] ?? null
    if (value === null) missing = true
    return value ?? ''
  })
  return missing ? [] : text.split('\n').filter((line) => line.trim() !== '')
}

const REPLY_OPENS = ['本机关于{received}收到{you}提交的政府信息公开申请（登记编号：{number}）。', '{which}申请公开的内容：{content}']

const wordsOf = (wording: Wording, facts: LetterFacts): Words => {
  if (facts.kind === 'reply') return { paragraphs: [...REPLY_OPENS, '经审查，现答复如下：', ...wording.replies[facts.reply]], closing: '特此答复。' }
  const words = wording.letters[facts.kind]
  if (words) return words
  return refuse('rule.forbids', `${letterKindLabel[facts.kind]}没有发函当日施行的规定作依据，不能发出。请核对发函日期。`, {
    clause: facts.kind === 'fee' ? '条例42' : facts.kind === 'coMaker' ? '条例34' : '条例36',
    field: 'writtenOn',
  })
}

/**
 * How one goes on against a letter (行政复议法20, 23(4)). Whatever leaves somebody without what they asked for counts as 不予公开 and has 行政复议
 * first; a reply that gives, and the decision to make public what a third party wants kept, leave both ways open. Other letters decide nothing.
 */
const remediesOf = ({ remedies }: Wording, { facts, unit: { office } }: LetterOf): string | null => {
  if (facts.kind !== 'reply' && facts.kind !== 'thirdPartyTold') return null
  const first = facts.kind === 'reply' && replyRule[facts.reply].reconsider
  const template = (first && remedies.first) || remedies.both
  const thing = facts.kind === 'reply' ? '本答复' : '上述公开决定'
  return filled(template, { thing, organ: office.reconsiderationOrgan ?? BLANK, court: office.court ?? BLANK }).join('')
}

/**
 * A letter in the words of the law that is in force on the day on which it is written. Refused on a day before the first regulation, and of a kind
 * that the law of that day does not know. Pure: the same facts give the same text and the same digest.
 */
export const composeLetter = (letter: LetterOf): Letter => {
  const { to, writtenOn, facts, unit } = letter
  const wording = wordingOn(writtenOn)
  const words = wordsOf(wording, facts)
  const filling = fillingOf(letter)
  const text: LetterText = {
    title: letterKindLabel[facts.kind],
    salutation: `${to}：`,
    paragraphs: words.paragraphs.flatMap((paragraph) => filled(paragraph, filling)),
    remedies: remediesOf(wording, letter),
    closing: words.closing,
    contact: `联系方式：${unit.office.contact ?? BLANK}`,
    unit: unit.name,
  }
  return { kind: facts.kind, wording: wording.from, text, digest: digestOfWords(canonicalJson(text)) }
}
