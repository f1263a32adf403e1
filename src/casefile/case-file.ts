import type { JsonObject } from '#kernel'
import type { TokenState } from '#process'
import type { Fact } from './fact.ts'
import { type CaseFold, foldOn, nothingHappened } from './fold-case.ts'

/** A case with everything that happened in it. Immutable: a command makes a new one. */
export interface CaseFile extends CaseFold {
  readonly companyId: string
  readonly caseId: string
  readonly facts: readonly Fact[]
  readonly tokens: TokenState | undefined
  readonly version: number
  readonly headHash: string
}

export function caseFileOf(
  companyId: string,
  caseId: string,
  facts: readonly Fact[],
  tokens: TokenState | undefined,
  headHash: string,
): CaseFile {
  return { companyId, caseId, facts, ...foldOn(nothingHappened, facts), tokens, version: facts.length, headHash }
}

/** The case after a command: what stood is not read again. */
export function continueCase(
  file: CaseFile,
  facts: readonly Fact[],
  tokens: TokenState | undefined,
  headHash: string,
): CaseFile {
  const all = [...file.facts, ...facts]
  return { ...file, ...foldOn(file, facts), facts: all, tokens, version: all.length, headHash }
}

/** Was the work of this task voided after this fact? */
function voidedSince(file: CaseFile, seq: number, taskId: string): boolean {
  return file.facts.some(
    (fact) => fact.seq > seq && fact.type === 'work-voided' && (fact.body.tasks as readonly string[]).includes(taskId),
  )
}

/** Does this fact still stand, or was the step it came from voided by a return? */
export function stands(file: CaseFile, fact: Fact): boolean {
  const { elementId, taskId } = fact.body
  // Only what a step left carries both; a fact about a task (claimed, urged) stands whatever became of the task.
  return typeof elementId !== 'string' || typeof taskId !== 'string' || !voidedSince(file, fact.seq, taskId)
}

/** Every standing fact of a type, oldest first. */
export function listFacts(file: CaseFile, type: string): readonly Fact[] {
  return file.facts.filter((fact) => fact.type === type && stands(file, fact))
}

/** The latest standing fact of a type. */
export function findFact(file: CaseFile, type: string): Fact | undefined {
  return listFacts(file, type).at(-1)
}

/** The body of the latest standing fact of a type, in the shape its use case wrote. */
export function findBody<Body = JsonObject>(file: CaseFile, type: string): Body | undefined {
  return findFact(file, type)?.body as Body | undefined
}
