import type { CaseWrite } from './case-write.ts'
import { noHash } from './fact-hash.ts'

/** Throws where a write contradicts itself: facts of one command without a gap, linked to each other, and a row that stands at the last. */
export function checkCaseWrite({ caseId, commandId, expectedVersion, facts, row }: CaseWrite): void {
  const wrong = (what: string) => new Error(`write of case ${caseId} (${commandId}): ${what}`)
  const last = facts.at(-1)
  if (!last) throw wrong('no fact')
  if (row.caseId !== caseId) throw wrong('the row is of another case')
  if (row.version !== last.seq || row.headHash !== last.hash) throw wrong('the row does not stand at the last fact')
  facts.forEach((fact, index) => {
    if (fact.seq !== expectedVersion + index + 1) throw wrong(`fact ${index} has seq ${fact.seq}`)
    if (fact.commandId !== commandId) throw wrong(`fact ${fact.seq} is of another command`)
    if (fact.actor !== last.actor) throw wrong(`fact ${fact.seq} is of another actor`)
    if (fact.recordedAt !== row.changedAt) throw wrong(`fact ${fact.seq} was recorded at another instant`)
    const before = index > 0 ? facts[index - 1]?.hash : expectedVersion === 0 ? noHash : fact.prevHash
    if (fact.prevHash !== before) throw wrong(`fact ${fact.seq} is not linked to the one before`)
  })
}
