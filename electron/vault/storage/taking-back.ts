import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** V8's own collection of what nobody refers to any more, which it gives only when asked by name. Null where the runtime keeps it to itself. */
const collection = (): (() => void) | null => {
  try {
    setFlagsFromString('--expose-gc')
    const collect: unknown = runInNewContext('gc')
    return typeof collect === 'function' ? () => collect() : null
  } catch {
    return null
  }
}
const collect = collection()

/** Whether memory that is not ours to erase can be taken back at a moment of our choosing. */
export const canTakeBack = collect !== null

/** Has V8 take back what was let go of, above all a key's object, whose memory OpenSSL then erases. Some ten milliseconds. */
export const takeBack = (): void => collect?.()
