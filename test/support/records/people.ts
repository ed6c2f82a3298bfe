import type { Role } from '../../../contract/terms.ts'
import { identityOf, initialPasswordOf, passwordOf, type Office } from '../office.ts'
import { be, fresh } from './acting.ts'

/** What is otherwise with somebody who is entered: a name, or another's 人员编号. */
type Told = { name?: string; identity?: string }

export const person = async (office: Office, roles: Role[] = ['reader'], told: Told = {}) => {
  await be(office, '钱安')
  const { name = fresh('临时') } = told
  const { id } = await office.ok('people.add', { name, identity: identityOf(name), department: '业务三科', post: '科员', roles, ...told })
  return { id, name }
}

export const withAccount = async (office: Office, roles?: Role[], told?: Told) => {
  const made = await person(office, roles, told)
  await be(office, '郑系')
  await office.ok('people.openAccount', { person: made.id, initialPassword: initialPasswordOf(made.name) })
  return made
}

/** Somebody with a password of their own, signed in: what becomes of it is nobody else's matter. */
export const withPassword = async (office: Office, roles?: Role[], told?: Told) => {
  const made = await withAccount(office, roles, told)
  await office.station.lock('locked')
  await office.ok('session.signIn', { name: made.name, password: initialPasswordOf(made.name) })
  await office.ok('session.changePassword', { current: initialPasswordOf(made.name), next: passwordOf(made.name) })
  return made
}

export const lockedOut = async (office: Office) => {
  const made = await withAccount(office)
  await office.station.lock('locked')
  for (let wrong = 0; wrong < 5; wrong += 1) await office.no('session.signIn', { name: made.name, password: 'wrong#password1' })
  return made
}
