import type { Asked, LetterKind, ReplyKind } from '../../../../contract/terms.ts'
import { REPLIES_2007, REPLIES_2019 } from './replies.ts'

/**
 * The words of a letter: its paragraphs, and how it ends. `{…}` is filled in; a paragraph that names what there is not is left out. What has
 * several lines stands in as many paragraphs.
 */
export type Words = { paragraphs: readonly string[]; closing: string }
/** null: the law of that time knows no such letter. */
type Letters = Record<Exclude<LetterKind, 'reply'>, Words | null>

/** How one goes on against what a letter says: `first` where 行政复议 must come before a suit, `both` where either is open. */
export type Remedies = { first: string | null; both: string }

/** Every word that rests on a law: the text that is right from one day until the next one begins. */
export type Wording = {
  from: string
  letters: Letters
  replies: Record<ReplyKind, readonly string[]>
  remedies: Remedies
}

const REGULATION = '《中华人民共和国政府信息公开条例》'
const ABOUT = '{which}申请公开的内容：{content}'
const TOLD = '特此告知。'
const RECEIVED = '本机关于{received}收到{you}提交的政府信息公开申请（登记编号：{number}）。'

const asking = (whom: Asked, demand: readonly string[]): Words => ({
  paragraphs: [
    `本机关于{received}收到一件政府信息公开申请（登记编号：{number}），申请公开的政府信息${whom === 'thirdParty' ? '涉及你（单位）的合法权益' : '由本机关与贵机关共同制作'}。`,
    '所涉信息：{about}',
    ...demand,
  ],
  closing: whom === 'thirdParty' ? '请予答复。' : '请予函复。',
})

const assist: Words = {
  paragraphs: ['本机关于{received}收到一件政府信息公开申请（登记编号：{number}）。因办理需要，请贵单位协助下列事项：', '{words}'],
  closing: '请予支持。',
}

const letters2007: Letters = {
  receipt: {
    paragraphs: [
      RECEIVED,
      ABOUT,
      `该申请已经登记。本机关将依照${REGULATION}第二十四条规定的期限{dueOn}予以答复；需要延长答复期限的，另行告知。征求第三方意见所需时间不计算在内。`,
      '{words}',
    ],
    closing: TOLD,
  },
  supplement: {
    paragraphs: [
      `${RECEIVED}经审查，下列内容不明确或者不完整：`,
      '{lacks}',
      '{words}',
      `根据${REGULATION}第二十一条第（四）项的规定，请{you}在{days}个工作日内{dueOn}作出更改、补充。答复期限自本机关收到更改、补充后的申请之日起计算。`,
    ],
    closing: TOLD,
  },
  explain: null,
  extension: {
    paragraphs: [
      RECEIVED,
      ABOUT,
      '因{reason}，本机关不能在规定期限内答复。',
      `根据${REGULATION}第二十四条的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长{days}个工作日{dueOn}。`,
    ],
    closing: TOLD,
  },
  thirdParty: asking('thirdParty', [
    `根据${REGULATION}第二十三条的规定，现征求你（单位）的意见。请自收到本征询书之日起{days}个工作日内书面答复是否同意公开，不同意公开的请说明理由。`,
    '你（单位）不同意公开的，本机关不予公开；但是本机关认为不公开可能对公共利益造成重大影响的，予以公开，并将决定公开的内容和理由书面通知你（单位）。',
  ]),
  thirdPartyTold: {
    paragraphs: [
      '本机关于{received}收到一件政府信息公开申请（登记编号：{number}），申请公开的政府信息涉及你（单位）的合法权益，本机关已征求你（单位）的意见。',
      `本机关认为不公开可能对公共利益造成重大影响，根据${REGULATION}第二十三条的规定，决定予以公开。决定公开的政府信息内容和理由如下：`,
      '{words}',
    ],
    closing: TOLD,
  },
  coMaker: null,
  assist,
  fee: {
    paragraphs: [RECEIVED, `根据${REGULATION}第二十七条的规定，依申请提供政府信息收取检索、复制、邮寄等成本费用，共计人民币{amount}。`, '{words}'],
    closing: TOLD,
  },
}

const letters2019: Letters = {
  receipt: {
    paragraphs: [
      RECEIVED,
      ABOUT,
      `该申请已经登记。本机关将依照${REGULATION}第三十三条规定的期限{dueOn}予以答复；需要延长答复期限的，另行告知。征求第三方和其他机关意见所需时间不计算在内。`,
      '{words}',
    ],
    closing: TOLD,
  },
  supplement: {
    paragraphs: [
      `${RECEIVED}经审查，下列内容缺少或者不明确，需要补正：`,
      '{lacks}',
      '{words}',
      `根据${REGULATION}第三十条的规定，请{you}在{days}个工作日内{dueOn}一次补正上述内容。答复期限自本机关收到补正的申请之日起计算；无正当理由逾期不补正的，视为放弃申请，本机关不再处理该政府信息公开申请。`,
    ],
    closing: TOLD,
  },
  explain: {
    paragraphs: [
      RECEIVED,
      ABOUT,
      `{you}申请公开政府信息的数量、频次明显超过合理范围。根据${REGULATION}第三十五条的规定，请{you}说明申请的理由。`,
      '{words}',
      '本机关认为申请理由不合理的，将告知{you}不予处理；认为申请理由合理，但是无法在该条例第三十三条规定的期限内答复的，将确定延迟答复的合理期限，另行告知。',
    ],
    closing: TOLD,
  },
  extension: {
    paragraphs: [
      RECEIVED,
      ABOUT,
      '因{reason}，本机关不能在规定期限内答复。',
      `根据${REGULATION}第三十三条第二款的规定，经本机关政府信息公开工作机构负责人同意，答复期限延长{days}个工作日{dueOn}。`,
    ],
    closing: TOLD,
  },
  thirdParty: asking('thirdParty', [
    `根据${REGULATION}第三十二条的规定，现征求你（单位）的意见。请自收到本征询书之日起{days}个工作日内提出是否同意公开的书面意见，不同意公开的请说明理由。逾期未提出意见的，由本机关依照该条例的规定决定是否公开。`,
    '你（单位）不同意公开且有合理理由的，本机关不予公开；本机关认为不公开可能对公共利益造成重大影响的，可以决定予以公开，并将决定公开的政府信息内容和理由书面告知你（单位）。',
  ]),
  thirdPartyTold: {
    paragraphs: [
      '本机关于{received}收到一件政府信息公开申请（登记编号：{number}），申请公开的政府信息涉及你（单位）的合法权益，本机关已征求你（单位）的意见。',
      `根据${REGULATION}第三十二条的规定，本机关决定予以公开。决定公开的政府信息内容和理由如下：`,
      '{words}',
    ],
    closing: TOLD,
  },
  coMaker: asking('coMaker', [
    `根据${REGULATION}第三十四条的规定，现征求贵机关的意见。请自收到本征询函之日起{days}个工作日内提出是否同意公开的意见，不同意公开的请说明理由。逾期未提出意见的，视为同意公开。`,
  ]),
  assist,
  fee: null,
}

/** 信息处理费, once there was a measure for it (条例42; 国办函〔2020〕109号). */
const fee2021: Words = {
  paragraphs: [
    RECEIVED,
    `{you}申请公开政府信息的数量、频次明显超过合理范围。根据${REGULATION}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定，本机关决定收取信息处理费人民币{amount}。`,
    '{words}',
    '请{you}自收到本通知书次日起30日内缴纳。逾期未缴纳的，视为放弃申请，本机关不再处理该政府信息公开申请。',
    '对收取信息处理费的决定有异议的，不能单独就该决定申请行政复议、提起行政诉讼；可以在缴费期满后，就本机关不再处理该申请的行为，依法投诉、举报，申请行政复议、提起行政诉讼。',
  ],
  closing: TOLD,
}

const either = (reconsideration: string, suit: string) =>
  `如不服{thing}，可以依照${reconsideration}的规定，自知道{thing}之日起六十日内向{organ}申请行政复议，或者依照${suit}内向{court}提起行政诉讼。`
const SUIT_2014 = '《中华人民共和国行政诉讼法》第四十六条的规定，自知道{thing}之日起六个月'

/** 条例 of 2007, 行政复议法 of 1999, 行政诉讼法 of 1989. */
const from2008: Wording = {
  from: '2008-05-01',
  letters: letters2007,
  replies: REPLIES_2007,
  remedies: {
    first: null,
    both: either('《中华人民共和国行政复议法》第九条', '《中华人民共和国行政诉讼法》第三十九条的规定，自知道{thing}之日起三个月'),
  },
}
/** 行政诉讼法 of 2014: six months instead of three. */
const from2015: Wording = {
  ...from2008,
  from: '2015-05-01',
  remedies: { first: null, both: either('《中华人民共和国行政复议法》第九条', SUIT_2014) },
}
/** 条例 of 2019. */
const from2019: Wording = {
  ...from2015,
  from: '2019-05-15',
  letters: letters2019,
  replies: REPLIES_2019,
}
/** The measure on 信息处理费 of 2020. */
const from2021: Wording = {
  ...from2019,
  from: '2021-01-01',
  letters: { ...letters2019, fee: fee2021 },
}
/** 行政复议法 of 2023, in force since 2024: 行政复议 before a suit (23(4)), said in the reply itself, within sixty days (20). */
const from2024: Wording = {
  ...from2021,
  from: '2024-01-01',
  remedies: {
    first:
      '如不服{thing}，根据《中华人民共和国行政复议法》第二十三条第一款第四项、第二十条的规定，应当先依法向{organ}申请行政复议，申请期限为自知道{thing}之日起六十日内；对行政复议决定不服的，可以自收到行政复议决定书之日起十五日内再依法向{court}提起行政诉讼。',
    both: either('《中华人民共和国行政复议法》第二十条', SUIT_2014),
  },
}

/** Oldest first. A change of law is one more of these; a letter keeps the words of its day. */
export const WORDINGS: readonly Wording[] = [from2008, from2015, from2019, from2021, from2024]
