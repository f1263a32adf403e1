import type { Result } from '#kernel'
import type { OperatingMode, SourceDescription } from '#power'
import type { PlanSource, SupplyPlan } from '../api.ts'
import type { PlanBasis } from './plan-basis.ts'
import { draftByRules, type PlanRules, proposeMetering } from './propose-supply-plan.ts'

/** The form of a plan whose sources the network gave: names, lines and routes filled in, everything else by the rules. */
export function planOfOption(
  sources: readonly SourceDescription[],
  mode: OperatingMode,
  basis: PlanBasis,
  rules: PlanRules,
): Result<SupplyPlan> {
  const proposed = draftByRules(basis, rules)
  if (!proposed.ok) return proposed
  const { voltageKv } = proposed.value
  const plan = {
    ...proposed.value,
    sources: sources.map((source, at) => planSourceOf(source, at, mode, voltageKv)),
  }
  const metering = proposeMetering(plan, basis, rules)
  return metering.ok ? { ok: true, value: { ...plan, metering: metering.value } } : metering
}

const protectionWords = {
  'phase-and-earth-fault': '过流、速断和零序保护',
  'fuse-or-breaker': '熔断器或断路器',
} as const

function planSourceOf(source: SourceDescription, at: number, mode: OperatingMode, voltageKv: number): PlanSource {
  const isOverhead = source.laying === 'overhead'
  return {
    sourceNumber: at + 1,
    role: source.role === 'equal' ? (mode === 'mutual-backup' ? 'mutual' : 'main') : source.role,
    operationMode: mode,
    substation: source.substation,
    busSection: source.busSection,
    incomer: source.incomer,
    feeder: source.feeder ?? `${source.busSection}新出线`,
    accessPoint: source.accessPoint,
    voltageKv,
    capacityKva: source.capacityKva,
    lineKind: isOverhead ? 'overhead' : 'cable',
    conductor: source.conductor,
    lengthM: Math.round(source.route.lengthM),
    route: source.route.points.map(({ lon, lat }) => ({ longitude: round(lon), latitude: round(lat) })),
    boundaryPoint: source.demarcation.textZh,
    protection: protectionWords[source.protection],
    circuits: 1,
    layingMethod: isOverhead ? 'pole' : 'direct-buried',
  }
}

/** A seventh place of a degree is a centimetre. */
const round = (degrees: number): number => Number(degrees.toFixed(7))
