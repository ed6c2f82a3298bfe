import type { TrainingRow } from '../../../contract/training.ts'
import { trainingKindLabel } from '../../../contract/terms.ts'
import { levelAlone } from '../documents/marking.ts'
import { trainings } from '../training/procedures.ts'
import { type Exported, exported, paged } from './listing.ts'

/** 培训登记簿 as a file. */
export const trainingLists = {
  trainings: exported<TrainingRow>(
    { by: ['officer'], newestFirst: true, pages: paged('office.trainings', trainings), others: () => [levelAlone('internal')] },
    [
      ['培训编号', 18, (row) => row.number],
      ['事项', 14, (row) => trainingKindLabel[row.kind]],
      ['日期', 12, (row) => row.heldOn],
      ['学时', 8, (row) => row.hours],
      ['主题', 50, (row) => row.subject],
      ['教材、改进意见', 50, (row) => row.material],
      ['参加人数', 10, (row) => row.present.length],
      ['参加人员', 60, (row) => row.present.map(({ name }) => name).join('、')],
      ['登记人', 12, (row) => row.recorded.by],
    ],
  ),
} satisfies Record<string, Exported>
