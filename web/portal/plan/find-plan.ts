import type { CustomerCaseView } from '#casefile/views/customer-view'
import type { SupplyPlan } from '#journey/supply-plan/api'

export interface PlanReply {
  /** Last day, extensions counted. */
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
  const last = (type: string) => view.facts.findLast((fact) => fact.type === type)
  const plan = last('supply-plan-drafted')?.body as unknown as SupplyPlan | undefined
  const replied = last('supply-plan-replied')
  if (!plan || !replied) return undefined
  const extended = last('plan-validity-extended')
  const body = replied.body as unknown as PlanReply
  const isLonger = extended !== undefined && extended.seq > replied.seq
  const reply = isLonger ? { ...body, validUntil: String(extended.body.validUntil) } : body
  return { plan, reply, dueFen: reply.charges.reduce((sum, charge) => sum + charge.amountFen, 0) }
}
