/** What the office makes public and is asked for: the desks 保密审查, 主动公开 and 依申请公开 of the archive. */
import { type BenchOffice, idOf } from './office.ts'

/** Whoever acts, through the door or at pace. */
type Acting = Pick<BenchOffice, 'ok'>

/** For how many documents there is one of each (domain 5: a year has 600 documents, 400 reviews, 276 texts made public, 70 applications). */
export const REVIEWED = 3
export const LISTED = 4
export const APPLIED = 9

const NO = { answer: 'no' } as const
const checklist = {
  stateSecret: NO,
  tradeSecret: NO,
  privacy: NO,
  nationalSecurity: NO,
  publicSafety: NO,
  economicSecurity: NO,
  socialStability: NO,
}

/** Texts that a 科室 wants to make public; of every third its opinion is signed. */
export const askForReview = async (office: Acting, cases: number): Promise<void> => {
  const text = { madeOn: '2026-03-09', pages: 2, channels: ['site' as const], plannedOn: '2026-03-20', audience: '社会公众' }
  for (let n = 1; n <= cases; n += 1) {
    const title = `关于第${n}项公共服务的公告`
    const { id } = await office.ok('review.draft', { carrier: 'other', unit: '青禾市疾控示范中心', title, symbol: `青疾公告〔2026〕${n}号`, ...text })
    if (n % 3 === 0) await office.ok('review.opine', { review: id, version: 1, checklist, proposal: 'open', reason: '公众需要知晓' })
  }
}

const HEADINGS = ['rules', 'licences', 'statistics', 'emergencies', 'other'] as const

/** Entries of the 公开目录 of the same 科室. */
export const catalogue = async (office: Acting, entries: number): Promise<void> => {
  for (let n = 1; n <= entries; n += 1)
    await office.ok('publication.enter', {
      class: HEADINGS[n % HEADINGS.length] as (typeof HEADINGS)[number],
      title: `第${n}项公共服务的办理结果`,
      madeOn: '2026-03-09',
      channels: ['site'],
    })
}

/** Applications as the 综办 takes them in: every second is registered and in the hands of the 科室, every tenth asker also said something. */
export const applications = async (office: Acting, count: number): Promise<void> => {
  for (let n = 1; n <= count; n += 1) {
    const content = `申请公开第${n}批示范物资的采购合同和验收结果，包括数量、单价和供货单位。`
    const applicant = { kind: 'person', name: `申请人${n}`, evidence: 'identityCard', evidenceNo: `QHSF${String(n).padStart(8, '0')}` } as const
    const wanted = { providedAs: 'paper', obtainedBy: 'mail' } as const
    const reach = { telephone: '示范电话', address: '青禾市示范路1号' }
    const { id } = await office.ok('disclosure.receive', {
      channel: 'inPerson',
      arrivedOn: '2026-03-09',
      applicant: { ...applicant, ...reach },
      content,
      ...wanted,
    })
    if (n % 2 === 0) await office.ok('disclosure.register', { disclosure: id, items: [{ content, handler: idOf('陈科') }] })
    if (n % 10 === 0)
      await office.ok('disclosure.hear', {
        kind: 'suggestion',
        channel: 'inPerson',
        heardOn: '2026-03-09',
        content: '希望公开得更快一些。',
        disclosure: id,
      })
  }
}
