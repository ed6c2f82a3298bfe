/** System calls of a whole tree of programs, as `strace -f` writes them, each laid to the program that made it. */
export type Traced = { program: string; call: string }

const born = /^(\d+)\s+(?:<\.\.\. )?(?:clone3?|v?fork)\b.*= (\d+)$/
const begun = /^(\d+)\s+(?:<\.\.\. )?execve\b(?:\("([^"]+)".*)?= 0$/
const begins = /^(\d+)\s+execve\("([^"]+)".*<unfinished \.\.\.>$/

/** Reads a trace of `execve,clone,clone3,fork,vfork` and whatever else was asked for. A child is its parent's program until it becomes its own. */
export const readTrace = (text: string): Traced[] => {
  const program = new Map<string, string>()
  const becoming = new Map<string, string>()
  const calls: Traced[] = []
  for (const line of text.split('\n')) {
    const [, parent, child] = born.exec(line) ?? []
    const [, starting, file] = begins.exec(line) ?? []
    const [, started, named] = begun.exec(line) ?? []
    const [, pid, call] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    // A child may be heard of before its birth is: what it did before it became its own it did as its parent.
    if (parent && child && !program.has(child)) program.set(child, program.get(parent) ?? '')
    if (starting && file) becoming.set(starting, file)
    if (started) program.set(started, named ?? becoming.get(started) ?? '')
    if (pid && call && !/^(?:<\.\.\. )?(?:clone3?|v?fork|execve)\b|^(?:---|\+\+\+)/.test(call)) calls.push({ program: program.get(pid) ?? '', call })
  }
  return calls
}
