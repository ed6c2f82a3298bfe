import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { exitCodeOf, inChinese } from './report.ts'
import { verifyVault } from './verify.ts'

const usage = `用法：npm run verify -- --data 文件夹 [--checkpoint 文件] [--person 姓名] [--password-stdin] [--json]
校验密卷的数据：只读，不改动该文件夹。--checkpoint 可以是检查点文件，也可以是印件二维码里的记录校验码。
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
      person: { type: 'string' },
      'password-stdin': { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  }).values

const run = async () => {
  let values: ReturnType<typeof readArguments>
  try {
    values = readArguments()
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error))
  }
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  if (!values.data) return misused('缺 --data')
  const piped = values['password-stdin']
  if (!piped && !process.stdin.isTTY) return misused('没有终端可问口令，请用 --password-stdin')
  if (piped && !values.person) return misused('用 --password-stdin 时须写明 --person')
  const person = values.person ?? (await askName())
  const password = piped ? readFileSync(0, 'utf8').replace(/\r?\n$/, '') : await askPassword(`${person} 的口令：`)
  const verdict = await verifyVault({ dir: values.data, person, password, checkpoint: values.checkpoint })
  process.stdout.write(values.json ? `${JSON.stringify(verdict)}\n` : inChinese(verdict))
  return exitCodeOf(verdict)
}

process.exitCode = await run()
