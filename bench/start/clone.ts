import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A clean clone of what is committed, with an npm cache of its own that is empty. */
export interface CleanClone {
  readonly root: string
  readonly cache: string
  remove(): void
}

export function cloneCleanly(root: string): CleanClone {
  const folder = mkdtempSync(join(tmpdir(), 'tongdian-bench-start-'))
  const clone = join(folder, 'tongdian')
  const done = spawnSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`git clone: ${done.stderr}`)
  return {
    root: clone,
    cache: join(folder, 'npm-cache'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface Downloads {
  readonly bytes: number
  /** When the last of them arrived, ms of the epoch. */
  readonly endedAtMs: number
}

/** What npm has fetched, from its cache: packed packages as they came over the line. */
export function readDownloads(cache: string): Downloads {
  let bytes = 0
  let endedAtMs = 0
  for (const entry of readdirSync(join(cache, '_cacache', 'content-v2'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const { size, mtimeMs } = statSync(join(entry.parentPath, entry.name))
    bytes += size
    endedAtMs = Math.max(endedAtMs, mtimeMs)
  }
  return { bytes, endedAtMs }
}
