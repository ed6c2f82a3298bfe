import type { Output, Parsed } from '../../../contract/index.ts'
import { quietly } from '../door/opened.ts'
import { refuse } from '../door/refuse.ts'
import type { Read, Work } from '../door/unit.ts'
import { hasDuty } from '../people/duties.ts'
import { digestOfWords } from '../storage/bytes.ts'
import type { Heads } from './heads.ts'

/** Data that do not fit 末条登记 are opened to the 安全审计员 alone, until they acknowledge it with a reason. */
export const refusePutBack = (heads: Heads, read: Read, person: number): void => {
  const putBack = heads.putBack()
  if (!putBack) return
  if (hasDuty(read, person, ['auditor'])) return
  // Nobody comes in: the key of the lines is not kept for anybody.
  heads.close()
  refuse('vault.putBack', `${putBack.words}可能换回了旧文件，已停止办理。请安全审计员登录，核查并确认后再用。`, { clause: '审计' })
}

/** 确认数据被换回: signed by the auditor and recorded with its reason; 末条登记 begins anew with what is here now, and work goes on. */
export const acknowledge = (work: Work, { reason }: Parsed<'audit.acknowledge'>, heads: Heads | null): Output<'audit.acknowledge'> => {
  const putBack = heads?.putBack()
  if (!heads || !putBack) return refuse('state.conflict', '数据与末条登记相符，没有需要确认的。', { clause: '审计' })
  const { kind, words, size } = putBack
  const signer = work.me()
  const signature = work.sign(signer, 'putBack', { found: kind, size, reason: digestOfWords(reason) })
  work.insert('acknowledgement', { at: work.now.toISOString(), by_person: signer.person.id, found: kind, words, size, reason, signature })
  work.about('末条登记')
  // The lines of before count no more. Should the new file not be written, what was found stands, and is acknowledged again
  work.note({ found: kind, heads: 0 })
  work.afterCommit(() => quietly(() => heads.beginAnew('确认', work.head(), work.now)))
  return {}
}
