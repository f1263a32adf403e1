import { spawnSync } from 'node:child_process'
import { chownSync, existsSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ServerAccount } from './server-account.ts'
import type { ServerBinaries } from './server-binaries.ts'
import type { ServerFolder } from './server-folder.ts'

/** Makes PostgreSQL's data if there is none. Whole or not at all: it is made beside and renamed into place. */
export function initCluster(place: ServerFolder, binaries: ServerBinaries, account: ServerAccount | undefined): void {
  if (existsSync(join(place.data, 'PG_VERSION'))) return
  const half = `${place.data}.${process.pid}`
  const passwordFile = join(place.folder, `password.${process.pid}`)
  rmSync(half, { recursive: true, force: true })
  writeFileSync(passwordFile, place.secrets.postgres, { mode: 0o600 })
  try {
    if (account) chownSync(passwordFile, account.uid, account.gid)
    const done = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        '--username=postgres',
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
      ],
      { ...account, cwd: place.folder, encoding: 'utf8', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } },
    )
    if (done.status !== 0) throw new Error(`initdb failed: ${done.stderr || done.stdout || done.error}`)
    moveIntoPlace(half, place.data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

/** Another process may have been first; then its data count. */
function moveIntoPlace(half: string, data: string): void {
  try {
    renameSync(half, data)
  } catch (error) {
    if (!existsSync(join(data, 'PG_VERSION'))) throw error
  }
}
