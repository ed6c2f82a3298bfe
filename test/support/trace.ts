/** System calls of a whole tree of programs, as `strace -f` writes them, each laid to the program that made it. */
export type Traced = { program: string; call: string }

const born = /^(\d+)\s+(?:<\.\.\. )?(?:clone3?|v?fork)\b.*= (\d+)$/
const begun = /^(\d+)\s+(?:<\.\.\. )?execve\b(?:\("([^"]+)".*)?= 0$/
const begins = /^(\d+)\s+execve\("([^"]+)".*<unfinished \.\.\.>$/

/** By this a program starts itself once more: it stays what it was. */
const ITSELF = '/proc/self/exe'

/** Reads a trace of `execve,clone,clone3,fork,vfork` and whatever else was asked for. A child is its parent's program until it becomes its own. */
export const readTrace = (text: string): Traced[] => {
  // What a process is; its birth may be heard of after what it did.
  const lives = new Map<string, { program: string }>()
  const lifeOf = (pid: string) => {
    const known = lives.get(pid) ?? { program: '' }
    lives.set(pid, known)
    return known
  }
  const becoming = new Map<string, string>()
  const calls: { life: { program: string }; call: string }[] = []
  for (const line of text.split('\n')) {
    const [, parent, child] = born.exec(line) ?? []
    const [, starting, file] = begins.exec(line) ?? []
    const [, started, named] = begun.exec(line) ?? []
    const [, pid, call] = /^(\d+)\s+(.*)$/.exec(line) ?? []
    if (parent && child) lifeOf(child).program ||= lifeOf(parent).program
    if (starting && file) becoming.set(starting, file)
    const program = started && (named ?? becoming.get(started))
    if (started && program && program !== ITSELF) lives.set(started, { program })
    if (pid && call && !/^(?:<\.\.\. )?(?:clone3?|v?fork|execve)\b|^(?:---|\+\+\+)/.test(call)) calls.push({ life: lifeOf(pid), call })
  }
  return calls.map(({ life, call }) => ({ program: life.program, call }))
}
