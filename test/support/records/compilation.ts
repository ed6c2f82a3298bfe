import type { Input } from '../../../contract/index.ts'
import type { Office } from '../office.ts'
import { be } from './acting.ts'
import { registered } from './documents.ts'

type Paper = Partial<Input<'documents.register'>>
type Wish = Partial<Input<'reproduction.request'>>

/** The papers of a 汇编: one 机密★5年 for all four, one 秘密★10年 for three of them, so that its mark and its 知悉范围 are those of neither. */
const PAPERS: readonly Paper[] = [{}, { level: 'secret', period: { kind: 'years', years: 10 } }]
const SCOPES = [
  ['周阅', '吴阅', '陈科', '韩综'],
  ['周阅', '吴阅', '陈科'],
]

/** Papers that came in, to be compiled; `papers` says what is otherwise of each. */
export const toCompile = async (office: Office, papers: readonly Paper[] = PAPERS) => {
  const made: Awaited<ReturnType<typeof registered>>[] = []
  for (const [index, paper] of papers.entries())
    made.push(await registered(office, { scope: (SCOPES[index] ?? SCOPES[1] ?? []).map(office.id), ...paper }))
  return made.map(({ id, number, copies }): Source => ({ document: id, number, copy: copies[0]?.id as number })) as [Source, Source, ...Source[]]
}
type Source = { document: number; number: string; copy: number }

/** What 陈科 asks for of them, through the 保密员: two copies for 周阅 and 吴阅. */
export const compiling = (office: Office, papers: readonly Source[], over: Wish = {}): Input<'reproduction.request'> => ({
  kind: 'compilation',
  sources: papers.map(({ copy }) => ({ copy })),
  title: '示范工作要点汇编',
  applicant: office.id('陈科'),
  asked: 2,
  purpose: '承办需要',
  recipients: [office.id('周阅'), office.id('吴阅')],
  place: '本单位文印室',
  ...over,
})

/** With the department's opinion and the leader's approval. */
export const compilationApproved = async (office: Office, over: Wish = {}, papers?: readonly Paper[]) => {
  const sources = await toCompile(office, papers)
  const { id: reproduction, number } = await office.ok('reproduction.request', compiling(office, sources, over))
  await be(office, '韩综')
  await office.ok('reproduction.opine', { reproduction, agree: true, opinion: '同意' })
  await be(office, '王管')
  await office.ok('reproduction.decide', { reproduction, approve: true, opinion: '同意' })
  await be(office, '李保')
  return { reproduction, asked: number, sources }
}

/** Made in two copies: the document that it is from then on. */
export const compiled = async (office: Office, ...how: Parameters<typeof compilationApproved> extends [Office, ...infer Rest] ? Rest : never) => {
  const approved = await compilationApproved(office, ...how)
  const { copies } = await office.ok('reproduction.make', { reproduction: approved.reproduction, count: 2, copier: '李保', stamped: true })
  const made = (await office.ok('reproduction.get', { reproduction: approved.reproduction })).compiled
  return { ...approved, copies, document: made?.id as number, number: made?.number as string }
}
