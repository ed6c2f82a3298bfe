// The one script that starts on whatever Node the machine has: it installs what package-lock.json pins, Node 24 among it.
// Everything after it runs on node_modules/.bin/node. It prints nothing on standard output, which belongs to the command.
import { spawnSync } from 'node:child_process'
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
