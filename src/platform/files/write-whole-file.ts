import { randomUUID } from 'node:crypto'
import { open, rename, unlink } from 'node:fs/promises'

/** Writes a new file whole or not at all, on disk before it returns; a disk that is full leaves nothing half written behind. */
export async function writeWholeFile(path: string, content: Uint8Array): Promise<void> {
  const half = `${path}.${randomUUID()}`
  const file = await open(half, 'wx', 0o600)
  try {
    await file.writeFile(content)
    await file.sync()
    await file.close()
    await rename(half, path)
  } catch (error) {
    await file.close().catch(() => undefined)
    await unlink(half).catch(() => undefined)
    throw error
  }
}
