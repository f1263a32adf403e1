import type { CaseFile, PublishedStandards } from '#casefile'
import { accept, type PlainDate, type Result } from '#kernel'
import type { PowerStandards, VoltageLevel } from '#power'
import type { PlanMetering, SupplyPlan } from '../api.ts'
import { chooseSupplyVoltage } from './choose-supply-voltage.ts'
import { compensate } from './compensate.ts'
import { meterSource, tariffOf } from './meter-sources.ts'
import { type PlanBasis, readPlanBasis } from './plan-basis.ts'
import { proposeSources } from './propose-sources.ts'
import { type ChosenTransformer, sizeTransformers, takeTransformers, totalKva } from './size-transformers.ts'

export type { ChosenTransformer } from './size-transformers.ts'

/** Today's rules, as the proposal and the checks need them. */
export interface PlanRules {
  readonly standards: PublishedStandards
  readonly power: PowerStandards
  readonly today: PlainDate
}

export const planRules = (standards: PublishedStandards, today: PlainDate): PlanRules => ({
  standards,
  power: standards.powerOn(today),
  today,
})

/**
 * The whole plan form drafted by the published rules from survey and equipment list. What only the network knows
 * (substation, feeder, access point, names in the boundary) is left blank for the designer.
 * Refusals: `no-survey`, `voltage.noLevel`, `metering.currentBeyondTable`, `transformer.*`, `load.faulty`.
 */
export function proposeSupplyPlan(file: CaseFile, standards: PublishedStandards, today: PlainDate): Result<SupplyPlan> {
  const rules = planRules(standards, today)
  const basis = readPlanBasis(file, rules.power)
  return basis.ok ? draftByRules(basis.value, rules) : basis
}

/** What stands otherwise than the rules alone would have it. */
export interface PlanChoices {
  /** What the designer chose instead of the smallest size that does. */
  readonly transformer?: ChosenTransformer | undefined
  /** The voltage that the network there has: 20 kV where its lines are. */
  readonly voltageKv?: number | undefined
}

/** The same from a basis already read. */
export function draftByRules(
  basis: PlanBasis,
  rules: PlanRules,
  { transformer, voltageKv: networkKv }: PlanChoices = {},
): Result<SupplyPlan> {
  const { power } = rules
  const transformers = transformer ? takeTransformers(transformer, basis, power) : sizeTransformers(basis, power)
  if (!transformers.ok) return transformers
  const approvedCapacityKva = basis.voltageClass === 'hv' ? totalKva(transformers.value) : basis.capacityKva
  const level = chooseSupplyVoltage(
    { loadKw: basis.load.loadKw, capacityKva: approvedCapacityKva, isThreePhase: basis.isThreePhase },
    basis.voltageClass,
    power.voltageLevels.flatMap((row) => atNetwork(row, networkKv)),
  )
  if (!level.ok) return level
  const voltageKv = level.value.kv
  const sources = proposeSources(basis, sourcesNeeded(basis, rules), approvedCapacityKva, voltageKv, power)
  const sized = { approvedCapacityKva, voltageKv, transformers: [...transformers.value], sources: [...sources] }
  const metering = proposeMetering(sized, basis, rules)
  if (!metering.ok) return metering
  return accept({
    ...sized,
    phases: level.value.phases === 1 ? 'single-phase' : 'three-phase',
    compensationKvar: compensate(basis, voltageKv, totalKva(transformers.value), power).kvar,
    metering: metering.value,
    customerWorks: basis.customerWorks,
    gridWorks: basis.gridWorks,
    dispatched: isDispatched(
      { voltageKv, capacityKva: approvedCapacityKva, sources: sources.length, ownGenerator: basis.ownGeneratorKw > 0 },
      rules,
    ),
    ownGeneratorKw: basis.ownGeneratorKw,
    securityLoadKw: basis.securityLoadKw,
    deviations: [],
    opinion: '',
  })
}

/** A level of the network there applies whatever its scope, and no other does. */
const atNetwork = (row: VoltageLevel, networkKv: number | undefined): VoltageLevel[] => {
  if (networkKv === undefined) return [row]
  return row.kv === networkKv ? [{ ...row, scope: '' }] : []
}

/** As many sources as were asked for, and never fewer than the customer's grade needs (GB/T 29328). */
export function sourcesNeeded(basis: PlanBasis, { standards, today }: PlanRules): number {
  const rows = standards.decide('importance', { importance: basis.importance }, today)
  const least = rows.ok ? Number(rows.value[0]?.outputs.minSources ?? 1) : 1
  return Math.max(basis.sources, least)
}

/** What the table `dispatch-scope` asks of a plan. */
export interface DispatchFacts {
  readonly voltageKv: number
  readonly capacityKva: number
  readonly sources: number
  readonly ownGenerator: boolean
}

/** Does the dispatcher command the customer's station (调度管辖)? */
export function isDispatched(facts: DispatchFacts, { standards, today }: PlanRules): boolean {
  const rows = standards.decide('dispatch-scope', { ...facts }, today)
  return rows.ok && rows.value[0]?.outputs.dispatched === true
}

/** What the metering of these sources must be by the rules. */
export function proposeMetering(
  plan: Pick<SupplyPlan, 'approvedCapacityKva' | 'voltageKv' | 'transformers' | 'sources'>,
  basis: PlanBasis,
  { standards, power, today }: PlanRules,
): Result<PlanMetering[]> {
  const tariff = tariffOf(basis.category, plan.voltageKv, plan.approvedCapacityKva, standards, today)
  if (!tariff.ok) return tariff
  const rows: PlanMetering[] = []
  for (const [index, source] of plan.sources.entries()) {
    const row = meterSource(source, index + 1, plan, tariff.value, power)
    if (!row.ok) return row
    rows.push(row.value)
  }
  return accept(rows)
}
