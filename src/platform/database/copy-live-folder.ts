import { copyFileSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Copies a folder whose files come and go while it is copied: one that is gone by its turn is not an error.
 * Paths (with `/`, from the top) that `except` matches are left out; folders are made even if they stay empty.
 */
export function copyLiveFolder(from: string, to: string, except: RegExp, within = ''): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = within ? `${within}/${entry.name}` : entry.name
    if (except.test(path)) continue
    if (entry.isDirectory()) copyLiveFolder(join(from, entry.name), join(to, entry.name), except, path)
    else if (entry.isFile()) copyUnlessGone(join(from, entry.name), join(to, entry.name))
  }
}

function copyUnlessGone(from: string, to: string): void {
  try {
    copyFileSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
}
