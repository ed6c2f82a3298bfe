import { z } from 'zod'
import { instant } from './fields.ts'
import { procedure } from './procedure.ts'

export const keys = {
  'keys.renew': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['口令', '实施条例34'],
    says: 'A new data key: the database written anew under it, the key sealed anew to everybody, who keep their passwords. After a crash one of the two is whole, never half of each',
    act: '更换数据密钥',
    input: z.strictObject({}),
    output: z.strictObject({ at: instant, persons: z.int(), entries: z.int() }),
  }),
}
