import { createHash } from 'node:crypto'
import { mkdir, open, readFile, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { writeWholeFile } from './write-whole-file.ts'

/** Bytes on disk under their SHA-256, each company in a folder of its own. Never changed once written. */
export class ContentStore {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Keeps the bytes, on disk before it returns. Returns their SHA-256 in hex. */
  async put(companyId: string, bytes: Uint8Array): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const path = this.#pathOf(companyId, sha256)
    if (await exists(path)) return sha256
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await writeWholeFile(path, bytes)
    await syncFolder(dirname(path))
    return sha256
  }

  /** The bytes, or undefined if there are none. Throws when they are not what they were: the disk or somebody changed them. */
  async find(companyId: string, sha256: string): Promise<Buffer | undefined> {
    const bytes = await readFile(this.#pathOf(companyId, sha256)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined
      throw error
    })
    if (bytes && createHash('sha256').update(bytes).digest('hex') !== sha256) throw new ContentChanged(sha256)
    return bytes
  }

  #pathOf(companyId: string, sha256: string): string {
    if (!/^[0-9a-f-]{36}$/.test(companyId) || !/^[0-9a-f]{64}$/.test(sha256))
      throw new TypeError('not a content address')
    return join(this.#folder, companyId, sha256.slice(0, 2), sha256)
  }
}

/** Stored bytes no longer match their address. */
export class ContentChanged extends Error {
  constructor(sha256: string) {
    super(`stored file ${sha256} has changed on disk`)
    this.name = 'ContentChanged'
  }
}

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** A new name is on disk only once its folder is. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const folder = await open(path, 'r')
  await folder.sync().finally(() => folder.close())
}
