/** `npm run contract`: the whole contract as JSON. */
import { z } from 'zod'
import { contract } from '../contract/index.ts'
import type { Procedure } from '../contract/procedure.ts'

const schema = (type: z.ZodType) => z.toJSONSchema(type, { io: 'input', unrepresentable: 'any' })

const listed = Object.entries(contract as Record<string, Procedure>).map(([name, { kind, by, clauses, input, output, says }]) => ({
  name,
  kind,
  by: typeof by === 'string' ? [by] : by,
  clauses,
  input: schema(input),
  output: schema(output),
  says,
}))
process.stdout.write(`${JSON.stringify(listed, null, 2)}\n`)
