import type { exporting } from '../../../contract/exporting.ts'
import { exportLabel } from '../../../contract/terms.ts'
import type { Desk } from '../door/unit.ts'
import { withoutBrackets } from '../paper/frame.ts'
import { allowed } from './asking.ts'
import { filterInWords } from './filter-words.ts'
import { withoutText } from './made.ts'
import type { Exports } from './making.ts'

/** The procedure of 导出. The file itself is made when the shell asks for it (making.ts). */
export const exportDesk = (exports: Exports): Desk<typeof exporting> => ({
  'export.list': (work, { list, filter, ticket }) => {
    const { free, signer } = allowed(work, { exported: exports.lists[list], list, filter, ticket })
    const number = work.number('export')
    const recorded = withoutText(filter)
    const at = work.now.toISOString()
    const id = work.insert('export', {
      number,
      list,
      filter: JSON.stringify(recorded),
      by_person: work.asking.person.id,
      at,
      free,
      approved_by: signer?.person.id ?? null,
      approve_signature: signer && work.sign(signer, 'approval', { export: number, list, filter: recorded, asking: work.asking.person.id }),
    })
    work.about(number)
    work.note({ list: exportLabel[list], ...(Object.keys(recorded).length > 0 ? { filter: filterInWords(work.read, list, recorded) } : {}) })
    const fileName = `${exportLabel[list]}-${withoutBrackets(number)}.xlsx`
    const given = work.shellTicket({ kind: 'file', fileName, about: number })
    exports.order(given, { id, number, list, filter, at: work.wall, by: work.asking.person.name })
    return { number, fileName, ticket: given }
  },
})
