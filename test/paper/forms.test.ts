import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { declaredOf, FORMS, roomOf } from '../../contract/forms.ts'
import { boxesOf, movable } from '../../contract/printed-form.ts'
import { registerLabel } from '../../contract/terms.ts'

const folder = join(import.meta.dirname, '../../renderer/paper')
const papers = readdirSync(folder)
  .filter((name) => name.endsWith('.tsx'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))

it('表式 the name of each form stands in what its paper is titled, where the unit’s own takes its place', () => {
  const titles = [...papers, ...Object.values(registerLabel)].join('\n')
  // The sheet of labels takes its name from the template itself; what goes out is called by its kind.
  for (const form of FORMS.filter((each) => each !== 'labels' && !declaredOf(each).outward))
    expect(titles.includes(declaredOf(form).title), form).toBe(true)
})

it('表式 no two forms have one number', () => {
  const numbers = FORMS.map((form) => declaredOf(form).number)
  expect(numbers.filter((number, at) => numbers.indexOf(number) < at)).toEqual([])
})

it('表式 the columns of each book fill the page', () => {
  for (const form of FORMS.map(declaredOf).filter(({ layout }) => layout === 'book'))
    expect(Math.abs(roomOf(form) - Object.values(form.boxes).reduce((sum, { width = 0 }) => sum + width, 0))).toBeLessThan(1)
})

it('表式 every signer of a box is one of the form', () => {
  for (const form of FORMS.map(declaredOf))
    for (const { signer } of Object.values(form.boxes)) if (signer) expect(Object.keys(form.signers)).toContain(signer)
})

it('表式 what a rule demands keeps its place whatever the order; the others take their turn in it', () => {
  const sheet = declaredOf('sheet')
  expect(movable(sheet)).toEqual(['proposal', 'instruction'])
  expect(boxesOf(sheet, { leftOut: [], order: ['instruction', 'proposal'] })).toEqual([
    'items',
    'scope',
    'instruction',
    'proposal',
    'legs',
    'incidents',
    'result',
  ])
  // A box of a later release is not in an order of before; one that is no more is passed over.
  expect(boxesOf(sheet, { leftOut: ['proposal', 'legs'], order: ['gone', 'instruction'] })).toEqual([
    'items',
    'scope',
    'instruction',
    'legs',
    'incidents',
    'result',
  ])
})
