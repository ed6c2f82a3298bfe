import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contract, type ProcedureName } from '../../contract/index.ts'
import type { Procedure } from '../../contract/procedure.ts'
import { type Role, roleLabel } from '../../contract/terms.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { initialPasswordOf, type Office, openOffice, staff } from '../support/office.ts'
import { withAccount } from '../support/records.ts'
import { openStore, type Store } from '../support/store.ts'

const names = Object.keys(contract) as ProcedureName[]
const people: { name: string; roles: readonly Role[] }[] = [
  ...staff,
  { name: '郑系', roles: ['systemAdmin'] },
  { name: '钱安', roles: ['securityAdmin'] },
  { name: '冯审', roles: ['auditor'] },
]
const declared = (name: ProcedureName) => contract[name] as unknown as Procedure
const beforeSignIn = names.filter((name) => declared(name).by === 'nobody')
const whileChanging = ['session.current', 'session.changePassword', 'session.signOut']

let office: Office
let store: Store
/** A valid input of every procedure, about records that stand ready for it. */
const valid = new Map<ProcedureName, unknown>()

beforeAll(async () => {
  office = await openOffice()
  for (const name of names) valid.set(name, (await baseInputs[name].inputs(office))[0])
  // Not sooner: among what stands ready is a database that was written anew
  store = await openStore(office.dir)
  // Dozens of passwords are stretched for it: on a busy machine more than the minute that a hook has
}, 240_000)
afterAll(async () => {
  store.close()
  await office.close()
})

/** Calls and gives the refusal's code, or `ok`. */
const outcome = async (name: string, input: unknown) => {
  const reply = await office.station.call(name, input, { background: true })
  return reply.ok ? 'ok' : reply.refused.code
}

/** An input that no procedure takes: whoever may call is told so, and nothing comes of it. */
const foreign = { 'no such field': true }

const mayCall = (name: ProcedureName, roles: readonly Role[]) => {
  const { by } = declared(name)
  return by === 'anyone' || by === 'nobody' || roles.some((role) => by.includes(role))
}

describe('三员 who may call what is exactly what the contract says', () => {
  it.each(people)('$name', async ({ name: person, roles }) => {
    await office.as(person)
    const before = { business: store.business(), size: store.size() }
    const refusals: ProcedureName[] = []
    for (const name of names.filter((each) => !beforeSignIn.includes(each))) {
      if (mayCall(name, roles)) expect(await outcome(name, foreign), name).toMatch(/^input\./)
      else {
        const reply = await office.station.call(name, valid.get(name))
        expect(reply, name).toMatchObject({ ok: false, refused: { code: 'session.role' } })
        if (!reply.ok) for (const role of declared(name).by as Role[]) expect(reply.refused.message, name).toContain(roleLabel[role])
      }
      refusals.push(name)
    }
    expect(store.business()).toBe(before.business)
    expect(store.entriesFrom(before.size).map(({ call, outcome }) => `${call} ${outcome}`)).toEqual(refusals.map((name) => `${name} refused`))
  })

  it('every role is held by one of the eleven, and every procedure may be called by one of them', () => {
    expect(people).toHaveLength(11)
    expect(new Set(people.flatMap(({ roles }) => roles))).toEqual(new Set(Object.keys(roleLabel)))
    for (const name of names) expect(people.filter(({ roles }) => mayCall(name, roles)).length, name).toBeGreaterThan(0)
  })

  it('what is for nobody is not done while somebody is in', async () => {
    await office.as('李保')
    expect(await outcome('setup.create', valid.get('setup.create'))).toBe('vault.exists')
    expect(await outcome('setup.recover', valid.get('setup.recover'))).toBe('session.alreadySignedIn')
    expect(await outcome('setup.survey', valid.get('setup.survey'))).toBe('session.alreadySignedIn')
    for (const name of ['setup.compareBackup', 'setup.restore'] as const)
      expect(await outcome(name, valid.get(name)), name).toBe('session.alreadySignedIn')
    expect(await outcome('session.signIn', valid.get('session.signIn'))).toBe('session.alreadySignedIn')
    expect(await office.ok('setup.status', {})).toMatchObject({ vault: 'open' })
  })
})

describe('锁定 behind a closed door', () => {
  const closed = {
    'signed out': () => office.station.call('session.signOut', {}),
    locked: () => office.station.lock('locked'),
    'left alone for ten minutes': () => {
      office.clock.set('2026-03-10T09:10:00+08:00')
      return office.ok('setup.status', {})
    },
  }
  it.each(Object.entries(closed))('%s: nothing is done but to sign in', async (_how, close) => {
    await office.as('李保')
    await close()
    const before = { business: store.business(), size: store.size() }
    for (const name of names.filter((each) => !beforeSignIn.includes(each)))
      expect(await office.no(name, valid.get(name)), name).toMatchObject({ code: 'session.locked', clause: '锁定' })
    for (const name of ['documents.shred', 'constructor', '__proto__']) expect(await outcome(name, {})).toBe('session.locked')
    expect(store.business()).toBe(before.business)
    expect(store.size()).toBe(before.size)
    // What was refused meanwhile waits at the gate and is on record with the next sign-in
    await office.as('冯审')
    const calls = store.entriesFrom(before.size).filter(({ outcome }) => outcome === 'refused')
    expect(calls.map(({ call }) => call)).toEqual([...names.filter((each) => !beforeSignIn.includes(each)), '-', '-', '-'])
    office.clock.set('2026-03-10T09:00:00+08:00')
  })

  it('idle too long: the next call finds the vault locked', async () => {
    await office.as('李保')
    office.clock.set('2026-03-10T09:10:00+08:00')
    expect(await outcome('documents.list', {})).toBe('session.locked')
    expect(await office.ok('setup.status', {})).toMatchObject({ vault: 'locked' })
    office.clock.set('2026-03-10T09:00:00+08:00')
  })

  it('口令 a password still to be changed: only that, and leaving', async () => {
    const { name: person } = await withAccount(office)
    await office.station.lock('locked')
    await office.ok('session.signIn', { name: person, password: initialPasswordOf(person) })
    for (const name of names.filter((each) => !beforeSignIn.includes(each))) {
      const code = await outcome(name, foreign)
      if (whileChanging.includes(name)) expect(code, name).toMatch(/^input\./)
      else expect(code, name).toBe('session.mustChangePassword')
    }
    expect(await outcome('session.current', {})).toBe('ok')
  })
})

describe('审计 a call that the contract does not know', () => {
  const unknown = [
    'constructor',
    '__proto__',
    'prototype',
    'toString',
    'hasOwnProperty',
    'valueOf',
    '',
    ' documents.list',
    'documents.List',
    'documents.shred',
  ]
  const prefixed = ['setup.', 'setup.constructor', 'session.', 'session.toString', 'session.signin', 'shell.saved']
  it.each([...unknown, ...prefixed])('“%s” is unknown', async (name) => {
    await office.as('李保')
    const size = store.size()
    for (const input of [{}, null, { title: '不得外传' }]) {
      const refused = await office.no(name, input)
      expect(refused).toMatchObject({ code: 'input.unknownCall' })
      expect(refused.message).toMatch(/\p{Script=Han}/u)
    }
    // Not even the name that was called: it may hold anything
    expect(store.entriesFrom(size).map(({ call, outcome }) => `${call} ${outcome}`)).toEqual(['- refused', '- refused', '- refused'])
  })

  it('nor a name that is no text', async () => {
    await office.as('李保')
    for (const name of [null, undefined, 7, {}, [], Object.create(null), Symbol('documents.list'), ['documents.list']])
      expect(await office.no(name as unknown as string, {})).toMatchObject({ code: 'input.unknownCall' })
  })
})
