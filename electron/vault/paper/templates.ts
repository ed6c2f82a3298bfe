import type { templates } from '../../../contract/templates.ts'
import type { PrintedTemplate, Template } from '../../../contract/templates.ts'
import { boxesOf, movable, printedBy, standardOf } from '../../../contract/printed-form.ts'
import { declaredOf, type FormDeclaration, type FormKind, FORMS, frameBoxes, inOneLine, roomOf } from '../../../contract/forms.ts'
import { refuse } from '../door/refuse.ts'
import type { Desk, Query, Read } from '../door/unit.ts'

type VersionRow = { id: number; version: number; content: string | null; reason: string; by: string; at: string }

const VERSIONS = `SELECT t.id, t.version, t.content, t.reason, person.name AS by, t.at FROM form_template t
  JOIN person ON person.id = t.by_person WHERE t.form = ? ORDER BY t.version DESC`

/** The versions of a form, newest first; none: it was never changed from the standard. */
const versionsOf = (read: Read, form: FormKind) => read.all<VersionRow>(VERSIONS, form)
const currentOf = (read: Read, form: FormKind) => read.get<VersionRow>(`${VERSIONS} LIMIT 1`, form)
const contentOf = (row: VersionRow | undefined): Template | null => (row?.content ? (JSON.parse(row.content) as Template) : null)

/** What a form is printed by at this moment, and the row that says so (null: never changed). */
export const templateFor = ({ read }: Query, kind: FormKind): { id: number | null; number: string; printed: PrintedTemplate } => {
  const row = currentOf(read, kind)
  const own = contentOf(row)
  return { id: row?.id ?? null, number: own?.number ?? declaredOf(kind).number, printed: printedBy(kind, own, row?.version ?? 0) }
}

/** The rule that demands a box of this form, or of every form. */
const demandOn = ({ boxes }: FormDeclaration, box: string) => {
  const known: FormDeclaration['boxes'] = { ...frameBoxes, ...boxes }
  return Object.hasOwn(known, box) ? known[box] : undefined
}

/** What a rule demands stands on every print; what the form does not have cannot be left out. */
const refuseLeftOut = (form: FormDeclaration, leftOut: readonly string[]) => {
  for (const box of leftOut) {
    const known = demandOn(form, box)
    if (!known) refuse('input.range', '这张表没有这一栏，请从所列的栏目中选。', { field: 'template.leftOut' })
    if (known?.must) refuse('rule.forbids', `“${inOneLine(known.label)}”须有，不能不印。`, { clause: known.must, field: 'template.leftOut' })
  }
}

const refuseOrder = (form: FormDeclaration, order: readonly string[]) => {
  const free = movable(form)
  const asked = new Set(order)
  if (order.length > 0 && (asked.size < order.length || order.length !== free.length || !free.every((box) => asked.has(box))))
    refuse('input.range', '可以调整的各栏须各排一次；规定必有的栏目位置不变。', { field: 'template.order' })
}

/** The unit's own boxes: named once, high or wide enough to write in, and in a book no wider than the page has room for. */
const refuseOwn = (form: FormDeclaration, template: Template) => {
  const { own } = template
  if (own.length > 0 && form.layout === 'fixed') refuse('input.range', '这张表的内容由记录汇总，不能增加栏目。', { field: 'template.own' })
  const labels = [...boxesOf(form, template).map((box) => inOneLine(form.boxes[box]?.label ?? '')), ...own.map(({ label }) => label)]
  if (new Set(labels).size < labels.length) refuse('input.duplicate', '有两栏同名，请另取名称。', { field: 'template.own' })
  if (form.layout === 'sheet' && own.some(({ size }) => size > 12)) refuse('input.range', '自设的栏最多12行高。', { field: 'template.own' })
  if (form.layout !== 'book') return
  if (own.some(({ size }) => size < 8)) refuse('input.range', '自设的栏至少8毫米宽，才写得下字。', { field: 'template.own' })
  const width = boxesOf(form, template).reduce((sum, box) => sum + (form.boxes[box]?.width ?? 0), 0) + own.reduce((sum, { size }) => sum + size, 0)
  const over = Math.ceil(width - roomOf(form))
  if (own.length > 0 && over > 0)
    refuse('input.range', `各栏共宽出${over}毫米，一页放不下，请少印一栏可不印的，或把自设的栏缩窄。`, { field: 'template.own' })
}

/** A letter that goes out is called what the law calls it. */
const refuseName = (form: FormDeclaration, { title }: Template) => {
  if (form.outward && title !== form.title)
    refuse('rule.forbids', '对外发出的文书按其种类定名，表式中不能另取名称。', { clause: '条例36', field: 'template.title' })
}

const refuseSigners = (form: FormDeclaration, signers: Template['signers']) => {
  const named = signers.map(({ signer }) => signer)
  if (named.some((signer) => !Object.hasOwn(form.signers, signer)))
    refuse('input.range', '这张表没有这一签字栏，请从所列的签字栏中选。', { field: 'template.signers' })
  if (new Set(named).size < named.length) refuse('input.duplicate', '同一签字栏写了两次。', { field: 'template.signers' })
}

/** ★ is the mark of a state secret: the paper bears it where its level asks for it, and nowhere else. */
const refuseMark = ({ title, number, foot, own, signers }: Template) => {
  const fields = {
    title: [title],
    number: [number],
    foot: [foot ?? ''],
    own: own.map(({ label }) => label),
    signers: signers.map(({ label }) => label),
  }
  for (const [field, texts] of Object.entries(fields))
    if (texts.some((text) => text.includes('★')))
      refuse('rule.forbids', '“★”是国家秘密标志，只能由密级标志印出，表式中不得另印。', { clause: '保密法22', field: `template.${field}` })
}

/** Only what is otherwise than the standard is kept of who signs. */
const tidied = (form: FormDeclaration, template: Template): Template => ({
  ...template,
  signers: template.signers.filter(({ signer, label }) => form.signers[signer] !== label),
})

/** The procedures of 表式: each change is a version of its own, and every print says which one it was made by. */
export const templatesDesk: Desk<typeof templates> = {
  'office.templates': ({ read }) => ({
    rows: FORMS.map((form) => {
      const versions = versionsOf(read, form)
      return {
        form,
        version: versions[0]?.version ?? 0,
        template: contentOf(versions[0]),
        standard: standardOf(declaredOf(form)),
        versions: versions.map(({ version, content, reason, by, at }) => ({ version, standard: content === null, reason, by, at })),
      }
    }),
  }),
  'office.setTemplate': (work, { form: kind, template, reason }) => {
    const form = declaredOf(kind)
    if (template) {
      refuseName(form, template)
      refuseLeftOut(form, template.leftOut)
      refuseOrder(form, template.order)
      refuseOwn(form, template)
      refuseSigners(form, template.signers)
      refuseMark(template)
    }
    const current = currentOf(work.read, kind)
    const content = template && JSON.stringify(tidied(form, template))
    const before = current?.content ?? null
    if (content === before || (before === null && content === JSON.stringify(standardOf(form))))
      refuse('state.conflict', '与现用表式相同，没有要保存的更改。', { field: 'template' })
    const version = (current?.version ?? 0) + 1
    work.insert('form_template', { form: kind, version, content, reason, by_person: work.asking.person.id, at: work.now.toISOString() })
    work.about(`${form.title}表式${version}`)
    return { form: kind, version }
  },
}
