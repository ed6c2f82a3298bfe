/** Limits in working days: what runs, how long the law and the unit's own rules of 2017 let it run, and what to say where the two differ (条例 26–34). */

/** Every clock that is kept. */
export const DEADLINE_KINDS = ['reply', 'supplementNotice', 'supplement', 'thirdParty', 'coMaker', 'publish'] as const
export type DeadlineKind = (typeof DEADLINE_KINDS)[number]
export const deadlineKindLabel: Record<DeadlineKind, string> = {
  reply: '答复',
  supplementNotice: '补正告知',
  supplement: '申请人补正',
  thirdParty: '第三方意见',
  coMaker: '共同机关意见',
  publish: '主动公开',
}

/** Every limit that is a figure of the rules. */
export const DISCLOSURE_LIMITS = ['reply', 'extension', 'supplementNotice', 'thirdParty', 'coMaker', 'publish'] as const
export type DisclosureLimit = (typeof DISCLOSURE_LIMITS)[number]
export const disclosureLimitLabel: Record<DisclosureLimit, string> = {
  reply: '答复',
  extension: '延长答复',
  supplementNotice: '补正告知',
  thirdParty: '第三方意见',
  coMaker: '共同机关意见',
  publish: '主动公开',
}
/** Which limit a kind keeps to. How long the applicant has for a 补正 stands in the unit's notice alone (条例30 合理的补正期限). */
export const limitOfKind: Record<DeadlineKind, DisclosureLimit | null> = {
  reply: 'reply',
  supplementNotice: 'supplementNotice',
  supplement: null,
  thirdParty: 'thirdParty',
  coMaker: 'coMaker',
  publish: 'publish',
}

/** Which limits of days the unit works by: the law's, or those of its own rules of 2017. */
export const DISCLOSURE_PRESETS = ['law2019', 'unit2017'] as const
export type DisclosurePreset = (typeof DISCLOSURE_PRESETS)[number]
export const disclosurePresetLabel: Record<DisclosurePreset, string> = { law2019: '条例2019', unit2017: '单位制度2017' }

/** A figure in working days, and the clause that it comes from. */
export type LimitFigure = { days: number; clause: string }
/** The figures of each preset. Where the unit's rules name none, the law's stand. */
export const presetFigures: Record<DisclosurePreset, Record<DisclosureLimit, LimitFigure>> = {
  law2019: {
    reply: { days: 20, clause: '条例33' },
    extension: { days: 20, clause: '条例33' },
    supplementNotice: { days: 7, clause: '条例30' },
    thirdParty: { days: 15, clause: '条例32' },
    coMaker: { days: 15, clause: '条例34' },
    publish: { days: 20, clause: '条例26' },
  },
  unit2017: {
    reply: { days: 15, clause: 'A4(1)4' },
    extension: { days: 15, clause: 'A4(1)4' },
    supplementNotice: { days: 7, clause: '条例30' },
    thirdParty: { days: 15, clause: '条例32' },
    coMaker: { days: 15, clause: '条例34' },
    publish: { days: 10, clause: 'A3(3)' },
  },
}
export const lawFigures = presetFigures.law2019

/** The days alone of a preset: what choosing it puts in force. */
export const daysOfPreset = (preset: DisclosurePreset): Record<DisclosureLimit, number> => {
  const { reply, extension, supplementNotice, thirdParty, coMaker, publish } = presetFigures[preset]
  return {
    reply: reply.days,
    extension: extension.days,
    supplementNotice: supplementNotice.days,
    thirdParty: thirdParty.days,
    coMaker: coMaker.days,
    publish: publish.days,
  }
}

const lawSays = (limit: DisclosureLimit): string => `现行法规（${lawFigures[limit].clause}：${lawFigures[limit].days}个工作日）`

/** `宽于现行法规（条例33：20个工作日）` of a limit that is longer than the law's; null when it is not. */
export const whyLaxer = (limit: DisclosureLimit, days: number): string | null => (days > lawFigures[limit].days ? `宽于${lawSays(limit)}` : null)

/** `短于现行法规（条例33：20个工作日）` of a limit that is shorter than the law's, `早于` of making public; null when it is not. */
export const whyShorter = (limit: DisclosureLimit, days: number): string | null =>
  days < lawFigures[limit].days ? `${limit === 'publish' ? '早于' : '短于'}${lawSays(limit)}` : null

/** What a preset must say of itself beside the law: `答复短于现行法规（条例33：20个工作日）；…`; null of the law's own. */
export const presetNote = (preset: DisclosurePreset): string | null => {
  const says = DISCLOSURE_LIMITS.flatMap((limit) => {
    const { days } = presetFigures[preset][limit]
    const why = whyLaxer(limit, days) ?? whyShorter(limit, days)
    return why === null ? [] : [`${disclosureLimitLabel[limit]}${days}个工作日，${why}`]
  })
  return says.length === 0 ? null : `${says.join('；')}。`
}
