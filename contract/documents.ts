import { z } from 'zod'
import { copyView, documentRow, documentView, envelopeRow, knowerRow } from './documents-views.ts'
import { bookYear, day, id, jumpOf, level, limits, line, minute, nextPage, optionalLine, pageOf, period, ticket } from './fields.ts'
import { periods } from './documents-periods.ts'
import { years } from './documents-years.ts'
import { codeRead } from './intake-code.ts'
import { procedure } from './procedure.ts'
import { DOCUMENT_STATES, ENVELOPE_STATES, EXPIRIES, REGISTERS, URGENCIES } from './terms.ts'

/** The envelope as it is signed for (F1(1)a). */
const envelopeFields = {
  envelopeNo: line(limits.envelopeNo),
  /** 来文机关 on the envelope. */
  sender: line(limits.unit),
  /** 收文时间, to the minute. Not in the future. */
  receivedAt: minute,
  sealIntact: z.boolean(),
  /** Needed when the seal is not intact. */
  sealNote: optionalLine(limits.note),
}

/** The particulars of a document as marked on the paper. */
const particularFields = {
  title: line(limits.title),
  /** 来文字号, empty when the paper has none. */
  symbol: optionalLine(limits.symbol),
  sender: line(limits.unit),
  attachments: optionalLine(limits.note),
  urgency: z.enum(URGENCIES).default('ordinary'),
  /** 成文(制发)日期: the period runs from here (实施条例19). */
  madeOn: day,
  /** 主送. */
  addressee: optionalLine(limits.unit),
  /** 承办单位. */
  handledBy: optionalLine(limits.department),
  /** 清退要求: return to the issuer by this day. */
  returnBy: day.optional(),
  /** The paper is marked 不得翻印复印. */
  copyBan: z.boolean().default(false),
  remarks: optionalLine(limits.note),
}

const readers = ['officer', 'deputyLeader', 'groupLeader', 'officeHead'] as const

export const documents = {
  'documents.receive': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)a', 'F1(1)d', '实施条例27'],
    says: 'Signs an envelope in unopened: number, time to the minute, seal; `personalFor` makes it an 亲启件 that only its addressee may open',
    act: '签收信封',
    input: z.strictObject({ ...envelopeFields, personalFor: id.optional() }),
    output: z.strictObject({ id, number: z.string() }),
  }),
  'documents.openEnvelope': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['F1(1)c', 'F1(1)d'],
    says: 'Opens a signed-in envelope: a 保密员 an ordinary one; the addressee alone (signed in, or by ticket) an 亲启件, deciding 转登记 or 本人留存',
    act: '拆封',
    input: z.strictObject({ envelope: id, choice: z.enum(['register', 'retain']).default('register'), ticket: ticket.optional() }),
    output: z.strictObject({ id, state: z.enum(ENVELOPE_STATES) }),
  }),
  'documents.turnOver': procedure({
    kind: 'mutation',
    by: 'anyone',
    clauses: ['F1(1)d'],
    says: 'The addressee of an 亲启件 that they retained gives it to be registered after all; signed in, or in place by ticket',
    act: '留存件转登记',
    input: z.strictObject({ envelope: id, ticket: ticket.optional() }),
    output: z.strictObject({ id }),
  }),
  'documents.envelopes': procedure({
    kind: 'query',
    by: 'anyone',
    clauses: ['F1(1)a', 'F1(1)d'],
    says: 'Envelopes that wait: unopened, to be opened by their addressee, or to be registered. Without the officer’s role: only those addressed to oneself, retained ones too. With `text`, a part of number, 来文机关 or addressee: those not registered yet, retained ones too',
    act: '查看信封',
    input: z.strictObject({ waiting: z.boolean().default(true), text: line(limits.search).optional(), ...pageOf }),
    output: z.strictObject({ rows: z.array(envelopeRow), next: nextPage }),
  }),
  'documents.register': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)a', 'F1(1)b', 'F1(1)c', 'F1(3)a', 'F1(3)c', '保密法20', '保密法22', '保密法31', '实施条例19', '实施条例27'],
    says: 'Registers a document: envelope, count against list, gap-free number of the year, one custody item for each copy, level and period as marked',
    act: '登记',
    input: z.strictObject({
      /** An envelope signed in and opened before, or the envelope signed for and opened in the same act. */
      envelope: z.union([z.strictObject({ id }), z.strictObject(envelopeFields)]),
      ...particularFields,
      level,
      /** Left out: `internal` carries none (保密法 22); a state secret whose paper gives none is 未标明, which counts as the longest. */
      period: period.optional(),
      /** 份数 by the list, and as counted by hand. */
      listed: z.int().min(1).max(limits.copies),
      counted: z.int().min(1).max(limits.copies),
      /** 差异登记: needed when counted ≠ listed. */
      discrepancyNote: optionalLine(limits.note),
      /** 份号 as printed, one for each counted copy, or none when the paper has none. */
      copyNos: z.array(line(limits.copyNo)).max(limits.copies).default([]),
      /** 知悉范围: ids of people (保密法 21). May be empty, then nobody but the officer may be handed it. */
      scope: z.array(id).max(limits.readers).default([]),
    }),
    output: z.strictObject({
      id,
      number: z.string(),
      copies: z.array(z.strictObject({ id, number: z.string(), copyNo: z.string().nullable() })),
      unmarked: z.boolean(),
      expiresOn: day.nullable(),
    }),
  }),
  'documents.readCode': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['F1(1)b', '保密法31'],
    says: 'Reads the 二维条码 of an incoming paper by the unit’s layout into the fields of a registration, to be checked before it is sent, and names what could not be read. Refused whole: no code of the layout, a part of one, an impossible day, a level above the workstation’s',
    act: '扫二维条码',
    input: z.strictObject({ text: line(limits.code) }),
    output: z.strictObject({ fields: codeRead, unread: z.array(z.string()) }),
  }),
  'documents.correct': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(1)b', 'F1(3)a', '审计'],
    says: 'Corrects particulars by a new linked record with a reason; nothing is edited. Level, period, number and copies are not corrected this way',
    act: '更正',
    input: z.strictObject({
      document: id,
      reason: line(limits.note),
      /** Only what changes. null clears what may be empty. */
      changes: z
        .strictObject({
          title: line(limits.title),
          symbol: line(limits.symbol).nullable(),
          sender: line(limits.unit),
          attachments: line(limits.note).nullable(),
          urgency: z.enum(URGENCIES),
          madeOn: day,
          addressee: line(limits.unit).nullable(),
          handledBy: line(limits.department).nullable(),
          returnBy: day.nullable(),
          copyBan: z.boolean(),
          remarks: line(limits.note).nullable(),
        })
        .partial(),
    }),
    output: z.strictObject({ id, version: z.int() }),
  }),
  ...periods,
  ...years,
  'documents.setScope': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(4)a', 'F1(4)c', '保密法21'],
    says: 'Sets the 知悉范围 of a document that was registered without one; once set it is widened only by approval',
    act: '核定知悉范围',
    input: z.strictObject({ document: id, scope: z.array(id).min(1).max(limits.readers) }),
    output: z.strictObject({ id }),
  }),
  'documents.narrowScope': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['保密法21', 'F1(4)a'],
    says: 'Takes people out of a 知悉范围 with the reason; refused while a folder with the document is with them or waits for them',
    act: '移出知悉范围',
    input: z.strictObject({ document: id, persons: z.array(id).min(1).max(limits.readers), reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'documents.finish': procedure({
    kind: 'mutation',
    by: ['officer'],
    clauses: ['F1(6)'],
    says: 'Marks a document 办结; refused while any of its copies is out',
    act: '办结',
    input: z.strictObject({ document: id, result: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'documents.list': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(1)b'],
    says: 'The register, newest first, filtered by year, register, level, state and part of title, number or symbol. A leader sees the documents whose 知悉范围 names them',
    act: '查看登记簿',
    input: z.strictObject({
      register: z.enum(REGISTERS).optional(),
      year: bookYear.optional(),
      level: level.optional(),
      state: z.enum(DOCUMENT_STATES).optional(),
      text: optionalLine(limits.search),
      /** Only those whose 保密期限 ends soon, or has ended and waits for review. */
      expiry: z.enum(EXPIRIES).optional(),
      /** Only those of which something is to go back to its issuer within thirty days, or should have gone. */
      toReturn: z.boolean().optional(),
      /** Only what one import of an old ledger entered. */
      import: id.optional(),
      /** Only documents with copies out. */
      out: z.boolean().optional(),
      ...jumpOf,
    }),
    output: z.strictObject({ rows: z.array(documentRow), next: nextPage, total: z.int() }),
  }),
  'documents.get': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(1)b'],
    says: 'One document with its envelope, versions, copies, scope, history and next possible acts; a leader only one whose 知悉范围 names them',
    act: '查看文件',
    input: z.strictObject({ document: id }),
    output: documentView,
  }),
  'documents.knowers': procedure({
    kind: 'query',
    by: ['officer'],
    clauses: ['实施条例20'],
    says: '知悉人员登记 of a document, made by itself from registration, circulation, copies, loans and the reading room: each person once, in the order in which they came to know of it',
    act: '查看知悉人员登记',
    input: z.strictObject({ document: id }),
    output: z.strictObject({ rows: z.array(knowerRow) }),
  }),
  'documents.whereIs': procedure({
    kind: 'query',
    by: readers,
    clauses: ['F1(1)b', 'F1(4)a'],
    says: 'Where a copy is: by part of title, number, 份号 or 文号, one character is enough; or by the scanned label of one copy: another unit’s, a misread, an unknown and a destroyed copy’s label are refused',
    act: '查文件去向',
    input: z.strictObject({ text: line(limits.search), limit: z.int().min(1).max(50).default(20) }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          document: z.strictObject({ id, number: z.string(), title: z.string(), symbol: z.string().nullable(), mark: z.string(), level }),
          copies: z.array(copyView),
        }),
      ),
    }),
  }),
}
