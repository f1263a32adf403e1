import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

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

/**
 * What npm has fetched, from its cache, as it came over the line: packed packages, and the registry's documents about
 * them, which travel packed and are kept unpacked.
 */
export function readDownloads(cache: string): Downloads {
  let bytes = 0
  let endedAtMs = 0
  for (const entry of readdirSync(join(cache, '_cacache', 'content-v2'), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const content = readFileSync(path)
    bytes += isPacked(content) ? content.length : gzipSync(content).length
    endedAtMs = Math.max(endedAtMs, statSync(path).mtimeMs)
  }
  return { bytes, endedAtMs }
}

const isPacked = (content: Buffer) => content[0] === 0x1f && content[1] === 0x8b
