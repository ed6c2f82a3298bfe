import { z } from 'zod'
import {
  id,
  identity,
  instant,
  limits,
  line,
  personName,
  nextPage,
  optionalLine,
  pageOf,
  password,
  personRef,
  signatureMark,
  ticket,
} from './fields.ts'
import { procedure } from './procedure.ts'
import { ACCOUNT_STATES, ROLES } from './terms.ts'

export const personView = z.strictObject({
  id,
  name: z.string(),
  /** 人员编号. */
  identity: z.string(),
  department: z.string(),
  post: z.string().nullable(),
  roles: z.array(z.enum(ROLES)),
  account: z.enum(ACCOUNT_STATES),
  lastSignIn: instant.nullable(),
})
export type PersonView = z.infer<typeof personView>
const roles = z.array(z.enum(ROLES)).max(ROLES.length)

export const people = {
  'people.list': procedure({
    kind: 'query',
    by: ['securityAdmin', 'systemAdmin', 'auditor'],
    clauses: ['实施条例34'],
    says: 'Everyone, with departments, roles and the state of their accounts',
    act: '查看人员',
    input: z.strictObject({ text: optionalLine(limits.search), ...pageOf }),
    output: z.strictObject({ rows: z.array(personView), next: nextPage }),
  }),
  'people.choose': procedure({
    kind: 'query',
    by: ['officer', 'section', 'deputyLeader', 'groupLeader', 'officeHead'],
    clauses: ['F1(4)a'],
    says: 'The people who may be named in a 知悉范围, as readers or as addressees: those with a business role',
    act: '选择人员',
    input: z.strictObject({ text: optionalLine(limits.search) }),
    output: z.strictObject({ rows: z.array(personRef.extend({ roles: z.array(z.enum(ROLES)) })) }),
  }),
  'people.changes': procedure({
    kind: 'query',
    by: ['securityAdmin', 'systemAdmin', 'auditor'],
    clauses: ['实施条例34', 'F1(8)'],
    says: 'Why a person’s roles or account were changed: before, after, reason, by whom; of roles, the signatures of both officers',
    act: '查看人员变动',
    input: z.strictObject({ person: id }),
    output: z.strictObject({
      rows: z.array(
        z.strictObject({
          id,
          act: z.string(),
          before: z.string(),
          after: z.string(),
          reason: z.string(),
          by: z.string(),
          at: instant,
          signed: z.array(signatureMark),
        }),
      ),
    }),
  }),
  'people.add': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['实施条例34', '三员'],
    says: 'Enters a person with 人员编号, department and roles. Names are unique; one person has one account and cannot hold 安全审计员 with another of the three, nor one of the three with a business role; only 系统管理员 and 安全保密管理员 may be one person on two accounts',
    act: '录入人员',
    input: z.strictObject({
      name: personName,
      identity,
      department: line(limits.department),
      post: optionalLine(limits.department),
      roles: roles.min(1),
    }),
    output: z.strictObject({ id }),
  }),
  'people.setRoles': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['实施条例34', '三员'],
    says: 'Sets a person’s roles; a 系统管理员 signs with the asker in place (`ticket`); the last one of each of the three officers stays; nobody changes their own, nor agrees to a change of their own',
    act: '调整角色',
    input: z.strictObject({ person: id, roles: roles.min(1), reason: line(limits.note), ticket }),
    output: z.strictObject({ id }),
  }),
  'people.correctIdentity': procedure({
    kind: 'mutation',
    by: ['securityAdmin'],
    clauses: ['实施条例34', '三员'],
    says: 'Puts a mistyped 人员编号 right; a 系统管理员 signs with the asker in place (`ticket`), as with roles. Refused where it would make two accounts one person’s, and for one’s own',
    act: '更正人员编号',
    input: z.strictObject({ person: id, identity, reason: line(limits.note), ticket }),
    output: z.strictObject({ id }),
  }),
  'people.openAccount': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['实施条例34', '口令'],
    says: 'Opens the account of an entered person, or opens it again, with an initial password, which the first sign-in must replace',
    act: '开户',
    input: z.strictObject({ person: id, initialPassword: password }),
    output: z.strictObject({ id }),
  }),
  'people.resetPassword': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['口令'],
    says: 'Gives a person who forgot it a new initial password; their old signing key is retired, a new one is made at the first sign-in',
    act: '重置口令',
    input: z.strictObject({ person: id, initialPassword: password }),
    output: z.strictObject({ id }),
  }),
  'people.disableAccount': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['F1(8)', '三员'],
    says: 'Closes an account and removes its key slot. Refused while the person holds anything, and for the last 系统管理员/安全保密管理员/安全审计员',
    act: '停用账户',
    input: z.strictObject({ person: id, reason: line(limits.note) }),
    output: z.strictObject({ id }),
  }),
  'people.unlock': procedure({
    kind: 'mutation',
    by: ['securityAdmin', 'systemAdmin'],
    clauses: ['锁定'],
    says: 'Unlocks an account that five wrong passwords locked; the 系统管理员 only that of a 安全保密管理员',
    act: '解除锁定',
    input: z.strictObject({ person: id }),
    output: z.strictObject({ id }),
  }),
}
