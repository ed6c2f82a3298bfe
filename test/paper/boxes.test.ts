import { renderToStaticMarkup } from 'react-dom/server'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { declaredOf, type FormKind, inOneLine } from '../../contract/forms.ts'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import { movable, standardOf } from '../../contract/printed-form.ts'
import { boxForm } from '../../renderer/paper/box.tsx'
import { breachForm } from '../../renderer/paper/breach.tsx'
import { destructionForm } from '../../renderer/paper/destruction.tsx'
import { expiryForm } from '../../renderer/paper/expiry.tsx'
import { holdingsForm } from '../../renderer/paper/holdings.tsx'
import { knowersForm } from '../../renderer/paper/knowers.tsx'
import { mediaForm } from '../../renderer/paper/media.tsx'
import { mediumRecordForm } from '../../renderer/paper/medium-record.tsx'
import { outgoingForm } from '../../renderer/paper/outgoing.tsx'
import type { Form } from '../../renderer/paper/pages.tsx'
import { returnListForm } from '../../renderer/paper/return-list.tsx'
import { SectionTable } from '../../renderer/paper/section.tsx'
import { stockTakingForm } from '../../renderer/paper/stock-taking.tsx'
import { proposed, returnListed } from '../support/disposals.ts'
import { type Office, openOffice } from '../support/office.ts'
import { be, boxMade, breachTaken, counting, inRepair, registered } from '../support/records.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
})
afterAll(() => office.close())

/** All that stands on a form, without its pages. */
const drawn = ({ sections }: Form) => sections.map((section) => renderToStaticMarkup(SectionTable({ section, children: section.rows }))).join('\n')
/** The heads of its columns and the names before its boxes. */
const named = (markup: string) => [...markup.matchAll(/<th(?: [^>]*)?>(.*?)<\/th>/gs)].map(([, label]) => inOneLine(label as string))

const printing =
  <N extends ProcedureName>(call: N, input: () => Promise<Input<N>>, form: (paper: Output<N>) => Form) =>
  async () => {
    const asked = await input()
    await be(office, '李保')
    return form(await office.ok(call, asked))
  }

const forms: [FormKind, () => Promise<Form>][] = [
  [
    'holdings',
    printing(
      'paper.lent',
      async () => ({ person: office.id('周阅') }),
      (paper) => holdingsForm(paper, paper.held as NonNullable<typeof paper.held>),
    ),
  ],
  ['knowers', printing('paper.knowers', async () => ({ document: (await registered(office)).id }), knowersForm)],
  ['expiry', printing('paper.expiry', async () => ({ year: 2026 }), expiryForm)],
  ['outgoing', printing('paper.outgoing', async () => ({ year: 2026 }), outgoingForm)],
  ['stockTaking', printing('paper.stockTaking', async () => ({ stockTaking: (await counting(office)).stockTaking }), stockTakingForm)],
  ['loose', printing('paper.box', async () => ({}), boxForm)],
  ['box', printing('paper.box', async () => ({ box: (await boxMade(office)).box }), boxForm)],
  ['returnList', printing('paper.returnList', async () => ({ returnList: (await returnListed(office)).returnList }), returnListForm)],
  ['destruction', printing('paper.destruction', async () => ({ destruction: (await proposed(office)).destruction }), destructionForm)],
  ['breach', printing('paper.breach', async () => ({ breach: (await breachTaken(office)).breach }), breachForm)],
  ['media', printing('paper.media', async () => ({ of: { sheet: 'ledger' } }), mediaForm)],
  ['mediaUses', printing('paper.media', async () => ({ of: { sheet: 'uses', year: 2026 } }), mediaForm)],
  ['mediumRecord', printing('paper.mediumRecord', async () => ({ medium: (await inRepair(office)).id }), mediumRecordForm)],
]

test.for(forms)(
  '表式 %s: every box of the standard is printed; by the unit’s own none that was left out, its own box, its names for who signs',
  async ([kind, print]) => {
    const declared = declaredOf(kind)
    const free = movable(declared)
    const before = drawn(await print())
    const demanded = Object.entries(declared.boxes).flatMap(([box, { label }]) => (free.includes(box) ? [] : [inOneLine(label)]))
    // What a box of a sheet holds may be a table of its own, with its own heads.
    const plain = free.map((box) => inOneLine(declared.boxes[box]?.label ?? ''))
    if (declared.layout === 'book') expect(named(before)).toEqual(expect.arrayContaining([...plain, ...demanded]))
    else expect(named(before)).toEqual(expect.arrayContaining(plain))
    for (const who of Object.values(declared.signers)) expect(before).toContain(who)

    await be(office, '钱安')
    const signers = Object.keys(declared.signers).map((signer, place) => ({ signer, label: `签字人${place + 1}` }))
    const own = [{ label: '本单位栏', size: declared.layout === 'book' ? 8 : 2 }]
    await office.ok('office.setTemplate', { form: kind, template: { ...standardOf(declared), leftOut: free, own, signers }, reason: '按本单位格式' })
    const after = drawn(await print())
    expect(named(after)).toContain('本单位栏')
    for (const label of plain) expect(named(after), label).not.toContain(label)
    if (declared.layout === 'book') expect(named(after)).toEqual(expect.arrayContaining(demanded))
    for (const { label } of signers) expect(after).toContain(label)
  },
)
