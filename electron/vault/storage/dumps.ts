import { writeFileSync } from 'node:fs'

/**
 * A core dump of this process holds nothing of its memory, whatever limit it was started with (checklist 27): Linux lets a process say so of
 * itself. What other systems write when a program dies is theirs to switch off.
 */
export const keepMemoryOutOfDumps = (): void => {
  if (process.platform !== 'linux') return
  try {
    writeFileSync('/proc/self/coredump_filter', '0')
  } catch {
    // A system without /proc: the limits that the installer has set are what there is.
  }
}
