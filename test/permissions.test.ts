import { expect, it } from 'vitest'
import { contract } from '../contract/index.ts'
import { permissions, writtenPermissions } from '../tools/permissions.ts'

it('三员 the table of permissions in the documentation is the contract, procedure by procedure', () => {
  const table = writtenPermissions()
  expect(table).toBe(permissions())
  for (const name of Object.keys(contract)) expect(table.split(`\`${name}\``).length, name).toBe(2)
})

it('三员 what gives titles is nothing for the three officers in the table', () => {
  const titled = ['documents.register', 'documents.list', 'documents.get', 'documents.whereIs', 'circulation.list', 'paper.register']
  for (const name of titled) {
    const row = permissions()
      .split('\n')
      .find((line) => line.includes(`\`${name}\``))
    expect(row?.split('|').slice(-4, -1).join('').trim(), name).toMatch(/^–\s+–\s+–$/)
  }
})
