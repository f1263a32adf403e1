import { join } from 'node:path'
import type { Selectable } from 'kysely'
import { accept, type Result, refuse } from '#kernel'
import type { Database, Tables } from '#platform/database/index'
import { ContentStore } from './content-store.ts'
import { inspectUpload } from './inspect-upload.ts'
import { readUploadLimits, type UploadLimits } from './upload-limits.ts'

export interface StoredFile {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  /** The name it came with; shown, never a path. */
  readonly name: string
}

export interface FileUpload {
  readonly name: string
  readonly bytes: Uint8Array
}

/**
 * Files of the companies: bytes on disk under `DATA/files`, what they are in the table `file`. The same content is kept
 * once in a company. (S3-compatible storage is not built yet.)
 */
export class FileStore {
  readonly #database: Database
  readonly #content: ContentStore
  readonly #limits: UploadLimits

  constructor(database: Database, dataFolder: string, limits: UploadLimits = readUploadLimits()) {
    this.#database = database
    this.#content = new ContentStore(join(dataFolder, 'files'))
    this.#limits = limits
  }

  /** Takes a file from outside, if it is of an allowed kind by content, whole, and not too big (see `inspectUpload`). */
  async receive(companyId: string, upload: FileUpload, storedBy: string): Promise<Result<StoredFile>> {
    const inspected = await inspectUpload(upload.bytes, this.#limits)
    if (!inspected.ok) return inspected
    const { bytes, mediaType, extension, widthPx, heightPx } = inspected.value
    const name = nameFor(upload.name, extension)
    return accept(await this.#keep(companyId, { name, mediaType, bytes, widthPx, heightPx }, storedBy))
  }

  /** Takes all files of one form or none; refused as `faulty-input` with a fault for each bad one. */
  async receiveAll(
    companyId: string,
    uploads: readonly FileUpload[],
    storedBy: string,
  ): Promise<Result<readonly StoredFile[]>> {
    const { mostFilesAtOnce } = this.#limits
    if (uploads.length > mostFilesAtOnce) {
      return refuse({ code: 'too-many-files', data: { count: uploads.length, mostFilesAtOnce } })
    }
    const inspected = []
    for (const { bytes } of uploads) inspected.push(await inspectUpload(bytes, this.#limits))
    const faults = inspected.flatMap((result, index) =>
      result.ok ? [] : [{ path: `files.${index}`, code: result.refusal.code, data: { ...result.refusal.data } }],
    )
    if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
    const stored: StoredFile[] = []
    for (const upload of uploads) {
      const result = await this.receive(companyId, upload, storedBy)
      if (!result.ok) return result
      stored.push(result.value)
    }
    return accept(stored)
  }

  /** Keeps a document the product made itself. */
  async keep(
    companyId: string,
    file: { readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array },
    storedBy: string,
  ): Promise<StoredFile> {
    return await this.#keep(companyId, file, storedBy)
  }

  async findFile(companyId: string, sha256: string): Promise<StoredFile | undefined> {
    const row = await this.#database.withCompany(companyId, (tx) =>
      tx
        .selectFrom('file')
        .selectAll()
        .where('company_id', '=', companyId)
        .where('sha256', '=', sha256)
        .executeTakeFirst(),
    )
    return row && storedFileOf(row)
  }

  /** What it is and its bytes. Throws `ContentChanged` when the bytes on disk are no longer those. */
  async readFile(companyId: string, sha256: string): Promise<(StoredFile & { readonly content: Buffer }) | undefined> {
    const file = await this.findFile(companyId, sha256)
    const content = file && (await this.#content.find(companyId, sha256))
    return file && content && { ...file, content }
  }

  async #keep(companyId: string, file: KeptFile, storedBy: string): Promise<StoredFile> {
    const sha256 = await this.#content.put(companyId, file.bytes)
    await this.#database.withCompany(companyId, (tx) =>
      tx
        .insertInto('file')
        .values({
          company_id: companyId,
          sha256,
          media_type: file.mediaType,
          bytes: file.bytes.length,
          name: file.name,
          width_px: file.widthPx ?? null,
          height_px: file.heightPx ?? null,
          stored_by: storedBy,
          stored_at: this.#database.clock.now().toISOString(),
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute(),
    )
    return { sha256, mediaType: file.mediaType, bytes: file.bytes.length, name: file.name }
  }
}

interface KeptFile {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly widthPx?: number | undefined
  readonly heightPx?: number | undefined
}

const longestName = 120

/** The sender's name without folders and signs that no file system likes, ending as its content says. */
export function nameFor(name: string, extension: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? ''
  const plain = last
    .replace(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '')
    .replace(/\.[^.]*$/, '')
    .trim()
  return `${Array.from(plain || 'file')
    .slice(0, longestName)
    .join('')}.${extension}`
}

function storedFileOf(row: Selectable<Tables['file']>): StoredFile {
  return { sha256: row.sha256, mediaType: row.media_type, bytes: row.bytes, name: row.name }
}
