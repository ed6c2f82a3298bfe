import { z } from 'zod'
import { day, id, instant, jumpOf, limits, line, nextPage, optionalLine, pageOf } from './fields.ts'
import { procedure } from './procedure.ts'
import { OCCASIONS, OUTCOMES } from './terms.ts'

/** One audit entry as the desk shows it. Numbers, never titles. */
export const entryView = z.strictObject({
  seq: z.int(),
  at: instant,
  boot: z.string(),
  actor: z.string(),
  role: z.string(),
  /** Procedure name, and what it is called in Chinese. */
  call: z.string(),
  act: z.string(),
  /** Numbers of what it was about: `密收〔2026〕0001`. */
  object: z.string(),
  outcome: z.enum(OUTCOMES),
  code: z.string().nullable(),
  clause: z.string().nullable(),
  /** Plain facts of the act: roles before and after, which step was signed in place. */
  facts: z.array(z.strictObject({ label: z.string(), text: z.string() })),
  changes: z.int(),
  hash: z.string(),
})
export type EntryView = z.infer<typeof entryView>

export const audit = {
  'audit.list': procedure({
    kind: 'query',
    by: ['auditor'],
    clauses: ['审计', '三员'],
    says: 'Every act and every refusal of everyone, newest first, with filters',
    act: '查看审计记录',
    input: z.strictObject({
      from: day.optional(),
      to: day.optional(),
      actor: optionalLine(limits.name),
      call: optionalLine(limits.name),
      object: optionalLine(limits.symbol),
      outcome: z.enum(OUTCOMES).optional(),
      ...jumpOf,
    }),
    /** A page that is not full and has a `next` is as far as one call looks: ask on. `total` is null where that would be long to count. */
    output: z.strictObject({ rows: z.array(entryView), next: nextPage, total: z.int().nullable() }),
  }),
  'audit.users': procedure({
    kind: 'query',
    by: ['securityAdmin'],
    clauses: ['三员'],
    says: 'Acts and refusals of the users, not those of the other two officers',
    act: '查看用户记录',
    input: z.strictObject({
      from: day.optional(),
      to: day.optional(),
      actor: optionalLine(limits.name),
      outcome: z.enum(OUTCOMES).optional(),
      ...pageOf,
    }),
    output: z.strictObject({ rows: z.array(entryView), next: nextPage }),
  }),
  'audit.verify': procedure({
    kind: 'query',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Checks a span of the chain, then of the rows and signatures. Call again with `from` = `next` until it is null: this is how progress shows',
    act: '校验',
    input: z.strictObject({ from: z.int().min(0).default(0), run: z.int().min(0).default(0) }),
    output: z.strictObject({
      /** Entries and rows checked so far, and in all. */
      checked: z.int(),
      total: z.int(),
      next: z.int().nullable(),
      ok: z.boolean(),
      /** First thing that does not hold. */
      broken: z.strictObject({ what: z.string(), where: z.string(), why: z.string() }).nullable(),
      head: z.string(),
    }),
  }),
  'audit.checkpoint': procedure({
    kind: 'mutation',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Makes a checkpoint (origin, size, root, head, time) signed with the auditor’s key, as a text to keep outside',
    act: '签发检查点',
    input: z.strictObject({}),
    output: z.strictObject({ text: z.string(), size: z.int(), root: z.string(), head: z.string(), ticket: z.string() }),
  }),
  'audit.checkpoints': procedure({
    kind: 'query',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Checkpoints made so far, newest first: those that the auditor signed to take outside, and those that acts made, with their occasion and signer',
    act: '查看检查点',
    input: z.strictObject({ ...pageOf }),
    output: z.strictObject({
      rows: z.array(z.strictObject({ id, occasion: z.enum(OCCASIONS), at: instant, by: z.string(), size: z.int(), root: z.string() })),
      next: nextPage,
    }),
  }),
  'audit.exportCheckpoint': procedure({
    kind: 'mutation',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'One of the checkpoints made so far, by id, as a text to keep outside: also one that an act made',
    act: '导出检查点',
    input: z.strictObject({ checkpoint: id }),
    output: z.strictObject({ text: z.string(), size: z.int(), ticket: z.string() }),
  }),
  'audit.prove': procedure({
    kind: 'mutation',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Proof of one entry for an outsider: its fields, the RFC 6962 inclusion path, and the signed checkpoint (the newest, or the one named) that covers it. Shows nothing of the other entries',
    act: '出具证明',
    input: z.strictObject({ entry: z.int().min(0), checkpoint: id.optional() }),
    output: z.strictObject({ text: z.string(), entry: z.int(), size: z.int(), ticket: z.string() }),
  }),
  'audit.proveGrowth': procedure({
    kind: 'mutation',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Proof between two checkpoints, by id: nothing of what the older one covers was changed by the time of the newer (RFC 6962 consistency)',
    act: '出具连续证明',
    input: z.strictObject({ older: id, newer: id }),
    output: z.strictObject({ text: z.string(), from: z.int(), to: z.int(), ticket: z.string() }),
  }),
  'audit.heads': procedure({
    kind: 'query',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Lines of 末条登记 (heads.log, the head of the record kept outside the database), and what does not fit it: data put back, a file cut or exchanged',
    act: '查看末条登记',
    input: z.strictObject({}),
    output: z.strictObject({ lines: z.int(), putBack: z.string().nullable() }),
  }),
  'audit.acknowledge': procedure({
    kind: 'mutation',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Acknowledges, with a reason and the auditor’s own signature, that the data are older or other than 末条登记 says. Until then nobody but the auditor comes in',
    act: '确认数据被换回',
    input: z.strictObject({ reason: line(limits.note) }),
    output: z.strictObject({}),
  }),
  'audit.summary': procedure({
    kind: 'query',
    by: ['auditor'],
    clauses: ['审计'],
    says: 'Counts for the head of the desk: entries, refusals, last entry, last checkpoint, clock set back',
    act: '查看审计概况',
    input: z.strictObject({}),
    output: z.strictObject({
      entries: z.int(),
      refusals: z.int(),
      clockBack: z.int(),
      last: instant.nullable(),
      lastCheckpoint: instant.nullable(),
      head: z.string(),
    }),
  }),
}
