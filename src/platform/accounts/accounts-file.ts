import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** One account of the demonstration company, as $TONGDIAN_DATA/accounts.json shows it. */
export interface DemonstrationAccount {
  readonly login: string
  readonly name: string
  readonly roles: readonly string[]
  readonly role: string
  readonly unit: string
  readonly password: string
  /** Base32, as an authenticator takes it. */
  readonly totpSecret: string
}

/**
 * Writes the accounts of the demonstration company, readable by the owner of the data folder only. Never called for a
 * real company: nothing else ever holds a password or an authenticator secret in the clear.
 */
export function writeAccountsFile(dataFolder: string, accounts: readonly DemonstrationAccount[]): string {
  mkdirSync(dataFolder, { recursive: true })
  const file = join(dataFolder, 'accounts.json')
  const draft = `${file}.new`
  writeFileSync(draft, `${JSON.stringify(accounts, null, 2)}\n`, { mode: 0o600 })
  chmodSync(draft, 0o600)
  renameSync(draft, file)
  return file
}
