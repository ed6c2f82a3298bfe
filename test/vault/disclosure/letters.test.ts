import { describe, expect, it } from 'vitest'
import { LETTER_KINDS, REPLY_KINDS, replyRule, type ReplyKind } from '../../../contract/terms.ts'
import { Refused } from '../../../electron/vault/door/refuse.ts'
import { capitals } from '../../../electron/vault/disclosure/letters/amount.ts'
import { composeLetter, type LetterFacts, type LetterOf } from '../../../electron/vault/disclosure/letters/compose.ts'
import { WORDINGS } from '../../../electron/vault/disclosure/letters/wordings.ts'

const organs = { reconsiderationOrgan: '青禾市人民政府', court: '青禾市示范区人民法院', contact: '公开办 000-0000000' }
const application: LetterOf['application'] = { number: '申请〔2026〕0001', receivedOn: '2026-03-02', kind: 'person', content: '接种点名单' }
const letter = (facts: LetterFacts, more: Partial<LetterOf> = {}) =>
  composeLetter({ to: '林示范', writtenOn: '2026-03-10', application, item: null, facts, unit: { name: '青禾市示范中心', office: organs }, ...more })
const whole = ({ text }: ReturnType<typeof letter>) =>
  [text.title, text.salutation, ...text.paragraphs, text.remedies ?? '', text.closing, text.contact].join('\n')
const reply = (kind: ReplyKind, writtenOn = '2026-03-10', more: Partial<LetterOf> = {}) =>
  letter({ kind: 'reply', reply: kind, reason: '依据和理由', given: '见附件', organ: '市示范局，电话 000' }, { writtenOn, ...more })
const refusal = (act: () => unknown) => {
  try {
    act()
  } catch (error) {
    if (error instanceof Refused) return error.refusal
    throw error
  }
  throw new Error('it was not refused')
}

const FACTS: Record<(typeof LETTER_KINDS)[number], LetterFacts> = {
  receipt: { kind: 'receipt', due: '2026-03-30', words: null },
  supplement: { kind: 'supplement', lacks: ['identity', 'content'], words: '请写明年份', days: 10, due: '2026-03-24' },
  explain: { kind: 'explain', words: '本月已申请三十件' },
  extension: { kind: 'extension', days: 20, due: '2026-04-28', reason: '需要检索历年档案' },
  thirdParty: { kind: 'thirdParty', about: '委托合同', days: 15, due: '2026-03-31' },
  thirdPartyTold: { kind: 'thirdPartyTold', words: '公开委托合同的金额，理由是公共利益' },
  coMaker: { kind: 'coMaker', about: '联合通知', days: 15, due: '2026-03-31' },
  assist: { kind: 'assist', words: '核实档案编号' },
  fee: { kind: 'fee', amount: 123_405, words: '按件计收' },
  reply: { kind: 'reply', reply: 'provided', reason: null, given: '复印件一份', organ: null },
}

describe('行政复议法23 the way to appeal', () => {
  const withheld = REPLY_KINDS.filter((kind) => replyRule[kind].reconsider)
  it.each(withheld)('行政复议法23 %s since 2024: 行政复议 first, within sixty days, a suit only after it', (kind) => {
    const composed = reply(kind)
    expect(composed.wording).toBe('2024-01-01')
    expect(composed.text.remedies).toContain('应当先依法向青禾市人民政府申请行政复议')
    expect(composed.text.remedies).toContain('自知道本答复之日起六十日内')
    expect(composed.text.remedies).toContain('对行政复议决定不服的')
    // No sentence of the letter offers a suit instead
    expect(whole(composed)).not.toMatch(/(或者|也可以|直接)[^。]*诉讼/)
  })
  it.each(['alreadyPublic', 'provided', 'unpaid', 'otherwise'] as const)('行政复议法23 %s is no 不予公开: either way stands open', (kind) => {
    expect(reply(kind).text.remedies).toMatch(/六十日内向青禾市人民政府申请行政复议，或者.*六个月内向青禾市示范区人民法院提起行政诉讼/)
    expect(reply(kind).text.remedies).not.toContain('应当先')
  })
  it('行政复议法23 on the day before it was in force either way stood open, on that day no more', () => {
    expect(reply('stateSecret', '2023-12-31').text.remedies).toMatch(/第九条.*六十日内.*或者.*六个月内/)
    expect(reply('stateSecret', '2023-12-31').wording).toBe('2021-01-01')
    expect(reply('stateSecret', '2024-01-01').text.remedies).toContain('应当先依法')
  })
  it('行政复议法23 before May 2015 a suit had three months', () => {
    expect(reply('stateSecret', '2015-04-30').text.remedies).toContain('三个月内')
    expect(reply('stateSecret', '2015-05-01').text.remedies).toContain('六个月内')
  })
  it('行政复议法20 what the unit has not set is a blank to fill in by hand', () => {
    const { text } = reply('stateSecret', '2026-03-10', { unit: { name: '青禾市示范中心', office: {} } })
    expect(text.remedies).toContain('应当先依法向________申请行政复议')
    expect(text.contact).toBe('联系方式：________')
  })
  it('条例32 whom it is told that their secret is made public may go on against it; a letter that decides nothing says no way', () => {
    expect(letter(FACTS.thirdPartyTold).text.remedies).toMatch(/如不服上述公开决定.*行政复议，或者/)
    for (const kind of LETTER_KINDS) expect(letter(FACTS[kind]).text.remedies === null, kind).toBe(kind !== 'reply' && kind !== 'thirdPartyTold')
  })
})

describe('the words of each letter', () => {
  it('条例30 补正告知书: what is lacking, by when, that the clock starts anew and what silence means', () => {
    const text = whole(letter(FACTS.supplement))
    expect(text).toContain('补正告知书\n林示范：')
    expect(text).toContain('（一）姓名或者名称、身份证明；\n（二）所需信息的名称、文号或者其他特征性描述。\n请写明年份')
    expect(text).toContain('第三十条的规定，请您在10个工作日内（至2026年3月24日止）一次补正')
    expect(text).toContain('自本机关收到补正的申请之日起计算；无正当理由逾期不补正的，视为放弃申请')
    // A year without calendar: no day is named
    expect(whole(letter({ ...FACTS.supplement, due: null } as LetterFacts))).toContain('在10个工作日内一次补正')
  })
  it('条例33 延期答复告知书: by whose leave, by how many working days, until when, and why', () => {
    const text = whole(letter(FACTS.extension, { item: { ordinal: 2, content: '历年名单' } }))
    expect(text).toContain('第2项申请公开的内容：历年名单')
    expect(text).toContain('因需要检索历年档案，')
    expect(text).toContain('第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长20个工作日（至2026年4月28日止）')
  })
  it('条例32 第三方意见征询书: fifteen working days from its receipt, silence leaves it to the unit; who applied is not told', () => {
    const text = whole(letter(FACTS.thirdParty, { to: '青禾示范公司' }))
    expect(text).toContain('青禾示范公司：')
    expect(text).toContain('自收到本征询书之日起15个工作日内')
    expect(text).toContain('逾期未提出意见的，由本机关依照该条例的规定决定是否公开')
    expect(text).not.toContain('林示范')
  })
  it('条例34 共同制作机关意见征询函: silence is consent', () => {
    expect(whole(letter(FACTS.coMaker))).toContain('逾期未提出意见的，视为同意公开')
  })
  it('条例42 收费通知书: the amount in figures and capitals, thirty days, and that no appeal lies against it alone', () => {
    const text = whole(letter(FACTS.fee))
    expect(text).toContain('人民币1234.05元（大写：壹仟贰佰叁拾肆元零伍分）')
    expect(text).toContain('自收到本通知书次日起30日内缴纳')
    expect(text).toContain('不能单独就该决定申请行政复议')
    expect([1, 10, 100, 1010, 100_000, 10_500_000, 100_000_000].map(capitals)).toEqual([
      '壹分',
      '壹角整',
      '壹元整',
      '壹拾元壹角整',
      '壹仟元整',
      '壹拾万伍仟元整',
      '壹佰万元整',
    ])
  })
  it('条例42 between the regulation of 2019 and the measure of 2021 nothing is charged', () => {
    expect(refusal(() => letter(FACTS.fee, { writtenOn: '2020-12-31' }))).toMatchObject({
      code: 'rule.forbids',
      clause: '条例42',
      field: 'writtenOn',
    })
    expect(whole(letter(FACTS.fee, { writtenOn: '2019-05-14' }))).toContain('检索、复制、邮寄等成本费用')
    expect(whole(letter(FACTS.fee, { writtenOn: '2021-01-01' }))).toContain('信息处理费')
  })
  it.each(REPLY_KINDS)('条例36 答复书 %s: its article, and its reason', (kind) => {
    const text = whole(reply(kind))
    expect(text).toContain('本机关于2026年3月2日收到您提交的政府信息公开申请（登记编号：申请〔2026〕0001）')
    if (kind !== 'otherwise') expect(text).toContain(`《中华人民共和国政府信息公开条例》${replyRule[kind].article}的规定`)
    expect(text).toContain('依据和理由')
    if (['alreadyPublic', 'provided', 'partly', 'publications'].includes(kind)) expect(text).toContain('见附件')
    if (kind === 'notOurs') expect(text).toContain('市示范局，电话 000')
    expect(text).not.toMatch(/[{}]/)
  })
  it('条例36 a letter is in the words of the regulation of its day; before the first of them there is none', () => {
    expect(whole(reply('partly', '2019-05-14'))).toContain('第二十二条的规定')
    expect(whole(reply('partly', '2019-05-15'))).toContain('第三十七条的规定')
    expect(reply('partly', '2008-05-01').wording).toBe('2008-05-01')
    expect(refusal(() => reply('partly', '2008-04-30'))).toMatchObject({ code: 'input.range', field: 'writtenOn' })
    expect(refusal(() => letter(FACTS.coMaker, { writtenOn: '2019-05-14' }))).toMatchObject({ code: 'rule.forbids', clause: '条例34' })
  })
  it('条例36 every word of every law is filled in, whichever letter and day it is', () => {
    for (const { from, letters } of WORDINGS)
      for (const kind of LETTER_KINDS)
        if (kind === 'reply' || letters[kind]) {
          const composed = letter(FACTS[kind], { writtenOn: from })
          expect(composed.wording).toBe(from)
          expect(whole(composed), `${kind} ${from}`).not.toMatch(/[{}]|undefined|null/)
        }
  })
})

describe('whoever applies, whatever they ask', () => {
  it('条例29 a name of 200 characters stands whole; of 10,000 characters asked for the beginning, by whole characters', () => {
    const to = '𠀀'.repeat(100)
    const content = `${'𠀀'.repeat(4999)}尾`
    const { text } = letter(FACTS.extension, { to, application: { ...application, kind: 'company', content } })
    expect(text.salutation).toBe(`${to}：`)
    expect(text.paragraphs[1]).toBe(`申请公开的内容：${'𠀀'.repeat(300)}……（全文见申请）`)
    expect(text.paragraphs[0]).toContain('收到你单位提交的')
  })
  it('条例36 a reason of many lines stands in as many paragraphs; words in braces are words', () => {
    const { text } = letter({ kind: 'reply', reply: 'stateSecret', reason: '第一{you}\n第二', given: null, organ: null })
    expect(text.paragraphs.slice(-2)).toEqual(['理由：第一{you}', '第二'])
  })
  it('条例36 the same facts give the same digest, another word another one', () => {
    expect(reply('partly').digest).toBe(reply('partly').digest)
    expect(reply('partly').digest).not.toBe(reply('partly', '2026-03-10', { to: '林示例' }).digest)
  })
})
