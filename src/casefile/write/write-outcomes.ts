import type { CaseWrite, WriteOutcome } from './case-write.ts'

/** What `append_case_writes` says of a write that was not written. */
export type UnwrittenJson =
  | { readonly caseId: string; readonly kind: 'repeated'; readonly bodyHash: string; readonly answer: string }
  | { readonly caseId: string; readonly kind: 'stale'; readonly version: number }

/** Outcomes by case id; a case that is not there was written. */
export function groupOutcomes(
  writes: readonly CaseWrite[],
  unwritten: readonly UnwrittenJson[] | null,
): ReadonlyMap<string, WriteOutcome> {
  const bodyHashes = new Map(writes.map((write) => [write.caseId, write.bodyHash]))
  return new Map((unwritten ?? []).map((one) => [one.caseId, outcomeOf(one, bodyHashes.get(one.caseId))]))
}

function outcomeOf(one: UnwrittenJson, bodyHash: string | undefined): WriteOutcome {
  if (one.kind === 'stale') return { kind: 'stale', version: one.version }
  return one.bodyHash === bodyHash ? { kind: 'repeated', answer: one.answer } : { kind: 'command-id-reused' }
}

const uniqueViolation = '23505'
const serializationFailure = '40001'
const deadlock = '40P01'

/** Two writes were in each other's way; the transaction left nothing behind and may be tried again. */
export function isOverlap(error: unknown): boolean {
  return [uniqueViolation, serializationFailure, deadlock].includes(fieldOf(error, 'code')) && !isNumberTaken(error)
}

export function isNumberTaken(error: unknown): boolean {
  return fieldOf(error, 'code') === uniqueViolation && fieldOf(error, 'constraint') === 'case_file_number'
}

function fieldOf(error: unknown, field: 'code' | 'constraint'): string {
  return error instanceof Error && field in error ? String((error as unknown as Record<string, unknown>)[field]) : ''
}
