import type { NewFact } from '#casefile'
import type { FileRef } from '#casefile/form-shapes'

/** Files of the customer become documents of the case, so that everybody who may see it can open them. */
export function receivedFiles(kind: string, name: string, prefix: string, files: readonly FileRef[]): NewFact[] {
  return files.map((file, index) => ({
    type: 'document-received',
    body: {
      documentId: `${prefix}-${index + 1}-${file.sha256.slice(0, 8)}`,
      kind,
      name,
      fileName: file.name,
      sha256: file.sha256,
    },
  }))
}
