import type { FactRow } from '../write/case-write.ts'
import { hashFact, noHash } from '../write/fact-hash.ts'
import type { AuditFault, AuditFaultKind } from './audit-fault.ts'

/** A case as it is found: its facts by seq, and what its row says of the last one (undefined: no row). */
export interface CaseEvidence {
  readonly caseId: string
  readonly facts: readonly FactRow[]
  readonly row: { readonly version: number; readonly headHash: string } | undefined
}

/** Checks one case against itself and against the last checkpoint that saw it. Pure. */
export function verifyCase(
  companyId: string,
  { caseId, facts, row }: CaseEvidence,
  seen: { readonly seq: number; readonly hash: string } | undefined,
): readonly AuditFault[] {
  const faults: AuditFault[] = []
  const fault = (seq: number, kind: AuditFaultKind) => faults.push({ companyId, caseId, seq, kind })
  let before = { seq: 0, hash: noHash }
  for (const fact of facts) {
    if (fact.seq !== before.seq + 1) fault(fact.seq, 'gap')
    if (fact.prevHash !== before.hash) fault(fact.seq, 'link')
    if (fact.hash !== hashOf(companyId, caseId, fact)) fault(fact.seq, 'hash')
    if (seen && fact.seq === seen.seq && fact.hash !== seen.hash) fault(fact.seq, 'checkpoint')
    before = { seq: fact.seq, hash: fact.hash }
  }
  if (seen && before.seq < seen.seq) fault(before.seq + 1, 'truncated')
  if (row?.version !== before.seq || row.headHash !== before.hash) fault(before.seq, 'projection')
  return faults
}

/** A fact whose text was made impossible has no hash at all. */
function hashOf(companyId: string, caseId: string, fact: FactRow): string | undefined {
  try {
    return hashFact(companyId, caseId, fact)
  } catch {
    return undefined
  }
}
