import type { PublishedStandards } from '#casefile'
import { planRules, type ServiceCharge, type SupplyPlan, serviceCharges } from '#journey/supply-plan'
import { accept, feeFen, type PlainDate, type Result, refuse } from '#kernel'

/** One line of the fee notice; the unit price is a decimal text in yuan, as published. */
export interface FeeItem extends ServiceCharge {
  readonly charge: 'high-reliability' | 'temporary-connection'
}

export interface Fees {
  readonly items: readonly FeeItem[]
  readonly dueFen: number
  /** Why nothing is due, where nothing is. */
  readonly reason: string
  readonly reasonEn: string
}

/**
 * 业务费 by the table `charges` and nothing else: the high-reliability charge of the plan, and for a temporary supply the
 * connection charge at its published amount (0 since 发改办价格〔2017〕1895号). A charge the table does not answer for is
 * refused (`charge-not-published`), never guessed.
 */
export function computeFees(
  kind: string,
  plan: SupplyPlan,
  standards: PublishedStandards,
  today: PlainDate,
): Result<Fees> {
  const reliability = serviceCharges(plan, planRules(standards, today))
  if (!reliability.ok) return reliability
  const temporary = kind === 'temporary' ? priceTemporary(plan, standards, today) : accept([])
  if (!temporary.ok) return temporary
  const items: readonly FeeItem[] = [
    ...temporary.value,
    ...reliability.value.map((charge) => ({ charge: 'high-reliability' as const, ...charge })),
  ]
  const dueFen = items.reduce((total, item) => total + item.amountFen, 0)
  return accept({ items, dueFen, ...(dueFen > 0 ? { reason: '', reasonEn: '' } : reasonOfNothing(plan, items)) })
}

function priceTemporary(plan: SupplyPlan, standards: PublishedStandards, today: PlainDate): Result<FeeItem[]> {
  const inputs = { chargeKind: 'temporary-connection', province: null, voltageKv: plan.voltageKv, lineKind: null }
  const rows = standards.decide('charges', inputs, today)
  if (!rows.ok) return rows
  const [row, second] = rows.value
  if (!row || second)
    return refuse({ code: 'charge-not-published', faults: [{ path: 'kind', code: 'charge-not-published' }] })
  const unitPriceYuan = String(row.outputs.yuanPerKva)
  return accept([
    {
      charge: 'temporary-connection',
      name: '临时接电费',
      nameEn: 'Charge for a temporary connection',
      unitPriceYuan,
      quantityKva: plan.approvedCapacityKva,
      amountFen: feeFen(unitPriceYuan, String(plan.approvedCapacityKva)),
      basis: String(row.outputs.basis),
      basisEn: String(row.outputs.basisEn),
    },
  ])
}

function reasonOfNothing({ sources }: SupplyPlan, items: readonly FeeItem[]): Pick<Fees, 'reason' | 'reasonEn'> {
  const free = items.find((item) => item.amountFen === 0)
  if (free)
    return { reason: `${free.name}应收 0 元：${free.basis}`, reasonEn: `${free.nameEn}: 0 yuan due. ${free.basisEn}` }
  return sources.length > 1
    ? {
        reason: '公布的收费目录内没有应收项目',
        reasonEn: 'Nothing in the published list of charges is due',
      }
    : {
        reason: '单电源供电，不收取高可靠性供电费；公布的收费目录内没有其他应收项目',
        reasonEn: 'One source only: no high-reliability charge, and nothing else in the published list is due',
      }
}
