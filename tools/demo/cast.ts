import type { Role } from '../../contract/terms.ts'

/** A person of the fictional office. Nobody in it exists. */
export type Person = { name: string; identity: string; department: string; roles: readonly Role[]; initial: string; password: string }

const person = (name: string, department: string, roles: readonly Role[]): Person => {
  const mark = [...name].map((character) => character.codePointAt(0)).join('')
  return { name, identity: `QH${mark}`.slice(0, 12), department, roles, initial: `initial#${mark}`, password: `Mijuan#${mark}` }
}

export const unit = '青禾市疾控示范中心'

export const officers = {
  systemAdmin: person('郑系', '保密工作机构', ['systemAdmin']),
  securityAdmin: person('钱安', '保密工作机构', ['securityAdmin']),
  auditor: person('冯审', '保密工作机构', ['auditor']),
} as const

export const staff = {
  officer: person('李保', '综合办公室', ['officer']),
  deputyLeader: person('王管', '中心领导', ['deputyLeader']),
  groupLeader: person('赵组', '中心领导', ['groupLeader']),
  section: person('陈科', '业务一科', ['section']),
  reviewer: person('孙审', '保密审查小组', ['reviewer']),
  reader: person('周阅', '业务一科', ['reader']),
  secondReader: person('吴阅', '业务二科', ['reader']),
  officeHead: person('韩综', '综合办公室', ['officeHead']),
} as const

export const everybody: readonly Person[] = [...Object.values(officers), ...Object.values(staff)]
