import type { CaseFile, NetworkProof, PublishedStandards } from '#casefile'
import { accept, type Fault, type PlainDate, type Result, refuse } from '#kernel'
import type { SupplyPlan } from '../api.ts'
import { checkName } from './check-names.ts'
import { checkSupplyPlan, unmet } from './check-supply-plan.ts'
import { type PlanBasis, readPlanBasis } from './plan-basis.ts'
import type { PlanCheck } from './plan-check.ts'
import { unnamedPlace } from './propose-sources.ts'
import { planRules } from './propose-supply-plan.ts'
import { networkChecks } from './prove-on-network.ts'

export interface JudgedPlan {
  readonly checks: readonly PlanCheck[]
  /** Checks that stand only because the plan gives a reason: they need a second person. */
  readonly excused: readonly PlanCheck[]
}

/** The plan as a whole: every fault of the form at once, every departure with its reason. */
export function judgePlan(
  file: CaseFile,
  plan: SupplyPlan,
  standards: PublishedStandards,
  today: PlainDate,
  proof?: NetworkProof,
): Result<JudgedPlan> {
  const rules = planRules(standards, today)
  const basis = readPlanBasis(file, rules.power)
  if (!basis.ok) return basis
  const checks = [...checkSupplyPlan(plan, basis.value, rules, proof?.voltageKv), ...networkChecks(plan, proof)]
  const faults = [...faultsOfRows(plan, basis.value), ...faultsOfDeviations(plan, checks)]
  if (faults.length > 0) return refuse({ code: 'faulty-input', faults })
  return accept({ checks, excused: unmet(checks) })
}

/** Rows that contradict each other or were left unfinished; no reason makes these right. */
function faultsOfRows(plan: SupplyPlan, basis: PlanBasis): Fault[] {
  const faults: Fault[] = []
  const numbers = plan.sources.map((source) => source.sourceNumber)
  for (const [index, source] of plan.sources.entries()) {
    const path = `sources.${index}`
    if (numbers.indexOf(source.sourceNumber) !== index)
      faults.push({ path: `${path}.sourceNumber`, code: 'number-twice', data: { number: source.sourceNumber } })
    if (source.boundaryPoint.includes(unnamedPlace))
      faults.push({ path: `${path}.boundaryPoint`, code: 'name-the-place' })
  }
  if (!plan.sources.some((source) => source.role !== 'standby'))
    faults.push({ path: 'sources', code: 'no-main-source' })
  for (const [index, row] of plan.metering.entries()) {
    if (!numbers.includes(row.sourceNumber))
      faults.push({
        path: `metering.${index}.sourceNumber`,
        code: 'no-such-source',
        data: { number: row.sourceNumber },
      })
  }
  if (plan.voltageKv >= 1 !== (basis.voltageClass === 'hv'))
    faults.push({ path: 'voltageKv', code: 'other-voltage-class' })
  if (basis.voltageClass === 'hv' && plan.transformers.length === 0)
    faults.push({ path: 'transformers', code: 'required' })
  return faults
}

/** Every check that is not met needs its reason by name; a reason for a check nobody made is named, too. */
function faultsOfDeviations(plan: SupplyPlan, checks: readonly PlanCheck[]): Fault[] {
  const excused = new Set(plan.deviations.map((deviation) => deviation.check))
  const known = new Set(checks.map((check) => check.check))
  return [
    ...unmet(checks)
      .filter((check) => !excused.has(check.check))
      .map((check) => ({
        path: 'deviations',
        code: 'deviation-needs-reason',
        data: {
          check: check.check,
          name: checkName(check.check),
          number: check.number,
          limit: check.limit,
          source: check.source,
        },
      })),
    ...plan.deviations.flatMap((deviation, index) =>
      known.has(deviation.check)
        ? []
        : [{ path: `deviations.${index}.check`, code: 'unknown-check', data: { check: deviation.check } }],
    ),
  ]
}
