import type { CaseFile, PublishedStandards } from '#casefile'
import { documentsOf } from '#journey/acceptance'
import { accept, type Fault, type PlainDate, type Result } from '#kernel'
import type { ArchiveFile } from '../api.ts'

export interface RequiredMaterial {
  readonly document: string
  readonly name: string
  readonly inCase: boolean
  readonly sheets: number
}

/** What belongs into the archive: every document that stands in the case, and every one the table asks of it. */
export function requiredMaterials(
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
): Result<readonly RequiredMaterial[]> {
  const asked = documentsOf(file, standards, today)
  if (!asked.ok) return asked
  const materials = new Map<string, RequiredMaterial>()
  for (const { document, nameZh } of asked.value.required) {
    materials.set(document, { document, name: nameZh, inCase: false, sheets: 1 })
  }
  for (const { kind, name, pages } of file.state.documents.filter((entry) => !entry.voidedBecause)) {
    const sheets = (materials.get(kind)?.inCase ? (materials.get(kind)?.sheets ?? 0) : 0) + (pages ?? 1)
    materials.set(kind, { document: kind, name, inCase: true, sheets })
  }
  return accept([...materials.values()])
}

/** Everything wrong with a list of materials at once: missing, never received, listed twice, not of this case. */
export function faultsOfMaterials(given: ArchiveFile['materials'], required: readonly RequiredMaterial[]): Fault[] {
  const listed = given.map((entry) => entry.document)
  return [
    ...required
      .filter((entry) => !entry.inCase)
      .map(
        ({ document, name }): Fault => ({ path: `materials.${document}`, code: 'document-missing', data: { name } }),
      ),
    ...required
      .filter((entry) => entry.inCase && !listed.includes(entry.document))
      .map(
        ({ document, name }): Fault => ({ path: `materials.${document}`, code: 'material-missing', data: { name } }),
      ),
    ...listed.flatMap((document, index): Fault[] => {
      const path = `materials.${index}.document`
      if (listed.indexOf(document) < index) return [{ path, code: 'material-twice', data: { document } }]
      return required.some((entry) => entry.document === document)
        ? []
        : [{ path, code: 'material-not-in-case', data: { document } }]
    }),
  ]
}
