// npm run check: installs what is missing, then types, lint, boundaries, packages, documentation. Every part runs; the exit code says whether all hold.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installTools } from './install-tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const bin = (name) => join(root, 'node_modules', '.bin', name)
const node = join(root, 'node_modules', 'node', 'bin', 'node')

installTools()

const parts = [
  ['types', bin('tsc'), ['-p', '.']],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '--max-diagnostics=30']],
  ['boundaries', node, ['scripts/check-boundaries.ts']],
  ['packages', node, ['scripts/check-packages.ts']],
  ['documentation', node, ['scripts/check-documentation.ts']],
]

let failed = 0
for (const [name, command, args] of parts) {
  const done = spawnSync(command, args, { cwd: root, encoding: 'utf8' })
  const ok = done.status === 0
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name}`)
  if (!ok) {
    failed += 1
    console.log(`${done.stdout ?? ''}${done.stderr ?? ''}`.trim())
  }
}
process.exit(failed === 0 ? 0 : 1)
