import type { CaseFile, PublishedStandards } from '#casefile'
import { type documentGates, documentsOf, gatesUpTo, missingFor, type RequiredDocument } from '#journey/acceptance'
import { accept, type Fault, type PlainDate, type Result } from '#kernel'

/** Documents that must be there by a gate and are not. */
export function papersMissing(
  file: CaseFile,
  gate: (typeof documentGates)[number],
  standards: PublishedStandards,
  today: PlainDate,
): Result<readonly RequiredDocument[]> {
  const documents = documentsOf(file, standards, today)
  if (!documents.ok) return documents
  return accept(missingFor(documents.value.required, documents.value.given, gatesUpTo(gate)))
}

export const faultsOfPapers = (missing: readonly RequiredDocument[]): Fault[] =>
  missing.map((entry) => ({
    path: `documents.${entry.document}`,
    code: 'document-missing',
    data: { name: entry.nameZh },
  }))
