// The one script that starts on whatever Node the machine has: it installs what package-lock.json pins, Node 24 among it.
// Then it runs the script it was given on that Node (`node tools/setup.mjs tools/check.ts …`). A shell may still remember where the old `node` was.
// It prints nothing on standard output, which belongs to the command.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const stamp = join(root, 'node_modules', '.setup-stamp')
const wanted = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex')
const present = existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted && existsSync(join(root, 'node_modules', '.bin', 'node'))

if (!present) {
  process.stderr.write('set-up: installing what package-lock.json pins\n')
  // Not `npm ci`: it refuses the lock file where a registry does not carry a helper's builds for other platforms. Versions are the lock file's either way.
  const { status } = spawnSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status !== 0) {
    process.stderr.write('set-up: npm install failed. The npm registry (or an offline mirror of it) must be in reach once.\n')
    process.exit(status ?? 1)
  }
  writeFileSync(stamp, wanted)
}

const [script, ...args] = process.argv.slice(2)
if (script) {
  const child = spawn(join(root, 'node_modules', '.bin', 'node'), [join(root, script), ...args], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
}
