/** The stdio host: one JSON line in, one JSON line out. For crash tests, fuzzing, benchmarks and outside checks; not part of the packaged app. */
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import type { Refusal } from '../../contract/refusal.ts'
import { openHostStation } from './open-station.ts'

const { values } = parseArgs({ options: { data: { type: 'string' }, clock: { type: 'string' }, argon: { type: 'string' } } })
if (!values.data) {
  process.stderr.write('usage: npm run vault -- --data DIR [--clock ISO] [--argon floor]\n')
  process.exit(2)
}
const { station, setClock } = openHostStation({ dir: values.data, clock: values.clock, argon: values.argon })

const id = z.union([z.int(), z.string()])
const line = z.union([
  z.strictObject({ id, call: z.string(), input: z.unknown().optional() }),
  z.strictObject({ id, ledger: z.string() }),
  z.strictObject({ id, clock: z.iso.datetime({ offset: true }) }),
])

const say = (reply: object) => process.stdout.write(`${JSON.stringify(reply)}\n`)
const notALine: Refusal = { code: 'input.type', message: '这一行不是 {"id","call","input"}、{"id","ledger"} 或 {"id","clock"} 的 JSON。' }

const idIn = (value: unknown) => (typeof value === 'object' && value !== null && 'id' in value && id.safeParse(value.id).success ? value.id : null)

const answer = async (text: string): Promise<object> => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { id: null, ok: false, refused: notALine }
  }
  const parsed = line.safeParse(value)
  if (!parsed.success) return { id: idIn(value), ok: false, refused: notALine }
  if ('clock' in parsed.data) {
    setClock(parsed.data.clock)
    return { id: parsed.data.id, ok: true }
  }
  if ('ledger' in parsed.data) return { id: parsed.data.id, ...(await station.ledger(parsed.data.ledger)) }
  return { id: parsed.data.id, ...(await station.call(parsed.data.call, parsed.data.input ?? {})) }
}

for await (const text of createInterface({ input: process.stdin })) if (text.trim() !== '') say(await answer(text))
await station.close()
