import { type CaseFile, type Fact, findBody, findFact, listFacts } from '#casefile'
import type { AnswerSupplyPlan, SupplyPlan } from '../api.ts'

type Body<Shape> = Shape & Record<string, never>

/** The plan as last drafted and still standing; whether anybody agreed to it is another question. */
export const findDraft = (file: CaseFile): SupplyPlan | undefined =>
  findBody<Body<SupplyPlan>>(file, 'supply-plan-drafted')

/** A department's word on the plan. */
export interface SignOff {
  readonly elementId: string
  readonly agrees: boolean
  readonly opinion: string
}

/** Sign-offs of the round now running: newer than the last draft, the latest of each step. */
export function signOffsOfRound(file: CaseFile): readonly SignOff[] {
  const draft = findFact(file, 'supply-plan-drafted')
  const latest = new Map<string, SignOff>()
  for (const fact of listFacts(file, 'plan-signed-off')) {
    if (draft && fact.seq > draft.seq) {
      const signOff = fact.body as unknown as SignOff
      latest.set(signOff.elementId, signOff)
    }
  }
  return [...latest.values()]
}

/** The written reply that stands: newer than the last draft. */
export function findReply(file: CaseFile): Fact | undefined {
  const draft = findFact(file, 'supply-plan-drafted')
  const reply = findFact(file, 'supply-plan-replied')
  return draft && reply && reply.seq > draft.seq ? reply : undefined
}

/**
 * The plan that works, contract and fees rest on: replied in writing and, where the process asks the customer, accepted.
 * Undefined before that, and again after a return or a new draft.
 */
export function approvedPlan(file: CaseFile): SupplyPlan | undefined {
  const reply = findReply(file)
  if (!reply) return undefined
  if (reply.body.needsAnswer === false) return findDraft(file)
  const answer = findFact(file, 'supply-plan-answered')
  const accepted = answer !== undefined && answer.seq > reply.seq && answer.body.accepts === true
  return accepted ? findDraft(file) : undefined
}

/** What the last round was sent back for: departments against it, wishes of the customer. */
export interface PlanObjections {
  readonly signOffs: readonly SignOff[]
  readonly wishes: string
}

export function objectionsOf(file: CaseFile): PlanObjections {
  const draft = findFact(file, 'supply-plan-drafted')
  const answer = findFact(file, 'supply-plan-answered')
  const answered = draft && answer && answer.seq > draft.seq ? (answer.body as unknown as AnswerSupplyPlan) : undefined
  return {
    signOffs: signOffsOfRound(file).filter((signOff) => !signOff.agrees),
    wishes: answered && !answered.accepts ? answered.wishes : '',
  }
}
