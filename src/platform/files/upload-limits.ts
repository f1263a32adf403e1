import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** What may be uploaded of one kind. */
export interface KindLimit {
  readonly mediaType: string
  readonly extension: string
  readonly mostBytes: number
  /** Images only: width times height. */
  readonly mostPixels?: number
  /** Office files only: size of all their parts unpacked. */
  readonly mostUnpackedBytes?: number
}

/** Files of the network and of the ground, packed or not. */
export interface ImportLimit {
  /** As sent. */
  readonly mostBytes: number
  readonly mostUnpackedBytes: number
}

export interface UploadLimits {
  readonly mostFilesAtOnce: number
  readonly networkImport: ImportLimit
  readonly kinds: readonly KindLimit[]
}

/** The limits the product ships with, `standards/files/upload-limits.json`. */
export function readUploadLimits(): UploadLimits {
  const file = fileURLToPath(new URL('../../../standards/files/upload-limits.json', import.meta.url))
  return JSON.parse(readFileSync(file, 'utf8')) as UploadLimits
}
