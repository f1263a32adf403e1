import { createHash, randomBytes } from 'node:crypto'
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { canReach, type ServerAccount } from './server-account.ts'

/** Passwords of the three accounts of an embedded server, made at random for each data folder. */
export interface ServerSecrets {
  readonly postgres: string
  readonly owner: string
  readonly app: string
}

/** Where one embedded server lives. */
export interface ServerFolder {
  readonly folder: string
  /** PostgreSQL's own data. */
  readonly data: string
  /** Where its socket is: short enough for a socket path (107 bytes). */
  readonly socketFolder: string
  readonly log: string
  readonly secrets: ServerSecrets
}

/**
 * Makes or finds the server's folder: `postgres/` in the data folder. When the server must run under another account
 * and that account cannot enter the data folder, it lives in /var/lib/tongdian instead, and a note says so.
 */
export function openServerFolder(dataFolder: string, account: ServerAccount | undefined): ServerFolder {
  mkdirSync(dataFolder, { recursive: true, mode: account ? 0o711 : 0o700 })
  const folder = placeServer(resolve(dataFolder), account)
  mkdirSync(folder, { recursive: true, mode: 0o711 })
  const socketFolder = placeSocket(folder)
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 })
  if (account) for (const path of [folder, socketFolder]) chownSync(path, account.uid, account.gid)
  return describeFolder(folder)
}

/** The server's folder of a data folder if there is one; nothing is made. */
export function findServerFolder(dataFolder: string): ServerFolder | undefined {
  const note = join(dataFolder, noteName)
  const beside = join(resolve(dataFolder), 'postgres')
  const folder = existsSync(beside) || !existsSync(note) ? beside : readFileSync(note, 'utf8').trim()
  return existsSync(join(folder, 'secrets.json')) ? describeFolder(folder) : undefined
}

/** Removes a data folder for good, and its server's folder where that is elsewhere; the server must have been stopped. */
export function removeDataFolder(dataFolder: string): void {
  const place = findServerFolder(dataFolder)
  const paths = place ? [place.folder, place.socketFolder, dataFolder] : [dataFolder]
  for (const path of paths) rmSync(path, { recursive: true, force: true })
}

function describeFolder(folder: string): ServerFolder {
  return {
    folder,
    data: join(folder, 'data'),
    socketFolder: placeSocket(folder),
    log: join(folder, 'postgres.log'),
    secrets: findSecrets(join(folder, 'secrets.json')),
  }
}

const noteName = 'postgres-is-elsewhere.txt'

function placeServer(dataFolder: string, account: ServerAccount | undefined): string {
  if (!account || canReach(dataFolder, account)) return join(dataFolder, 'postgres')
  const folder = join('/var/lib/tongdian', shortHash(dataFolder))
  writeFileSync(join(dataFolder, noteName), `${folder}\n`)
  return folder
}

const longestSocketFolder = 80

function placeSocket(folder: string): string {
  const beside = join(folder, 'socket')
  return Buffer.byteLength(beside) <= longestSocketFolder ? beside : join(tmpdir(), `tongdian-${shortHash(folder)}`)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12)
}

function findSecrets(file: string): ServerSecrets {
  if (!existsSync(file)) {
    const secret = () => randomBytes(24).toString('base64url')
    const half = `${file}.${process.pid}`
    const secrets: ServerSecrets = { postgres: secret(), owner: secret(), app: secret() }
    writeFileSync(half, JSON.stringify(secrets), { mode: 0o600 })
    renameSync(half, file)
  }
  return JSON.parse(readFileSync(file, 'utf8')) as ServerSecrets
}
