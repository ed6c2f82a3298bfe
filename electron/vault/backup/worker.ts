/** The thread that copies and looks through: acts go on meanwhile in the vault's own. Started by copying.ts only. */
import type { Survey } from '../../../contract/setup.ts'
import { surveyAside } from '../damage/survey-aside.ts'
import { carryOutErrand } from '../storage/errand.ts'
import { copyAndLook, type Found, lookBeside } from './copy.ts'
import type { Progress, Task } from './copying.ts'

carryOutErrand<Task, Progress, Found | Survey>((task, key, goOn) => {
  const tell = (stage: Progress['stage'], done: number, total: number) => goOn({ stage, done, total })
  if ('ruin' in task) return surveyAside(task.ruin, key, tell)
  return 'copy' in task ? copyAndLook(task.copy, key, tell) : lookBeside(task.look, key, tell)
})
