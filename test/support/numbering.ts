let base = 0

/** Has every counter of this process go on from here: for an office that another process grew by the same counters. */
export const numberFrom = (number: number): void => {
  base = number
}

/** Counts papers and things that the tests make: 1, 2, 3 … */
export const counter = (): (() => number) => {
  let last = 0
  return () => {
    last += 1
    return base + last
  }
}
