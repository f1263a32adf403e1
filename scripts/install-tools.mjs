import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

/**
 * Brings the packages to what the lock file says, those for tests and benchmarks among them; the launcher does it. Ends the
 * process where that fails. What `test`, `check` and `bench` each begin with.
 */
export function installTools() {
  const done = spawnSync(process.execPath, [join(root, 'bin', 'tongdian'), '--help'], {
    cwd: root,
    env: { ...process.env, TONGDIAN_INSTALL_DEV: '1' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  if (done.status !== 0) process.exit(done.status ?? 1)
}
