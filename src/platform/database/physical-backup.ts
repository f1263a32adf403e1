import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { copyLiveFolder } from './copy-live-folder.ts'
import type { EmbeddedServer } from './embedded-server.ts'
import { findServerAccount, giveTo } from './server-account.ts'
import { findServerFolder, openServerFolder } from './server-folder.ts'

export interface BackupManifest {
  readonly format: 'tongdian-backup-1'
  readonly at: string
  /** Places in PostgreSQL's log between which the copy was made. */
  readonly fromLsn: string
  readonly toLsn: string
}

/** A backup that cannot be made or brought back here, and why. */
export class BackupRefused extends Error {}

/** What of the data folder is the running server's own, or a test's. */
const notOurs = /^(postgres|postgres-is-elsewhere\.txt|test-\d+)$/

/**
 * Copies an embedded server while it runs, and everything else in the data folder (files, checkpoints, keys), into a
 * new folder. The copy is the state at the end of copying; a crash half-way leaves a folder without a manifest.
 */
export async function makeBackup(server: EmbeddedServer, dataFolder: string, target: string): Promise<BackupManifest> {
  if (existsSync(target) && readdirSync(target).length > 0) throw new BackupRefused(`${target} is not empty`)
  const place = findServerFolder(dataFolder)
  if (!place) throw new BackupRefused(`${dataFolder} holds no embedded server`)
  mkdirSync(join(target, 'postgres'), { recursive: true, mode: 0o700 })
  // Checkpoints first: what they saw is then in the database that is copied after them.
  copyRest(dataFolder, target, /^checkpoints$/)
  const client = new pg.Client(server.connect('postgres', 'postgres'))
  await client.connect()
  try {
    // Keeps the log from the start of copying to its end; goes with this connection.
    await client.query('select pg_create_physical_replication_slot($1, true, true)', [`tongdian_backup_${process.pid}`])
    const start = await client.query<{ lsn: string; segment: string }>(
      "select s::text as lsn, pg_walfile_name(s) as segment from pg_backup_start('tongdian', true) s",
    )
    const { lsn: fromLsn = '', segment: firstSegment = '' } = start.rows[0] ?? {}
    const data = join(target, 'postgres', 'data')
    copyLiveFolder(server.dataDirectory, data, /^(pg_wal\/.+|pg_replslot\/.+|postmaster\.(pid|opts)|pg_stat_tmp\/.+)$/)
    const stop = await client.query<{ lsn: string; labelfile: string; segment: string }>(
      'select lsn::text, labelfile, pg_walfile_name(lsn) as segment from pg_backup_stop(false)',
    )
    const { lsn: toLsn = '', labelfile = '', segment: lastSegment = '' } = stop.rows[0] ?? {}
    writeFileSync(join(data, 'backup_label'), labelfile, { mode: 0o600 })
    copyLog(join(server.dataDirectory, 'pg_wal'), join(data, 'pg_wal'), firstSegment, lastSegment)
    cpSync(join(place.folder, 'secrets.json'), join(target, 'postgres', 'secrets.json'))
    copyRest(dataFolder, target, /^(?!checkpoints$)/)
    const manifest: BackupManifest = { format: 'tongdian-backup-1', at: new Date().toISOString(), fromLsn, toLsn }
    writeFileSync(join(target, 'manifest.json.part'), `${JSON.stringify(manifest, null, 2)}\n`)
    renameSync(join(target, 'manifest.json.part'), join(target, 'manifest.json'))
    return manifest
  } finally {
    await client.end()
  }
}

/** Brings a backup back into a data folder that holds no server yet. The next start replays its log. */
export function restoreBackup(source: string, dataFolder: string): BackupManifest {
  const file = join(source, 'manifest.json')
  if (!existsSync(file)) throw new BackupRefused(`${source} is no finished backup`)
  if (findServerFolder(dataFolder)) throw new BackupRefused(`${dataFolder} holds a server already`)
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as BackupManifest
  const account = findServerAccount()
  const place = openServerFolder(dataFolder, account)
  cpSync(join(source, 'postgres', 'secrets.json'), join(place.folder, 'secrets.json'))
  cpSync(join(source, 'postgres', 'data'), place.data, { recursive: true })
  chmodSync(place.data, 0o700)
  if (account) giveTo(place.data, account)
  copyRest(source, dataFolder, /^(?!manifest\.json$)/)
  return manifest
}

function copyRest(from: string, to: string, which: RegExp): void {
  for (const name of readdirSync(from)) {
    const path = resolve(from, name)
    if (notOurs.test(name) || !which.test(name) || resolve(to).startsWith(path)) continue
    cpSync(path, join(to, name), { recursive: true, preserveTimestamps: true })
  }
}

/** Log files from the first to the last; their names sort by age. */
function copyLog(from: string, to: string, first: string, last: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const isSegment = (name: string) => /^[0-9A-F]{24}$/.test(name) && name >= first && name <= last
  for (const name of readdirSync(from).filter(isSegment)) cpSync(join(from, name), join(to, name))
}
