import { randomBytes } from 'node:crypto'
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const shortest = 32

/**
 * The secret that signs session cookies and encrypts authenticator secrets: `given` (TONGDIAN_SECRET), else the file
 * `secret` in the data folder, made on the first start (mode 600). Whoever restores a backup needs it too.
 */
export function readServerSecret(dataFolder: string, given: string | undefined): string {
  if (given !== undefined) return checkLength(given, 'TONGDIAN_SECRET')
  const file = join(dataFolder, 'secret')
  mkdirSync(dataFolder, { recursive: true })
  try {
    // `wx`: of two processes that start together, one makes it and both read it.
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  chmodSync(file, 0o600)
  return checkLength(readFileSync(file, 'utf8').trim(), file)
}

function checkLength(secret: string, from: string): string {
  if (secret.length < shortest) throw new Error(`${from} must have at least ${shortest} characters`)
  return secret
}
