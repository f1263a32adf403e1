import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ServerAccount } from './server-account.ts'
import type { ServerBinaries } from './server-binaries.ts'
import type { ServerFolder } from './server-folder.ts'

/** Every setting that differs from PostgreSQL's own; given at each start, so that a new release brings its own. */
const settings: Readonly<Record<string, string>> = {
  // Nothing that was acknowledged may be lost.
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  // A small site's memory.
  shared_buffers: '128MB',
  work_mem: '8MB',
  maintenance_work_mem: '64MB',
  max_connections: '100',
  max_parallel_workers_per_gather: '0',
  io_method: 'sync',
  jit: 'off',
  huge_pages: 'off',
  // Online backup needs a complete log, replication is not for an embedded server.
  wal_level: 'replica',
  max_wal_senders: '0',
  max_wal_size: '1GB',
  checkpoint_timeout: '15min',
  autovacuum_naptime: '15s',
  timezone: 'UTC',
  log_timezone: 'UTC',
}

const biggestLog = 16 * 1024 * 1024
export const serverPort = 5432

/** Starts `postgres` as a child in a process group of its own, so that Ctrl-C at a terminal reaches only us. */
export function spawnServer(
  place: ServerFolder,
  binaries: ServerBinaries,
  account: ServerAccount | undefined,
): ChildProcess {
  if (existsSync(place.log) && statSync(place.log).size > biggestLog) truncateSync(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const all = { ...settings, listen_addresses: '', unix_socket_directories: place.socketFolder, port: `${serverPort}` }
  const child = spawn(
    binaries.postgres,
    ['-D', place.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...account, cwd: place.folder, detached: true, stdio: ['ignore', log, log], env: { LC_ALL: 'C', TZ: 'UTC' } },
  )
  closeSync(log)
  return child
}

/** The process id PostgreSQL wrote into its data folder, if that process still lives. */
export function findServerPid(place: ServerFolder): number | undefined {
  const file = join(place.data, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  return Number.isInteger(pid) && pid > 1 && isAlive(pid) ? pid : undefined
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Fast shutdown (SIGINT), and after `patienceMs` an immediate one (SIGQUIT), which loses nothing either: the log is replayed. */
export async function endServer(pid: number, patienceMs = 20_000): Promise<void> {
  const send = (signal: NodeJS.Signals) => {
    if (isAlive(pid)) process.kill(pid, signal)
  }
  send('SIGINT')
  const deadline = Date.now() + patienceMs
  while (isAlive(pid)) {
    if (Date.now() > deadline) send('SIGQUIT')
    await sleep(10)
  }
}
