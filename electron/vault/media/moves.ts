import type { Work } from '../door/unit.ts'
import { mediumLifecycle } from './lifecycle.ts'

/**
 * What the desk 销毁 does with carriers. Each of these moves through the lifecycle table: name your procedure in the `by` of its step in
 * `lifecycle.ts`, else it is refused `state.forbids` with F2(2), as is a carrier that is in any other state.
 */

const moveAll = (work: Work, media: readonly number[], to: 'toDestroy' | 'retired' | 'destroyed') => {
  for (const id of media) {
    work.move(mediumLifecycle, id, to, { since: work.now.toISOString() })
    work.about(work.read.get<{ number: string }>('SELECT number FROM medium WHERE id = ?', id)?.number as string)
  }
}

/** 停用待销毁 → 已列销毁: put on the list of a batch. The ids must be those of carriers; one that is not retired, or is on another list, is refused. */
export const listForDestruction = (work: Work, media: readonly number[]): void => moveAll(work, media, 'toDestroy')

/** 已列销毁 → 停用待销毁: taken off the list of a batch that is not done. */
export const takeOffList = (work: Work, media: readonly number[]): void => moveAll(work, media, 'retired')

/** 已列销毁 → 已销毁, for good. */
export const destroy = (work: Work, media: readonly number[]): void => moveAll(work, media, 'destroyed')
