import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { closeLock, newVaultKeys, openLock, sealAnew } from '../../../electron/vault/storage/sealing.ts'

const VAULT = '5f0c3b1e-6a7d-4a52-9a3c-1f1d5f6f7a10'
const keys = newVaultKeys()
const secret = randomBytes(32)
const lock = closeLock(keys, secret, VAULT, '4')

describe('口令 the lock of one person', () => {
  it('口令 opens with its own secret, in its own vault, at its own place, and not otherwise', () => {
    expect(openLock(lock, secret, VAULT, '4')).toEqual(keys)
    expect(openLock(lock, randomBytes(32), VAULT, '4')).toBeNull()
    expect(openLock(lock, secret, '5f0c3b1e-6a7d-4a52-9a3c-1f1d5f6f7a11', '4')).toBeNull()
    expect(openLock(lock, secret, VAULT, '5')).toBeNull()
  })

  it('口令 takes another data key without the secret, and opens to it with the same one', () => {
    const next = { dataKey: randomBytes(32), membership: keys.membership }
    const anew = sealAnew(lock, next, VAULT, '4')
    expect(openLock(anew, secret, VAULT, '4')).toEqual(next)
    expect(anew.own).toEqual(lock.own)
  })

  it('口令 opens to no data key of somebody who never had the vault open: without the membership nothing is sealed', () => {
    const strange = newVaultKeys()
    expect(openLock(sealAnew(lock, strange, VAULT, '4'), secret, VAULT, '4')).toBeNull()
  })

  it('口令 no part of it can be exchanged: not the public half, not the ephemeral one, not one that agrees on nothing', () => {
    const other = closeLock(keys, secret, VAULT, '4')
    const zero = Buffer.alloc(32).toString('base64')
    for (const publicKey of [other.publicKey, zero]) expect(openLock({ ...lock, publicKey }, secret, VAULT, '4')).toBeNull()
    for (const ephemeral of [other.dataKey.ephemeral, zero])
      expect(openLock({ ...lock, dataKey: { ...lock.dataKey, ephemeral } }, secret, VAULT, '4')).toBeNull()
    expect(openLock({ ...lock, own: other.own }, secret, VAULT, '4')).toBeNull()
  })
})
