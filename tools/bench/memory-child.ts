/** A vault process that works through an archive and then says what it takes of the memory. Started by memory.ts. */
import type { Residence } from './memory.ts'
import { askAll } from './lists.ts'
import { officers, openBenchOffice } from './office.ts'
import { paper, randomFrom } from './papers.ts'

const MIB = 1024 * 1024
const resident = () => Math.round(process.memoryUsage().rss / MIB)
const readers = Array.from({ length: 200 }, (_, index) => 10 + index)

const [dir, registrations] = process.argv.slice(2) as [string, string]
const office = openBenchOffice(dir)
await office.as('李保')
const opened = resident()
await askAll(office)
await office.as('李保')
const random = randomFrom(11)
for (let n = 0; n < Number(registrations); n += 1) await office.ok('documents.register', paper(random, 700_000 + n, office.clock.now(), readers))
await office.as(officers.auditor)
for (let from: number | null = 0; from !== null; ) from = (await office.ok('audit.verify', { from })).next
await office.as('李保')
for (let after: number | null | undefined; after !== null; ) after = (await office.ok('documents.list', after === undefined ? {} : { after })).next
const residence: Residence = { opened, worked: resident(), peak: Math.round(process.resourceUsage().maxRSS / 1024) }
await office.close()
process.send?.(residence, () => process.disconnect())
