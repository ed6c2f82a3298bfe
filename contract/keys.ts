import { z } from 'zod'
import { instant, limits, line, ticket } from './fields.ts'
import { procedure } from './procedure.ts'
import { setup } from './setup.ts'

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
  'keys.newSheets': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['口令', '三员', '实施条例34'],
    says: 'Three new recovery sheets in place of the old ones, which open nothing any more; the data key is renewed with them, so that they open nothing with an older key file either. A 安全保密管理员 or 安全审计员, another person, signs with the asker in place (`ticket`). Told once, like those of the set-up',
    act: '换发密钥恢复单',
    input: z.strictObject({ reason: line(limits.note), ticket }),
    output: z.strictObject({
      at: instant,
      vault: z.string(),
      /** `ticket` lets the shell print the sheet, and not save it, until the session ends. */
      sheets: setup['setup.create'].output.shape.sheets,
    }),
  }),
  'keys.sheetsSealed': procedure({
    kind: 'mutation',
    by: ['systemAdmin'],
    clauses: ['口令', '实施条例34'],
    says: 'The three new sheets lie sealed with their keepers; until it is told, nobody may have them, and new ones are asked for. Refused when it was told already, or they were opened since',
    act: '登记恢复单封存',
    input: z.strictObject({}),
    output: z.strictObject({ at: instant }),
  }),
}
