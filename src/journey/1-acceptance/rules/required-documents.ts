import type { PublishedStandards } from '#casefile'
import { accept, type PlainDate, type Result } from '#kernel'

export interface RequiredDocument {
  readonly document: string
  /** The gate it must be there for. */
  readonly neededBy: string
  readonly proof: boolean
  readonly nameZh: string
  readonly nameEn: string
  readonly basis: string
}

export interface ApplicationFacts {
  readonly kind: string
  readonly category: string
  readonly voltageLevel: string
  readonly applicantKind: string
  readonly importance: string
  readonly ownGenerator: boolean
}

/** Every document the published table asks for in such a case; nothing else may be asked. */
export function requiredDocuments(
  standards: PublishedStandards,
  facts: ApplicationFacts,
  today: PlainDate,
): Result<readonly RequiredDocument[]> {
  const rows = standards.decide('documents', { ...facts }, today)
  if (!rows.ok) return rows
  return accept(rows.value.map((row) => row.outputs as unknown as RequiredDocument))
}

/** What is not there yet and must be there at one of these gates. */
export function missingFor(
  required: readonly RequiredDocument[],
  given: readonly string[],
  gates: readonly string[],
): readonly RequiredDocument[] {
  return required.filter((entry) => gates.includes(entry.neededBy) && !given.includes(entry.document))
}

/** Gates in the order a case meets them; a supplement must be in before its gate. */
export const documentGates = ['acceptance', 'supply-plan', 'works', 'contract', 'energise'] as const

export const gatesUpTo = (gate: (typeof documentGates)[number]) =>
  documentGates.slice(0, documentGates.indexOf(gate) + 1)
