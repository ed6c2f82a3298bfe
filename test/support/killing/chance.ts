/** Numbers of a seed: the same for the same seed. */
export type Chance = {
  /** From 0 to 1. */
  part(): number
  /** A whole number below `n`. */
  below(n: number): number
  oneOf<T>(items: readonly T[]): T
}

export const chanceOf = (seed: number): Chance => {
  let state = seed
  const part = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state / 2 ** 31
  }
  const below = (n: number) => Math.floor(part() * n)
  return { part, below, oneOf: (items) => items[below(items.length)] as (typeof items)[number] }
}
