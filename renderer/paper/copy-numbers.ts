const numbered = /^(.*?)(\d+)$/

/** True when `next` is the number right after `before`: the same letters, the same count of figures. */
const follows = (before: string, next: string): boolean => {
  const first = numbered.exec(before)
  const second = numbered.exec(next)
  if (!first || !second || first[1] !== second[1]) return false
  const [figures, later] = [first[2] as string, second[2] as string]
  return figures.length === later.length && BigInt(figures) + 1n === BigInt(later)
}

/** 份号 as the register writes them: `000012–000014、000020`. The order is kept; a number that stands alone is written alone. */
export const compressCopyNos = (copyNos: readonly string[]): string => {
  const runs: { from: string; to: string }[] = []
  for (const copyNo of copyNos) {
    const run = runs.at(-1)
    if (run && follows(run.to, copyNo)) run.to = copyNo
    else runs.push({ from: copyNo, to: copyNo })
  }
  return runs.map(({ from, to }) => (from === to ? from : `${from}–${to}`)).join('、')
}

/** Numbers of one document, then their 份号; a run is written from its first to its last. */
export const numbersInBox = (copies: readonly { number: string; copyNo: string | null }[]): string =>
  [compressCopyNos(copies.map(({ number }) => number)), compressCopyNos(copies.flatMap(({ copyNo }) => copyNo ?? []))].filter(Boolean).join('\n')
