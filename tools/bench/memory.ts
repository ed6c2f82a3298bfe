/** What the vault takes of the machine's memory, in a process of its own that has the archive open and has worked on it. */
import { fork } from 'node:child_process'
import { join } from 'node:path'
import { copyOf } from './archive.ts'
import { type Figure, reported, under } from './figure.ts'

/** In MiB: after the work, and the most it ever took (the password hash takes its own share for a moment). */
export type Residence = { opened: number; worked: number; peak: number }

const run = (dir: string, registrations: number): Promise<Residence> =>
  new Promise((done, failed) => {
    const child = fork(join(import.meta.dirname, 'memory-child.ts'), [dir, String(registrations)], { execArgv: [], stdio: ['ignore', 2, 2, 'ipc'] })
    child.once('message', (residence: Residence) => done(residence))
    child.once('exit', (code) => failed(new Error(`the memory run ended with ${code}`)))
  })

export const remembering = async (archive: string, registrations: number): Promise<Figure[]> => {
  const { opened, worked, peak } = await run(copyOf(archive), registrations)
  return [
    under(`vault memory: 10,000 documents listed, searched, verified, ${registrations} more registered`, worked, 'MiB', 200),
    reported('vault memory, just signed in', opened, 'MiB'),
    reported('vault memory, highest', peak, 'MiB'),
  ]
}
