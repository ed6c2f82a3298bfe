import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { join } from 'node:path'
import type { Input, Output, ProcedureName } from '../../contract/index.ts'
import type { Refusal, Reply } from '../../contract/refusal.ts'
import { MORNING, passwordOf, type SignedCall, type Step, type Unsigned } from './office.ts'

/** The stdio host in a process of its own, with all that it says, and a folder of its own for temporary files. `under`: a command that runs it. */
export const startStdio = (dir: string, temporary: string, under: readonly string[] = []) => {
  const [program = process.execPath, ...args] = [...under, process.execPath]
  const child = spawn(program, [...args, 'tools/hosts/stdio.ts', '--data', dir, '--clock', MORNING, '--argon', 'floor'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, TMPDIR: temporary, SQLITE_TMPDIR: temporary },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const replies: { call: string; reply: Reply }[] = []
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  const call = async (name: string, input: unknown): Promise<Reply> => {
    child.stdin.write(`${JSON.stringify({ id: 1, call: name, input })}\n`)
    const reply = JSON.parse((await lines.next()).value as string) as Reply
    replies.push({ call: name, reply })
    return reply
  }
  const ok = async <N extends ProcedureName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const reply = await call(name, input)
    if (!reply.ok) throw new Error(`${name}: ${reply.refused.code} ${reply.refused.message}`)
    return reply.output as Output<N>
  }
  const no = async (name: string, input: unknown): Promise<Refusal> => {
    const reply = await call(name, input)
    if (reply.ok) throw new Error(`${name} was not refused`)
    return reply.refused
  }
  const ticket = async <N extends SignedCall>(name: string, step: N, input: Unsigned<N>) =>
    (await ok('session.countersign', { name, password: passwordOf(name), step: { call: step, input } as unknown as Step })).ticket
  return {
    process: child,
    pid: child.pid as number,
    call,
    ok,
    no,
    as: async (name: string, password = passwordOf(name)) => {
      await call('session.signOut', {})
      return ok('session.signIn', { name, password })
    },
    ticket,
    signed: async <N extends SignedCall>(name: string, step: N, input: Unsigned<N>): Promise<Output<N>> =>
      ok(step, { ...input, ticket: await ticket(name, step, input) } as Input<N>),
    notSigned: async <N extends SignedCall>(name: string, step: N, input: Unsigned<N>): Promise<Refusal> =>
      no(step, { ...input, ticket: await ticket(name, step, input) }),
    replies,
    errors: () => errors,
    end: async () => {
      const ended = new Promise<number | null>((done) => child.once('exit', done))
      child.stdin.end()
      return ended
    },
  }
}
export type Stdio = ReturnType<typeof startStdio>
