import type { DrawnPlan, NetworkProof } from '#casefile'
import type { RuleCheck } from '#power'
import type { SupplyPlan } from '../api.ts'
import { lastPart } from './network-rule-names.ts'
import type { PlanCheck } from './plan-check.ts'

/** What of a plan the network can be asked: where each source is tied in, along which line, of which conductor. */
export function drawnOf({ sources, transformers }: Pick<SupplyPlan, 'sources' | 'transformers'>): DrawnPlan {
  const [transformer, ...otherSizes] = transformers
  return {
    mode: sources[0]?.operationMode ?? 'single',
    sources: sources.map(({ feeder, accessPoint, capacityKva, existingKva, route, conductor, lineKind }) => ({
      feeder,
      accessPoint,
      capacityKva,
      existingKva: existingKva ?? 0,
      conductor,
      laying: lineKind === 'overhead' ? 'overhead' : 'cable',
      ...(route && { route }),
    })),
    ...(transformer &&
      otherSizes.length === 0 && { transformer: { unitKva: transformer.capacityKva, count: transformer.count } }),
  }
}

const round = (value: number) => Math.round(value * 1000) / 1000

/**
 * The engine's hard rules as checks of the plan, one for each rule and source: of several places the one that fails.
 * None where the company has no network or the plan names places that the network does not hold.
 */
export function networkChecks(
  plan: Pick<SupplyPlan, 'sources'>,
  proof: Pick<NetworkProof, 'sources'> | undefined,
): readonly PlanCheck[] {
  return (proof?.sources ?? []).flatMap((checks, at) => {
    const number = plan.sources[at]?.sourceNumber ?? at + 1
    const byRule = Map.groupBy(
      checks.filter((check) => check.isHard),
      (check) => lastPart(check.rule),
    )
    return [...byRule].map(([rule, same]) => planCheckOf(`source.${number}.${rule}`, worstOf(same)))
  })
}

const worstOf = (checks: readonly RuleCheck[]): RuleCheck | undefined =>
  checks.find((check) => check.verdict === 'fails') ?? checks.find((check) => check.verdict === 'unknown') ?? checks[0]

const verdicts = { holds: 'met', fails: 'failed', unknown: 'unknown' } as const

const planCheckOf = (check: string, rule: RuleCheck | undefined): PlanCheck => ({
  check,
  number: rule?.value === null || rule === undefined ? null : round(rule.value),
  limit: rule === undefined ? null : round(rule.limit),
  source: rule?.source ?? '',
  verdict: rule ? verdicts[rule.verdict] : 'unknown',
})
