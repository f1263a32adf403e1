import { fileTypeFromBuffer } from 'file-type'
import { accept, type Refusal, type Result, refuse } from '#kernel'
import { inspectOfficeFile } from './inspect-office-file.ts'
import { inspectPdf } from './inspect-pdf.ts'
import type { InspectedFile } from './inspected-file.ts'
import { reencodeImage } from './reencode-image.ts'
import type { KindLimit, UploadLimits } from './upload-limits.ts'

/**
 * Looks at what a file is, not at what it is called. Images come back drawn anew: no metadata, nothing hidden behind them.
 * Refused with `file-empty`, `file-heic`, `file-kind-not-allowed`, `file-too-big`, `image-too-large`, `file-broken`,
 * `file-has-active-content`.
 */
export async function inspectUpload(bytes: Uint8Array, limits: UploadLimits): Promise<Result<InspectedFile>> {
  if (bytes.length === 0) return refuse({ code: 'file-empty' })
  const mostBytes = Math.max(...limits.kinds.map((kind) => kind.mostBytes))
  if (bytes.length > mostBytes) return refuse(tooBig(bytes, mostBytes))
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  const kind = limits.kinds.find((candidate) => candidate.mediaType === found?.mime)
  if (!kind) {
    if (found?.mime === 'image/heic' || found?.mime === 'image/heif') return refuse({ code: 'file-heic' })
    const allowed = limits.kinds.map((candidate) => candidate.extension).join(', ')
    return refuse({ code: 'file-kind-not-allowed', data: { found: found?.ext ?? null, allowed } })
  }
  if (bytes.length > kind.mostBytes) {
    return refuse(tooBig(bytes, kind.mostBytes))
  }
  return await inspectKind(bytes, kind)
}

const tooBig = (bytes: Uint8Array, mostBytes: number): Refusal => ({
  code: 'file-too-big',
  data: { bytes: bytes.length, mostBytes, mostMb: Math.floor(mostBytes / 1024 ** 2) },
})

async function inspectKind(bytes: Uint8Array, kind: KindLimit): Promise<Result<InspectedFile>> {
  if (kind.mostPixels !== undefined) return await reencodeImage(bytes, kind, kind.mostPixels)
  const fault =
    kind.mostUnpackedBytes !== undefined
      ? inspectOfficeFile(bytes, kind.mostUnpackedBytes)
      : kind.extension === 'pdf'
        ? inspectPdf(bytes)
        : undefined
  if (fault) return refuse(fault)
  return accept({ bytes, mediaType: kind.mediaType, extension: kind.extension })
}
