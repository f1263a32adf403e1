// npm test: installs what is missing, then runs unit, database and browser tests on the pinned Node.
// Says which tests were left out and why; with CI=true a test that was left out is a failure.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installTools } from './install-tools.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
const env = { ...process.env, TONGDIAN_ROOT: root }

installTools()
const node = join(root, 'node_modules', 'node', 'bin', 'node')
const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
const leftOut = []

const browser = spawnSync(node, [join(root, 'scripts', 'find-browser.ts')], { cwd: root, env, encoding: 'utf8' })
if (browser.status !== 0) leftOut.push(`browser tests: ${(browser.stderr || 'no browser was found').trim()}`)

const reference = process.env.TONGDIAN_REFERENCE_DATA ?? join(root, '..', 'shared', 'data')
if (!existsSync(reference)) leftOut.push(`tests on reference data: TONGDIAN_REFERENCE_DATA (${reference}) is not there`)
else env.TONGDIAN_REFERENCE_DATA = reference

const wanted = process.argv.slice(2).filter((word) => !word.startsWith('-'))
const projects = ['unit', 'db', ...(browser.status === 0 ? ['browser'] : [])].filter(
  (project) => wanted.length === 0 || wanted.includes(project),
)
let failed = 0
for (const project of projects) {
  const run = spawnSync(node, [vitest, 'run', '--project', project], { cwd: root, env, stdio: 'inherit' })
  if (run.status !== 0) failed += 1
}

for (const line of leftOut) console.log(`left out: ${line}`)
if (leftOut.length > 0 && process.env.CI === 'true') {
  console.log('tests that should run were left out: this counts as failure in CI')
  failed += 1
}
console.log(failed === 0 ? `all test projects passed: ${projects.join(', ')}` : `${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
