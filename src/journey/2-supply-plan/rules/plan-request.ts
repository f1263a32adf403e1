import { type CaseFile, findBody } from '#casefile'
import { accept, type Result, refuse } from '#kernel'
import { type PlanRequest, readPlanRequest } from '#power'
import type { PlanBasis, Survey } from './plan-basis.ts'
import { draftByRules, type PlanRules, sourcesNeeded } from './propose-supply-plan.ts'

/** What a designer may ask otherwise than the rules propose. */
export interface PlanWishes {
  readonly laying?: 'overhead' | 'cable' | undefined
  readonly forceNewFeeder?: boolean | undefined
  /** For an increase: where the customer is fed today. */
  readonly present?: { readonly feeder: string; readonly point: string; readonly capacityKva: number } | undefined
}

/**
 * What is asked of the network for a surveyed case. Refusals: `no-survey-position` where the survey has no position,
 * `present-source-needed` for an increase without its present source, and those of the proposal by the rules.
 */
export function planRequestOf(
  file: CaseFile,
  basis: PlanBasis,
  rules: PlanRules,
  wishes: PlanWishes = {},
): Result<PlanRequest> {
  const location = findBody<Survey & Record<string, never>>(file, 'site-surveyed')?.location
  if (!location) return refuse({ code: 'no-survey-position' })
  const isIncrease = file.state.profile.kind === 'increase'
  if (isIncrease && !wishes.present) return refuse({ code: 'present-source-needed' })
  const proposed = draftByRules(basis, rules)
  if (!proposed.ok) return proposed
  const isHigh = basis.voltageClass === 'hv'
  const read = readPlanRequest('case', {
    business: isIncrease ? 'increase' : file.state.profile.kind === 'temporary' ? 'temporary' : 'new',
    location: { lon: location.longitude, lat: location.latitude },
    loadKw: basis.load.loadKw,
    cosPhi: Math.min(1, basis.load.cosPhi),
    ...(isHigh && { capacityKva: proposed.value.approvedCapacityKva }),
    isThreePhase: basis.isThreePhase,
    grade: gradeOf(basis.importance),
    sources: sourcesOf(basis, sourcesNeeded(basis, rules)),
    customer: basis.category === 'agriculture' ? 'agriculture' : isHigh ? 'high-voltage' : 'other-100kw',
    laying: wishes.laying ?? 'cable',
    forceNewFeeder: wishes.forceNewFeeder === true,
    ...(wishes.present && { present: wishes.present }),
    ...(basis.securityLoadKw > 0 && { securityLoadKw: basis.securityLoadKw }),
  })
  return read.ok ? accept(read.value) : read
}

/** A grade that is only suspected is not one yet: the government confirms it. */
const gradeOf = (importance: string): string =>
  ['special', 'first', 'second', 'temporary'].includes(importance) ? importance : 'ordinary'

/** Second grade and temporary are served by two circuits; two sources are for higher grades and for who asks for them. */
function sourcesOf({ importance }: PlanBasis, count: number): PlanRequest['sources'] {
  if (count < 2) return 'single'
  return importance === 'second' || importance === 'temporary' ? 'double-circuit' : 'double-source'
}
