import type { CustomerCaseView } from '#casefile/views/customer-view'
import type { SupplyPlan } from '#journey/supply-plan/api'

export interface PlanReply {
  readonly validUntil: string
  readonly charges: readonly {
    readonly name: string
    readonly nameEn?: string
    readonly unitPriceYuan: string
    readonly quantityKva: number
    readonly amountFen: number
    readonly basis: string
    readonly basisEn?: string
  }[]
}

export interface RepliedPlan {
  readonly plan: SupplyPlan
  readonly reply: PlanReply
  /** Sum of the service charges. */
  readonly dueFen: number
}

/** The plan that was replied last; undefined before there is one. */
export function findRepliedPlan(view: CustomerCaseView): RepliedPlan | undefined {
  const last = (type: string) => view.facts.findLast((fact) => fact.type === type)?.body
  const plan = last('supply-plan-drafted') as unknown as SupplyPlan | undefined
  const reply = last('supply-plan-replied') as unknown as PlanReply | undefined
  if (!plan || !reply) return undefined
  return { plan, reply, dueFen: reply.charges.reduce((sum, charge) => sum + charge.amountFen, 0) }
}
