import { lchownSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The account PostgreSQL runs as when we are root: PostgreSQL refuses to run as root, and asks for a name in /etc/passwd. */
export interface ServerAccount {
  readonly uid: number
  readonly gid: number
}

/** `postgres` if the machine has it, else `nobody`; undefined: we are not root and run it as ourselves. */
export function findServerAccount(): ServerAccount | undefined {
  if (process.getuid?.() !== 0) return undefined
  const rows = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody']) {
    const row = rows.find((fields) => fields[0] === name)
    if (row) return { uid: Number(row[2]), gid: Number(row[3]) }
  }
  throw new Error('started as root, and /etc/passwd knows neither postgres nor nobody to run the database as')
}

/** May the account enter this folder and every folder above it? */
export function canReach(folder: string, account: ServerAccount): boolean {
  const { mode, uid, gid } = statSync(folder)
  const enter = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001
  if ((mode & enter) === 0) return false
  return dirname(folder) === folder || canReach(dirname(folder), account)
}

/** Makes the account the owner of a folder and all in it. */
export function giveTo(path: string, account: ServerAccount): void {
  lchownSync(path, account.uid, account.gid)
  if (!lstatSync(path).isDirectory()) return
  for (const name of readdirSync(path)) giveTo(join(path, name), account)
}
