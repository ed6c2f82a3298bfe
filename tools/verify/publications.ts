import type Database from 'better-sqlite3'
import { sha256 } from './canonical.ts'
import { checkStep, type Signed } from './said-by.ts'

type Publication = {
  id: number
  number: string
  year: number
  class: string
  channels: string
  review: number | null
  reviewNumber: string | null
  entered_by: number
  state: string
  published_on: string | null
  take_down_by: string | null
}
type Ending = {
  act: string
  version: number | null
  cause: string | null
  on_day: string | null
  words: string
  by_person: number
  signature: number
}
type Release = { version: number; channel: string; releasedOn: string; signature: number }

const digestOf = (words: string) => sha256(Buffer.from(words)).toString('base64')
/** What stays on the 网站 for good (A三(三)). */
const LASTING = ['rules', 'disclosure', 'duties', 'licences']

/** The same day a year on. */
const yearAfter = (day: string): string => {
  const next = `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`
  return Number.isNaN(Date.parse(next)) || new Date(next).toISOString().slice(0, 10) !== next ? next.replace(/-29$/, '-28') : next
}

/** When what was released of these leaves the 网站. */
const leavesOn = (heading: string, releases: readonly Release[]): string | null => {
  const onSite = releases.findLast(({ channel }) => channel === 'site')
  return !onSite || LASTING.includes(heading) ? null : yearAfter(onSite.releasedOn)
}

/** Whether an entry in this state may end so. */
const mayEnd = (state: string, act: string): boolean =>
  act === 'takenDown' ? state === 'published' : act === 'withdrawn' ? state === 'published' || state === 'takenDown' : state === 'listed'

/** Of one ending, with what was public until then: not the 网站 before its year, nor what stays; 不予公开 only of what never was public. */
const endingFaults = (heading: string, { act, on_day: on }: Ending, open: readonly Release[], state: string): string[] => {
  const leaves = leavesOn(heading, open)
  return [
    ...(mayEnd(state, act) ? [] : [`${act}的次序不合规定（A3(1)）`]),
    ...(act === 'takenDown' && leaves === null ? ['长期公开的或者不在网站上的登记了下网（A3(3)）'] : []),
    ...(act === 'takenDown' && leaves !== null && (on ?? '') < leaves ? ['网上留存不满一年就登记下网（A3(3)）'] : []),
    ...(act === 'withdrawn' && open.length > 0 && (on ?? '') < (open[0]?.releasedOn ?? '') ? ['撤回的日期早于公开的日期'] : []),
  ]
}

type Followed = { state: string; publishedOn: string | null; leaves: string | null; faults: string[] }

/** Goes through an entry by its endings and the releases of its review: where they leave it, and what stands against it (B1, C六). */
const follow = ({ class: heading }: Publication, endings: readonly Ending[], releases: readonly Release[]): Followed => {
  const faults: string[] = []
  let [state, publishedOn, ended] = ['listed', null as string | null, { act: '', version: 0, signature: 0 }]
  const openUntil = (before: number) => releases.filter(({ version, signature }) => version > ended.version && signature < before)
  const publish = (open: readonly Release[]) => {
    if (open.length === 0) return
    state = 'published'
    publishedOn = open[0]?.releasedOn ?? null
  }
  for (const ending of endings) {
    const open = openUntil(ending.signature)
    publish(open)
    faults.push(...endingFaults(heading, ending, open, state))
    state = ending.act
    ended = { act: ending.act, version: ending.version ?? ended.version, signature: ending.signature }
    const again = releases.filter(({ version, signature, channel }) => {
      const apart = ending.act === 'takenDown' && channel !== 'site'
      return version <= ended.version && signature > ended.signature && !apart
    })
    if (ending.act !== 'cancelled' && again.length > 0) faults.push('办结的文本又作了发布（C六）')
  }
  const open = state === 'cancelled' ? [] : openUntil(Number.POSITIVE_INFINITY)
  publish(open)
  return { state, publishedOn, leaves: state === 'published' ? leavesOn(heading, open) : null, faults }
}

const checkSigned = (means: Signed, where: string, entry: Publication, endings: readonly Ending[]): void => {
  for (const { act, version, cause, on_day: day, words, by_person: by, signature } of endings)
    checkStep(means, where, {
      step: act,
      signature,
      said: { publication: entry.number, review: entry.reviewNumber, act, version, cause, day, words: digestOf(words) },
      by,
      duty: ['section', 'officeHead'],
      never: [],
      neverSaid: '',
    })
}

/** What the rules ask of the row itself. */
const rowFaults = ({ number, year, channels }: Publication, due: { number: string; open: number } | undefined, state: string): string[] => [
  ...(number.includes(`〔${year}〕`) ? [] : ['编号与年度不符']),
  ...((JSON.parse(channels) as string[]).length > 0 ? [] : ['没有公开方式（A3(2)）']),
  ...(due?.number === number ? [] : ['没有公开期限（A3(3)）']),
  ...(due && (due.open === 1) !== (state === 'listed') ? ['公开期限与状态不符（A3(3)）'] : []),
]

/** What the catalogue says is public was released by its review, stands until its signed endings say otherwise, and leaves the 网站 when it should (A三, B1). */
export const checkPublications = (database: Database.Database, means: Signed): void => {
  const stoodOn = new Set<number>()
  const endingsOf = database.prepare('SELECT * FROM publication_step WHERE publication = ? ORDER BY id')
  const releasesOf = database.prepare(
    `SELECT version, outcome AS channel, json_extract(facts, '$.releasedOn') AS releasedOn, signature FROM review_step
     WHERE review = ? AND act = 'release' ORDER BY id`,
  )
  const dueOf = database.prepare("SELECT number, open FROM deadline WHERE of_table = 'publication' AND record = ? AND kind = 'publish'")
  const entries = database.prepare('SELECT p.*, r.number AS reviewNumber FROM publication p LEFT JOIN review r ON r.id = p.review ORDER BY p.id')
  for (const entry of entries.all() as Publication[]) {
    const where = `publication ${entry.id}（${entry.number}）`
    const breaks = (why: string) => means.findings.breaks('公开目录', where, why)
    const endings = endingsOf.all(entry.id) as Ending[]
    for (const { signature } of endings) stoodOn.add(signature)
    checkSigned(means, where, entry, endings)
    const releases = entry.review === null ? [] : (releasesOf.all(entry.review) as Release[])
    const { state, publishedOn, leaves, faults } = follow(entry, endings, entry.state === 'cancelled' ? [] : releases)
    for (const fault of [...faults, ...rowFaults(entry, dueOf.get(entry.id) as { number: string; open: number } | undefined, state)]) breaks(fault)
    if (state !== entry.state) breaks('状态与发布登记和所签的各步骤不符（B1）')
    if (publishedOn !== entry.published_on) breaks('公开日期与发布登记不符（B1）')
    if (leaves !== entry.take_down_by) breaks('下网日期与发布登记不符（A3(3)）')
  }
  for (const [id, { purpose }] of means.held)
    if (purpose === 'publication.act' && !stoodOn.has(id)) means.findings.breaks('签名', `signature ${id}`, '没有一行以它为据，所据的一行被去掉了')
}
