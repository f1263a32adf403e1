import { type CaseFile, findBody } from '#casefile'
import { accept, type Result, refuse } from '#kernel'
import { type PlanRequest, readPlanRequest } from '#power'
import type { PlanBasis, Survey } from './plan-basis.ts'
import { type ChosenTransformer, draftByRules, type PlanRules, sourcesNeeded } from './propose-supply-plan.ts'

/** What a designer may ask otherwise than the rules propose. */
export interface PlanWishes {
  readonly laying?: 'overhead' | 'cable' | undefined
  readonly forceNewFeeder?: boolean | undefined
  /** For an increase: where the customer is fed today; kVA, at low voltage kW and the public transformer. */
  readonly present?:
    | { readonly feeder?: string | undefined; readonly point: string; readonly capacityKva: number }
    | undefined
  /** Transformers instead of the proposed ones. */
  readonly transformer?: ChosenTransformer | undefined
}

/**
 * What is asked of the network for a surveyed case. Refusals: `no-survey-position` where the survey has no position, and
 * those of the proposal by the rules.
 */
export function planRequestOf(
  file: CaseFile,
  basis: PlanBasis,
  rules: PlanRules,
  wishes: PlanWishes = {},
): Result<PlanRequest> {
  const survey = findBody<Survey & Record<string, never>>(file, 'site-surveyed')
  const location = survey?.location
  if (!survey || !location) return refuse({ code: 'no-survey-position' })
  const { kind } = file.state.profile
  const proposed = draftByRules(basis, rules, { transformer: wishes.transformer })
  if (!proposed.ok) return proposed
  const isHigh = basis.voltageClass === 'hv'
  const read = readPlanRequest('case', {
    // What an increase has already counts only where it is said where.
    business: kind === 'increase' && wishes.present ? 'increase' : kind === 'temporary' ? 'temporary' : 'new',
    location: { lon: location.longitude, lat: location.latitude },
    loadKw: basis.load.loadKw,
    cosPhi: Math.min(1, basis.load.cosPhi),
    voltageClass: isHigh ? 'high' : 'low',
    ...(isHigh && { capacityKva: proposed.value.approvedCapacityKva }),
    ...(isHigh && wishes.transformer && { transformer: wishes.transformer }),
    isThreePhase: basis.isThreePhase,
    grade: gradeOf(basis.importance),
    sources: sourcesOf(basis, sourcesNeeded(basis, rules)),
    customer: basis.category === 'agriculture' ? 'agriculture' : isHigh ? 'high-voltage' : 'other-100kw',
    laying: wishes.laying ?? 'cable',
    forceNewFeeder: wishes.forceNewFeeder === true,
    ...(wishes.present && { present: presentOf(wishes.present, isHigh, basis.load.cosPhi) }),
    harmonicCurrents: survey.harmonicCurrents ?? [],
    changingLoads: (survey.changingLoads ?? []).map(({ changeKw, changeKvar, perHour }) => ({
      changeMw: changeKw / 1000,
      changeMvar: changeKvar / 1000,
      perHour,
    })),
    ...(basis.securityLoadKw > 0 && { securityLoadKw: basis.securityLoadKw }),
  })
  return read.ok ? accept(read.value) : read
}

/** Low voltage is approved in kW; the engine counts kVA. */
const presentOf = (
  { feeder, point, capacityKva }: NonNullable<PlanWishes['present']>,
  isHigh: boolean,
  cosPhi: number,
): PlanRequest['present'] => ({
  ...(isHigh && feeder !== undefined && { feeder }),
  point,
  capacityKva: isHigh ? capacityKva : capacityKva / Math.min(1, cosPhi),
})

/** A grade that is only suspected is not one yet: the government confirms it. */
const gradeOf = (importance: string): string =>
  ['special', 'first', 'second', 'temporary'].includes(importance) ? importance : 'ordinary'

/** Second grade and temporary are served by two circuits; two sources are for higher grades and for who asks for them. */
function sourcesOf({ importance }: PlanBasis, count: number): PlanRequest['sources'] {
  if (count < 2) return 'single'
  return importance === 'second' || importance === 'temporary' ? 'double-circuit' : 'double-source'
}
