import type { PlanPrecondition } from '#casefile'
import type { Result } from '#kernel'
import type { OperatingMode, SourceDescription } from '#power'
import type { PlanSource, SupplyPlan } from '../api.ts'
import type { PlanBasis } from './plan-basis.ts'
import { draftByRules, type PlanChoices, type PlanRules, proposeMetering } from './propose-supply-plan.ts'
import { kvWords } from './words.ts'

/** The form of a plan whose sources the network gave: names, lines and routes filled in, everything else by the rules. */
export function planOfOption(
  sources: readonly SourceDescription[],
  mode: OperatingMode,
  basis: PlanBasis,
  rules: PlanRules,
  choices: PlanChoices = {},
): Result<SupplyPlan> {
  const proposed = draftByRules(basis, rules, choices)
  if (!proposed.ok) return proposed
  const { voltageKv, approvedCapacityKva } = proposed.value
  const preconditions = preconditionsOf(sources)
  const plan = {
    ...proposed.value,
    gridWorks: proposed.value.gridWorks || preconditions.length > 0,
    sources: sources.map((source, at) =>
      source.kind === 'public-transformer'
        ? lowVoltageSourceOf(source, voltageKv, approvedCapacityKva, basis.existingKva)
        : planSourceOf(source, at, mode, voltageKv),
    ),
    ...(preconditions.length > 0 && { preconditions }),
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
    ...(source.isPresent && { existingKva: Math.round(source.capacityKva - source.addedKva) }),
  }
}

/** From a public transformer, which stands where a form of higher voltage names the feeder; capacity in kW as approved. */
function lowVoltageSourceOf(
  source: SourceDescription,
  voltageKv: number,
  approvedKw: number,
  existingKw: number,
): PlanSource {
  const { phase } = source
  return {
    ...planSourceOf(source, 0, 'single', voltageKv),
    busSection: '',
    incomer: '',
    feeder: source.accessPoint,
    accessPoint: `${source.accessPoint} ${kvWords(voltageKv)}出线`,
    capacityKva: approvedKw,
    protection: '',
    ...(source.isPresent && { existingKva: existingKw }),
    ...(phase !== null && { phase }),
  }
}

/** What the company has to change first, source by source. */
export const preconditionsOf = (sources: readonly SourceDescription[]): PlanPrecondition[] =>
  sources.flatMap(({ transfer, transformerTransfer }, at): PlanPrecondition[] => [
    ...(transfer
      ? [
          {
            sourceNumber: at + 1,
            kind: 'load-transfer' as const,
            to: transfer.toFeeder,
            kva: Math.round(transfer.kva),
            closeSwitch: transfer.closeSwitch,
            openSection: transfer.openSection,
          },
        ]
      : []),
    ...(transformerTransfer
      ? [
          {
            sourceNumber: at + 1,
            kind: 'feeder-move' as const,
            to: transformerTransfer.toBusSection,
            kva: Math.round(transformerTransfer.kva),
          },
        ]
      : []),
  ])

/** A seventh place of a degree is a centimetre. */
const round = (degrees: number): number => Number(degrees.toFixed(7))
