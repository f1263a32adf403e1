import { companyDetails } from '#casefile'
import { accept, feeFen, type Result, refuse } from '#kernel'
import type { PlanSource, SupplyPlan } from '../api.ts'
import type { PlanRules } from './propose-supply-plan.ts'

/** One 营业费用 of the reply; the unit price is a decimal text in yuan, as published. */
export interface ServiceCharge {
  readonly name: string
  readonly nameEn: string
  readonly unitPriceYuan: string
  readonly quantityKva: number
  readonly amountFen: number
  readonly basis: string
  readonly basisEn: string
}

/** What an increase adds to a circuit: what it carries already was charged when it was built. */
const newKva = ({ capacityKva, existingKva = 0 }: PlanSource): number => Math.max(0, capacityKva - existingKva)

/** All circuits but the largest; of equally large ones the first counts as the largest. */
function chargedSources(sources: readonly PlanSource[]): readonly PlanSource[] {
  const largestKva = Math.max(...sources.map((source) => source.capacityKva))
  const largest = sources.findIndex((source) => source.capacityKva === largestKva)
  return sources.filter((source, index) => index !== largest && newKva(source) > 0)
}

/**
 * Service charges of a plan, and only those: the high-reliability charge (高可靠性供电费) on all circuits but the largest, at
 * the province's rate in force today. Refusal `charge-not-published` names every circuit the table has no rate for.
 */
export function serviceCharges(plan: SupplyPlan, rules: PlanRules): Result<readonly ServiceCharge[]> {
  const { province } = companyDetails(rules.standards, rules.today)
  const priced = chargedSources(plan.sources).map((source) => ({ source, price: priceOf(source, province, rules) }))
  const unpriced = priced.filter((entry) => entry.price === undefined)
  if (unpriced.length > 0) {
    return refuse({
      code: 'charge-not-published',
      faults: unpriced.map(({ source }) => ({
        path: `sources.${plan.sources.indexOf(source)}`,
        code: 'charge-not-published',
        data: { province, voltageKv: source.voltageKv, lineKind: source.lineKind },
      })),
    })
  }
  return accept(
    priced.flatMap(({ source, price }) =>
      price
        ? [
            {
              name: `高可靠性供电费（电源${source.sourceNumber}）`,
              nameEn: `High-reliability charge (source ${source.sourceNumber})`,
              unitPriceYuan: price.yuanPerKva,
              quantityKva: newKva(source),
              amountFen: feeFen(price.yuanPerKva, String(newKva(source))),
              basis: price.basis,
              basisEn: price.basisEn,
            },
          ]
        : [],
    ),
  )
}

function priceOf(
  { voltageKv, lineKind }: PlanSource,
  province: string,
  { standards, today }: PlanRules,
): { yuanPerKva: string; basis: string; basisEn: string } | undefined {
  const rows = standards.decide('charges', { chargeKind: 'high-reliability', province, voltageKv, lineKind }, today)
  const row = rows.ok && rows.value.length === 1 ? rows.value[0] : undefined
  if (!row) return undefined
  const { yuanPerKva, basis, basisEn } = row.outputs
  return { yuanPerKva: String(yuanPerKva), basis: String(basis), basisEn: String(basisEn) }
}
