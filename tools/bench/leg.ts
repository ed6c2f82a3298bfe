/** A whole leg in the vault: hand out, sign, return. Three audited acts with four signatures, each durable; the passwords of the tickets are outside. */
import { copyOf } from './archive.ts'
import { type Figure, median, p95, reported, timed, under } from './figure.ts'
import { type BenchOffice, idOf, openBenchOffice } from './office.ts'
import { paper, randomFrom } from './papers.ts'

const READER = '周阅'
const COPIES = 3

/** A sheet of three numbered copies for one reader, ready to go out, and the reader's two leaves to sign in place. */
export const prepareLeg = async (office: BenchOffice, n: number) => {
  const incoming = paper(randomFrom(n), 800_000 + n, office.clock.now(), [idOf(READER), ...Array.from({ length: 12 }, (_, index) => 10 + index)])
  const copyNos = Array.from({ length: COPIES }, (_, index) => `${n}-${index}`)
  const { copies } = await office.ok('documents.register', {
    ...incoming,
    listed: COPIES,
    counted: COPIES,
    copyNos,
    scope: [idOf(READER), 11, 12],
  })
  const sheet = await office.ok('circulation.draft', { folder: `程${n}`, copies: copies.map(({ id }) => id), readers: [idOf(READER)] })
  const leg = sheet.legs[0]?.id as number
  const handOut = { leg, place: '保密室' }
  const sign = { leg, opinion: '已阅' }
  return {
    handOut: { ...handOut, ticket: await office.ticket(READER, 'circulation.handOut', handOut) },
    sign: { ...sign, ticket: await office.ticket(READER, 'circulation.sign', sign) },
    back: { leg, numbers: copies.map(({ number }) => number) },
  }
}

export const wholeLeg = async (archive: string, samples: number): Promise<Figure[]> => {
  const office = openBenchOffice(copyOf(archive))
  await office.as('李保')
  const waiting = []
  for (let n = 0; n <= samples; n += 1) waiting.push(await prepareLeg(office, n))
  const times: number[] = []
  for (const { handOut, sign, back } of waiting)
    times.push(
      await timed(async () => {
        await office.ok('circulation.handOut', handOut)
        await office.ok('circulation.sign', sign)
        await office.ok('circulation.receiveBack', back)
      }),
    )
  await office.close()
  const measured = times.slice(1)
  return [
    under(`a whole leg of ${COPIES} copies, p95`, p95(measured), 'ms', 15),
    reported(`a whole leg of ${COPIES} copies, median`, median(measured), 'ms'),
  ]
}
