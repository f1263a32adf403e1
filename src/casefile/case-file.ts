import type { JsonObject } from '#kernel'
import type { TokenState } from '#process'
import type { CaseState } from './case-state.ts'
import type { Fact } from './fact.ts'
import { foldCase } from './fold-case.ts'

/** A case with everything that happened in it. Immutable: a command makes a new one. */
export interface CaseFile {
  readonly companyId: string
  readonly caseId: string
  readonly facts: readonly Fact[]
  readonly state: CaseState
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
  return { companyId, caseId, facts, state: foldCase(facts), tokens, version: facts.length, headHash }
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
