/** What a reply says, kind by kind, as the regulation of its day has it. Filled as the other words are (wordings.ts). */
import { replyRule, type ReplyKind } from '../../../../contract/terms.ts'

const REASON = '理由：{reason}'
const GIVEN = '{given}'

/** `by`: the words that name the article. */
type Said = Record<ReplyKind, (by: string) => readonly string[]>

const withheld =
  (what: string) =>
  (by: string): readonly string[] => [`{you}申请公开的信息${what}，${by}本机关决定不予公开。`, REASON]

const SAID: Said = {
  alreadyPublic: (by) => [`{you}申请公开的信息已经主动公开。${by}告知获取该政府信息的方式、途径：`, GIVEN, '{reason}'],
  provided: (by) => [`{you}申请公开的信息可以公开。${by}本机关向{you}提供：`, GIVEN, '{reason}'],
  partly: (by) => [
    `{you}申请公开的信息中含有不应当公开的内容，能够作区分处理。${by}本机关向{you}提供可以公开的内容：`,
    GIVEN,
    '其余内容不予公开。理由：{reason}',
  ],
  stateSecret: withheld('属于国家秘密'),
  forbidden: withheld('属于法律、行政法规禁止公开的政府信息'),
  safety: withheld('公开后可能危及国家安全、公共安全、经济安全、社会稳定'),
  thirdParty: withheld('公开会对第三方合法权益造成损害'),
  internal: withheld('属于行政机关的内部事务信息'),
  process: withheld('属于行政机关在履行行政管理职能过程中形成的过程性信息'),
  files: withheld('属于行政执法案卷信息'),
  registry: (by) => [
    `{you}申请公开的信息，有关法律、行政法规对其获取有特别规定。${by}请{you}依照有关法律、行政法规的规定办理，本机关不按照政府信息公开申请予以公开。`,
    REASON,
  ],
  notHeld: (by) => [`经检索，本机关没有{you}申请公开的信息，该政府信息不存在，本机关无法提供。${by}告知{you}。`, '{reason}'],
  notOurs: (by) => [
    `{you}申请公开的信息不属于本机关负责公开，本机关无法提供。${by}告知{you}并说明理由。`,
    REASON,
    '负责公开该政府信息的行政机关的名称、联系方式：{organ}',
  ],
  toBeMade: (by) => [`{you}申请公开的信息没有现成的，需要本机关对现有政府信息进行加工、分析。${by}本机关不予提供。`, REASON],
  unclear: (by) => [`{you}的申请经补正后内容仍不明确，${by}本机关无法提供。`, REASON],
  petition: (by) => [`{you}的申请属于信访、投诉、举报等活动，${by}不作为政府信息公开申请处理，可以通过相应渠道提出。`, REASON, GIVEN],
  repeated: (by) => [`本机关已就{you}提出的政府信息公开申请作出答复，{you}重复申请公开相同政府信息。${by}本机关不予重复处理。`, REASON],
  publications: (by) => [
    `{you}的申请要求提供政府公报、报刊、书籍等公开出版物。${by}本机关不作为政府信息公开申请处理，告知获取的途径：`,
    GIVEN,
    REASON,
  ],
  excessive: (by) => [`{you}申请公开政府信息的数量、频次明显超过合理范围，所说明的理由不合理。${by}本机关不予处理。`, REASON],
  reissue: (by) => [`{you}的申请要求本机关确认、重新出具已经获取的信息。${by}本机关不予处理。`, REASON],
  unpaid: (by) => [`{you}逾期未缴纳信息处理费，视为放弃申请。${by}本机关不再处理该政府信息公开申请。`, '{reason}'],
  otherwise: () => ['{reason}', GIVEN],
}

/** The articles of 2007. Kinds that it did not know rest on its article on replies. */
const ARTICLE_2007: Partial<Record<ReplyKind, string>> = {
  alreadyPublic: '第二十一条第（一）项',
  provided: '第二十一条第（一）项',
  partly: '第二十二条',
  stateSecret: '第十四条',
  forbidden: '第十四条',
  safety: '第八条',
  thirdParty: '第二十三条',
  notHeld: '第二十一条第（三）项',
  notOurs: '第二十一条第（三）项',
  unclear: '第二十一条第（四）项',
}

const repliesBy = (articleOf: (kind: ReplyKind) => string): Record<ReplyKind, readonly string[]> =>
  Object.fromEntries(
    Object.entries(SAID).map(([kind, said]) => [kind, said(`根据《中华人民共和国政府信息公开条例》${articleOf(kind as ReplyKind)}的规定，`)]),
  ) as Record<ReplyKind, readonly string[]>

export const REPLIES_2019 = repliesBy((kind) => replyRule[kind].article)
export const REPLIES_2007 = repliesBy((kind) => ARTICLE_2007[kind] ?? '第二十一条')
