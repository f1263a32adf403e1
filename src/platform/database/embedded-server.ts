import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import type { ConnectionSettings } from './connection-settings.ts'
import { isDatabaseAway } from './database-away.ts'
import { DataFolderInUse, takeFolderLock } from './folder-lock.ts'
import { initCluster } from './init-cluster.ts'
import { findServerAccount, type ServerAccount } from './server-account.ts'
import { findServerBinaries, type ServerBinaries } from './server-binaries.ts'
import { findServerFolder, openServerFolder, type ServerFolder } from './server-folder.ts'
import { endServer, findServerPid, isAlive, serverPort, spawnServer } from './server-process.ts'
import { ensureServerRoles } from './server-roles.ts'

/** PostgreSQL as a child process of ours on a private data folder. It is started again when it dies. */
export interface EmbeddedServer {
  /** PostgreSQL's data directory. */
  readonly dataDirectory: string
  /** Enters any database as superuser, as owner of our tables, or as the server's own unprivileged role. */
  connect(as: 'postgres' | 'owner' | 'app', database: string): ConnectionSettings
  /** Process id of the running server. */
  pid(): number | undefined
  /** Clean stop; nothing is left running. */
  stop(): Promise<void>
}

const readyWithinMs = 60_000
const goneWithinMs = 10_000

/**
 * Starts the embedded server of a data folder: makes the data on first use, ends a server that a killed process left
 * behind, and takes the folder's lock. Throws `DataFolderInUse` when another live process has it.
 */
export async function startEmbeddedServer(dataFolder: string): Promise<EmbeddedServer> {
  const account = findServerAccount()
  const place = openServerFolder(dataFolder, account)
  const binaries = findServerBinaries(place.folder, account)
  await endOrphan(place)
  initCluster(place, binaries, account)
  const supervisor = new Supervisor(place, binaries, account)
  await startWhenFree(supervisor, place)
  await ensureServerRoles(settingsOf(place, 'postgres', 'postgres'), place.secrets).catch(async (error: unknown) => {
    await supervisor.stop()
    throw error
  })
  return {
    dataDirectory: place.data,
    connect: (as, database) => settingsOf(place, as, database),
    pid: () => supervisor.pid(),
    stop: () => supervisor.stop(),
  }
}

/**
 * A server killed a moment ago may not be quite gone, and its killed keeper may have started another just before: PostgreSQL
 * will not start beside either. What nobody keeps is ended, and the start is tried again.
 */
async function startWhenFree(supervisor: Supervisor, place: ServerFolder): Promise<void> {
  const deadline = Date.now() + goneWithinMs
  for (;;) {
    try {
      return await supervisor.start()
    } catch (error) {
      if (!(error instanceof ServerDidNotStart) || !error.isLocked || Date.now() > deadline) throw error
      await sleep(100)
      await endOrphan(place)
    }
  }
}

/** A server that runs on this data folder already, for a second process (a command beside `serve`); its `stop` ends nothing. */
export async function findRunningServer(dataFolder: string): Promise<EmbeddedServer | undefined> {
  const place = findServerFolder(dataFolder)
  const pid = place && findServerPid(place)
  if (!place || pid === undefined) return undefined
  const client = new pg.Client(settingsOf(place, 'postgres', 'postgres'))
  try {
    await client.connect()
    const { rows } = await client.query(
      "select from pg_locks where locktype = 'advisory' and granted and database = (select oid from pg_database where datname = current_database())",
    )
    if (rows.length === 0) return undefined
  } catch (error) {
    if (isDatabaseAway(error)) return undefined
    throw error
  } finally {
    await client.end().catch(() => undefined)
  }
  const connect: EmbeddedServer['connect'] = (as, database) => settingsOf(place, as, database)
  return { dataDirectory: place.data, connect, pid: () => pid, stop: async () => undefined }
}

const userNames = { postgres: 'postgres', owner: 'tongdian_owner', app: 'tongdian_app' } as const

function settingsOf(place: ServerFolder, as: keyof typeof userNames, database: string): ConnectionSettings {
  return { host: place.socketFolder, port: serverPort, user: userNames[as], password: place.secrets[as], database }
}

/** A server whose process of ours was killed still runs: nobody holds its lock, so it is ours to end. */
async function endOrphan(place: ServerFolder): Promise<void> {
  const pid = findServerPid(place)
  if (pid === undefined) return
  const deadline = Date.now() + readyWithinMs
  while (isAlive(pid) && Date.now() < deadline) {
    try {
      const lock = await takeFolderLock(settingsOf(place, 'postgres', 'postgres'))
      const ended = endServer(pid)
      await lock.end().catch(() => undefined)
      return await ended
    } catch (error) {
      if (!isDatabaseAway(error)) throw error
      // Starting up, shutting down, or the number now belongs to another program.
      if (!runsPostgres(pid)) return
      await sleep(50)
    }
  }
}

function runsPostgres(pid: number): boolean {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres')
  } catch {
    return false
  }
}

/** Keeps one server running until it is told to stop. */
class Supervisor {
  readonly #start: () => ChildProcess
  readonly #lockSettings: ConnectionSettings
  readonly #place: ServerFolder
  #child: ChildProcess | undefined
  #lock: pg.Client | undefined
  #stopping = false

  constructor(place: ServerFolder, binaries: ServerBinaries, account: ServerAccount | undefined) {
    this.#start = () => spawnServer(place, binaries, account)
    this.#lockSettings = settingsOf(place, 'postgres', 'postgres')
    this.#place = place
  }

  pid(): number | undefined {
    return this.#child?.pid
  }

  /** Starts the server and waits until it answers; then watches over it. */
  async start(): Promise<void> {
    const child = this.#start()
    this.#child = child
    const exited = once(child, 'exit').catch((error: unknown) => error)
    let gone = false
    exited.then(() => {
      gone = true
    })
    const deadline = Date.now() + readyWithinMs
    for (;;) {
      try {
        this.#lock = await takeFolderLock(this.#lockSettings)
        // Started at the same moment by two processes: PostgreSQL lets only one server have the folder.
        if (findServerPid(this.#place) !== child.pid) throw new DataFolderInUse('another process')
        break
      } catch (error) {
        if (gone || !isDatabaseAway(error) || Date.now() > deadline) {
          child.kill('SIGQUIT')
          throw gone && isDatabaseAway(error) ? new ServerDidNotStart(this.#place.log, error) : error
        }
        await sleep(10)
      }
    }
    exited.then(() => this.#restart())
  }

  /** The server died under us (killed, out of memory): start it again, with pauses, until it runs or we are told to stop. */
  async #restart(): Promise<void> {
    this.#lock?.end().catch(() => undefined)
    for (let pauseMs = 20; !this.#stopping; pauseMs = Math.min(pauseMs * 2, 2_000)) {
      try {
        return await this.start()
      } catch (error) {
        if (!(error instanceof ServerDidNotStart) && !isDatabaseAway(error)) throw error
        await sleep(pauseMs)
      }
    }
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#lock?.end().catch(() => undefined)
    const pid = this.#child?.pid
    if (pid !== undefined && this.#child?.exitCode === null && this.#child.signalCode === null) await endServer(pid)
  }
}

/** PostgreSQL ended before it answered; the last lines of its log say why. */
export class ServerDidNotStart extends Error {
  /** Another server held the folder: gone, or still going. */
  readonly isLocked: boolean

  constructor(log: string, cause: unknown) {
    const lines = readFileSync(log, 'utf8').split('\n').slice(-12)
    super(`the embedded PostgreSQL did not start:\n${lines.join('\n')}`, { cause })
    this.name = 'ServerDidNotStart'
    this.isLocked = lines.some((line) => line.includes('postmaster.pid'))
  }
}
