import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { verifyArchive } from './archive.ts'
import type { Kept } from './checkpoint.ts'
import { checkProof, proofInChinese, type ProofVerdict } from './proof.ts'
import { CannotOpen, exitCodeOf, inChinese, type Verdict } from './report.ts'
import { type Opener, readOutside, verifyVault } from './verify.ts'

const usage = `用法：npm run verify -- --data 文件夹 [--checkpoint 文件] [--person 姓名 [--password-stdin] | --sheets-stdin] [--json]
校验密卷的数据：只读，不改动该文件夹。--checkpoint 可以是检查点文件，也可以是印件二维码里的记录校验码。
--sheets-stdin 从标准输入读两份密钥恢复单，一行一份，不用口令。
　　　npm run verify -- --proof 证明文件 [--checkpoint 文件] [--json]
校验存证证明：不需要库，也不需要口令。再加 --data，另外核对签名的公钥是否为库中安全审计员的。
　　　npm run verify -- --archive 文件夹 [--checkpoint 文件] [--json]
校验整库导出：不需要库，也不需要口令。逐个核对文件的校验和，再对各行做与库相同的全部校验。
退出码：0 全部相符，1 有不符之处，2 打不开。
`

/** Asks on the terminal without echo. Prompts go to standard error, so that --json leaves standard output clean. */
const askPassword = (question: string) =>
  new Promise<string>((resolve, reject) => {
    process.stderr.write(question)
    const { stdin } = process
    let typed = ''
    stdin.setEncoding('utf8')
    stdin.setRawMode(true)
    stdin.resume()
    const finish = (done: () => void) => {
      stdin.setRawMode(false)
      stdin.pause()
      stdin.off('data', take)
      process.stderr.write('\n')
      done()
    }
    const take = (text: string) => {
      for (const character of text) {
        if (character === '\r' || character === '\n') return finish(() => resolve(typed))
        if (character === '\u0003') return finish(() => reject(new Error('已取消')))
        typed = character === '\u007f' || character === '\b' ? [...typed].slice(0, -1).join('') : typed + character
      }
    }
    stdin.on('data', take)
  })

const askName = async () => {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  const name = await terminal.question('姓名：')
  terminal.close()
  return name.trim()
}

const misused = (message: string) => {
  process.stderr.write(`${message}\n${usage}`)
  return 2
}

const readArguments = () =>
  parseArgs({
    options: {
      data: { type: 'string' },
      checkpoint: { type: 'string' },
      proof: { type: 'string' },
      archive: { type: 'string' },
      person: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
      'sheets-stdin': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values

type Proved = { exit: number; verdict: ProofVerdict | null; checkpoints: readonly Kept[] }

/** Checks a proof. Exit code 2: the proof or the checkpoint cannot be read. */
const proofIn = (path: string, checkpoint: string | undefined): Proved => {
  try {
    const [outside = null] = readOutside(checkpoint)
    const { verdict, checkpoints } = checkProof(readFileSync(path, 'utf8'), basename(path), outside)
    return { exit: verdict.ok ? 0 : 1, verdict, checkpoints }
  } catch (error) {
    process.stderr.write(error instanceof CannotOpen ? `${error.unopened.message}\n` : '证明文件读不出\n')
    return { exit: 2, verdict: null, checkpoints: [] }
  }
}

const tellProof = (verdict: ProofVerdict, json: boolean) => process.stdout.write(json ? `${JSON.stringify(verdict)}\n` : proofInChinese(verdict))

/** Writes a verdict out, a proof's beside it, and gives the exit code. */
const told = (verdict: Verdict, json: boolean, proof?: ProofVerdict | null) => {
  process.stdout.write(json ? `${JSON.stringify(proof === undefined ? verdict : { ...verdict, proof })}\n` : inChinese(verdict))
  return exitCodeOf(verdict)
}

type Values = ReturnType<typeof readArguments>

/** What opens the vault, as the arguments say; a sentence where they say it wrongly. */
const openerBy = async (values: Values): Promise<Opener | string> => {
  const piped = values['password-stdin']
  if (values['sheets-stdin'])
    return piped || values.person ? '--sheets-stdin 不与 --person、--password-stdin 同用' : { sheets: readFileSync(0, 'utf8') }
  if (!piped && !process.stdin.isTTY) return '没有终端可问口令，请用 --password-stdin'
  if (piped && !values.person) return '用 --password-stdin 时须写明 --person'
  const person = values.person ?? (await askName())
  return { person, password: piped ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : await askPassword(`${person} 的口令：`) }
}

const run = async () => {
  let values: Values
  try {
    values = readArguments()
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error))
  }
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (values.archive !== undefined) {
    if (values.data || values.proof) return misused('--archive 不与 --data、--proof 同用')
    return told(verifyArchive({ dir: values.archive, checkpoint: values.checkpoint }), values.json)
  }
  const proved = values.proof === undefined ? null : proofIn(values.proof, values.checkpoint)
  const alone = proved !== null && (!values.data || proved.exit !== 0)
  if (proved?.verdict && (alone || !values.json)) tellProof(proved.verdict, values.json)
  if (alone) return proved.exit
  if (!values.data) return misused('缺 --data')
  const opener = await openerBy(values)
  if (typeof opener === 'string') return misused(opener)
  const verdict = await verifyVault({ ...opener, dir: values.data, checkpoint: values.checkpoint, proved: proved?.checkpoints })
  return told(verdict, values.json, proved?.verdict)
}

process.exitCode = await run()
