// `npm run -s bench NAME [ARGS]` runs bench/NAME.ts, which exports `run(args): Promise<void>` and prints one JSON object
// on standard output, progress on standard error. Installs the pinned packages first, and where the benchmark measures
// others (a line `// peers: bench/peers/package.json` in its file) those too.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { installTools } from '../scripts/install-tools.mjs'

const bench = fileURLToPath(new URL('.', import.meta.url))
const root = join(bench, '..')
const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
const [name = '', ...args] = process.argv.slice(2)
const file = join(bench, `${name}.ts`)

if (!/^[a-z-]+$/.test(name) || !existsSync(file)) {
  const names = readdirSync(bench).flatMap((entry) => /^([a-z-]+)\.ts$/.exec(entry)?.[1] ?? [])
  const runnable = names.filter((entry) =>
    readFileSync(join(bench, `${entry}.ts`), 'utf8').includes('export async function run'),
  )
  console.error(`bench: name a benchmark: ${runnable.join(', ')}`)
  process.exit(2)
}

if (process.env.TONGDIAN_BENCH_CHILD !== '1') {
  installTools()
  if (readFileSync(file, 'utf8').includes('// peers: bench/peers/package.json')) installPeers()
  const env = { ...process.env, TONGDIAN_BENCH_CHILD: '1', TONGDIAN_ROOT: root }
  const flags = ['--disable-warning=ExperimentalWarning', '--expose-gc', '--max-old-space-size=4096']
  const child = spawnSync(node, [...flags, fileURLToPath(import.meta.url), name, ...args], {
    cwd: root,
    env,
    stdio: 'inherit',
  })
  process.exit(child.status ?? 1)
}

const { run } = await import(`./${name}.ts`)
await run(args)

function installPeers() {
  const folder = join(bench, 'peers')
  const stamp = join(folder, 'node_modules', '.installed')
  const lock = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return
  console.error('bench: installing what is measured against …')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
  writeFileSync(stamp, lock)
}
