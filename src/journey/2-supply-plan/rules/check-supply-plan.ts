import type { SupplyPlan } from '../api.ts'
import { checkPlanSources } from './check-sources.ts'
import { compensate } from './compensate.ts'
import type { PlanBasis } from './plan-basis.ts'
import { asProposed, atLeast, atMost, type PlanCheck } from './plan-check.ts'
import { draftByRules, isDispatched, type PlanRules, proposeMetering } from './propose-supply-plan.ts'
import { totalKva } from './size-transformers.ts'

/**
 * Every figure of a plan against the rules in force: what it is, what the rule asks, where the rule stands. A plan as
 * proposed meets them all; whatever departs needs its reason and a second person. `networkKv`: the voltage that the network
 * there has, where a proof says so.
 */
export function checkSupplyPlan(
  plan: SupplyPlan,
  basis: PlanBasis,
  rules: PlanRules,
  networkKv?: number,
): readonly PlanCheck[] {
  return [
    checkSupply(basis),
    ...checkCapacity(plan, basis, rules, networkKv),
    ...checkTransformers(plan, basis, rules),
    ...checkPlanSources(plan, basis, rules.power),
    ...checkMetering(plan, basis, rules),
    asProposed('customer-works', plan.customerWorks, basis.customerWorks, '现场勘查'),
    asProposed('grid-works', plan.gridWorks, needsGridWorks(plan, basis), '现场勘查'),
    asProposed(
      'dispatched',
      plan.dispatched,
      isDispatched(
        {
          voltageKv: plan.voltageKv,
          capacityKva: plan.approvedCapacityKva,
          sources: plan.sources.length,
          ownGenerator: plan.ownGeneratorKw > 0,
        },
        rules,
      ),
      'dispatch-scope',
    ),
  ]
}

/** The survey's word, and whatever the proof wants changed in the network first. */
const needsGridWorks = ({ preconditions = [] }: SupplyPlan, basis: PlanBasis): boolean =>
  basis.gridWorks || preconditions.length > 0

/** What stands against the plan until it is given a reason. */
export const unmet = (checks: readonly PlanCheck[]): readonly PlanCheck[] =>
  checks.filter((check) => check.verdict !== 'met')

/** The survey found that supply is not possible: a plan all the same needs to say how (load transfer, works of the grid). */
const checkSupply = (basis: PlanBasis): PlanCheck => ({
  check: 'can-supply',
  number: basis.cannotSupplyReason || null,
  limit: null,
  source: '现场勘查',
  verdict: basis.canSupply ? 'met' : 'failed',
})

function checkCapacity(plan: SupplyPlan, basis: PlanBasis, rules: PlanRules, voltageKv?: number): PlanCheck[] {
  const proposed = draftByRules(basis, rules, { voltageKv })
  const needed = basis.voltageClass === 'hv' ? basis.load.neededKva : basis.load.loadKw
  return [
    ...(proposed.ok
      ? [
          asProposed('capacity', plan.approvedCapacityKva, proposed.value.approvedCapacityKva, '现场勘查核定容量'),
          asProposed('voltage', plan.voltageKv, proposed.value.voltageKv, 'standards/power/voltage-levels.csv'),
          asProposed('phases', plan.phases, proposed.value.phases, 'standards/power/voltage-levels.csv'),
        ]
      : []),
    ...(basis.load.basis === 'listed'
      ? [atLeast('capacity-covers-load', plan.approvedCapacityKva, needed, '用电设备和户数按需要系数计算')]
      : []),
  ]
}

function checkTransformers(plan: SupplyPlan, basis: PlanBasis, { power }: PlanRules): PlanCheck[] {
  if (basis.voltageClass === 'lv') return []
  const total = totalKva(plan.transformers)
  return [
    asProposed('transformer-total', total, plan.approvedCapacityKva, '受电变压器总容量即核定容量'),
    ...plan.transformers.map((row, index) =>
      atMost(
        `transformer.${index + 1}.size`,
        row.capacityKva,
        power.transformerMountings.find((mounting) => mounting.mounting === row.mounting)?.usualMaxKva ?? 0,
        'standards/catalogue/transformer-mountings.csv',
      ),
    ),
    ...plan.transformers.map(
      (row, index): PlanCheck => ({
        check: `transformer.${index + 1}.standard-size`,
        number: row.capacityKva,
        limit: null,
        source: 'standards/catalogue/transformer-sizes.csv',
        verdict: power.transformerSizes.some((size) => size.kva === row.capacityKva) ? 'met' : 'departs',
      }),
    ),
    atLeast(
      'compensation',
      plan.compensationKvar,
      compensate(basis, plan.voltageKv, total, power).leastKvar,
      'standards/power/power-factor-limits.csv',
    ),
  ]
}

const meteringFigures = ['meteringMode', 'meteringClass', 'accuracyClass', 'ctRatio', 'ctClass', 'tariffClass'] as const

/** Each source's metering against what the rules give for this very plan. */
function checkMetering(plan: SupplyPlan, basis: PlanBasis, rules: PlanRules): PlanCheck[] {
  const proposed = proposeMetering(plan, basis, rules)
  if (!proposed.ok) {
    const limit = proposed.refusal.code
    return [{ check: 'metering', number: plan.metering.length, limit, source: 'DL/T 448-2016', verdict: 'unknown' }]
  }
  return proposed.value.flatMap((wanted) => {
    const row = plan.metering.find((entry) => entry.sourceNumber === wanted.sourceNumber)
    const check = (name: string) => `metering.${wanted.sourceNumber}.${name}`
    if (!row) return [asProposed(check('point'), null, 1, 'DL/T 448-2016')]
    return meteringFigures.map((figure) =>
      asProposed(
        check(figure),
        row[figure] ?? null,
        wanted[figure] ?? null,
        figure === 'tariffClass' ? 'tariff' : 'DL/T 448-2016',
      ),
    )
  })
}
