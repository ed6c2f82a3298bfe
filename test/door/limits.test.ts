import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { z } from 'zod'
import { contract, type ProcedureName } from '../../contract/index.ts'
import { limits } from '../../contract/fields.ts'
import type { RefusalCode } from '../../contract/refusal.ts'
import { baseInputs } from '../support/base-inputs.ts'
import { type Field, filledFields, valueAt, withField } from '../support/input-fields.ts'
import { type Office, openOffice } from '../support/office.ts'
import { registered } from '../support/records.ts'

const names = Object.keys(contract) as ProcedureName[]
let office: Office
beforeAll(async () => {
  // 绝密, so that what only such papers need is asked for too
  office = await openOffice({ level: 'topSecret' })
})
afterAll(() => office.close())

/** Where the schema itself asks for a form, a value of that form: to its last character, and its shortest. */
const OF_A_FORM: Partial<Record<ProcedureName, Record<string, (most: number) => readonly string[]>>> = {
  'keeping.setBox': { number: (most) => [`箱${'9'.repeat(most - 1)}`, ` ${'A'.repeat(most - 1)}0 `, '０'] },
}

/** What a field takes at most and at least: to the last character, item and number. */
const atTheLimit = (name: ProcedureName, field: Field, present: unknown): readonly unknown[] => {
  const form = OF_A_FORM[name]?.[field.name]
  if (form) return form(field.most)
  if (field.plain) return ['A'.repeat(field.most), ` ${'a'.repeat(field.most)} `, '0000']
  if (field.kind === 'line') return ['密'.repeat(field.most), ` ${'密'.repeat(field.most)} `, '𠮷'.repeat(field.most / 2), '密']
  if (field.kind === 'text') return ['密'.repeat(field.most), '密\n'.repeat(field.most / 2), '𠮷'.repeat(field.most / 2), '密']
  if (field.kind === 'secret') return [`Aa1${'密'.repeat(field.most - 3)}`]
  if (field.kind === 'list') return (present as unknown[]).length > 0 ? [new Array(field.most).fill((present as unknown[])[0])] : []
  return field.kind === 'integer' ? [field.least, field.most] : []
}

/** Fields whose value, whatever its length, is refused for what it says, and by which code alone: no such code, no such year, a figure bound to another. */
const SAYING: Partial<Record<ProcedureName, Record<string, RefusalCode>>> = {
  'documents.readCode': { text: 'input.format' },
  'documents.reviewYear': { year: 'input.range' },
  'export.list': { 'filter.state': 'input.format' },
  'paper.list': { 'filter.state': 'input.format' },
  'office.changeSettings': { 'intakeCode.least': 'input.range' },
  'office.setTemplate': { 'template.order': 'input.range' },
  'paper.labels': { 'sheet.used': 'input.range' },
}

/** Of the input, not of the field: an id of nobody, a password of nobody, are refused for what they say. */
const ofShape = /^input\.(tooLong|tooShort|range|type|format|control|missing|unknownField)$/

describe('审计 what is just within a limit is not refused for its length, nor does it break anything', () => {
  // What closes the session, or changes who may enter or decide, is tried by schema alone
  const bySchema = (name: ProcedureName) => name === 'people.seat' || /^(setup|session)\./.test(name)

  describe.each(names)('%s', (name) => {
    let inputs: readonly unknown[]
    beforeAll(async () => {
      inputs = await baseInputs[name].inputs(office)
    })

    it('the schema takes it', () => {
      const schema: z.ZodType = contract[name].input
      for (const input of inputs)
        for (const field of filledFields(contract[name].input, input))
          for (const value of atTheLimit(name, field, valueAt(input, field.path)))
            expect(schema.safeParse(withField(input, field.path, value)).error?.issues, `${field.place} ${String(value).length}`).toBeUndefined()
    })

    if (bySchema(name)) return
    it('the door takes it', async () => {
      for (const input of inputs.slice(0, 2))
        for (const field of filledFields(contract[name].input, input))
          for (const value of atTheLimit(name, field, valueAt(input, field.path))) {
            const reply = await office.station.call(name, withField(input, field.path, value))
            const about = `${field.place}: ${reply.ok ? '' : reply.refused.message}`
            if (!reply.ok) expect(reply.refused.code, about).not.toMatch(/^(fault|vault\.)/)
            if (reply.ok || reply.refused.field !== field.name || reply.refused.code === SAYING[name]?.[field.name]) continue
            expect(reply.refused.code, about).not.toMatch(ofShape)
          }
    })
  })
})

describe('F1(1)b the most that one registration takes', () => {
  it(`${limits.copies} copies: each with its number, and a sheet that carries them all`, async () => {
    const { number, copies } = await registered(office, { listed: limits.copies, counted: limits.copies })
    expect(copies).toHaveLength(limits.copies)
    expect(copies.at(-1)?.number).toBe(`${number}-${limits.copies}`)
    const sheet = { folder: '夹满', copies: copies.map(({ id }) => id), readers: [office.id('周阅')] }
    const { legs } = await office.ok('circulation.draft', sheet)
    const leg = legs[0]?.id as number
    await office.signed('周阅', 'circulation.handOut', { leg, place: '保密室' })
    await office.signed('周阅', 'circulation.sign', { leg })
    await office.ok('circulation.receiveBack', { leg, numbers: copies.map((copy) => copy.number) })
  })
})
