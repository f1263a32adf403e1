import { getConnectionKind, type PowerStandards, wordDemarcation } from '#power'
import { mostCircuits, type PlanSource } from '../api.ts'
import { chooseLine } from './conduct-source.ts'
import type { PlanBasis } from './plan-basis.ts'

/** Stands in a proposed wording where the designer has to write the name of the place. */
export const unnamedPlace = '＿＿'

/**
 * 电源方案: one row for each source, each able to carry the whole capacity. Substation, feeder and access point are the
 * designer's to name; line, length and boundary are a first proposal.
 */
export function proposeSources(
  basis: PlanBasis,
  count: number,
  capacityKva: number,
  voltageKv: number,
  power: PowerStandards,
): readonly PlanSource[] {
  return Array.from({ length: count }, (_, index) => proposeSource(basis, index, count, capacityKva, voltageKv, power))
}

function proposeSource(
  basis: PlanBasis,
  index: number,
  count: number,
  capacityKva: number,
  voltageKv: number,
  power: PowerStandards,
): PlanSource {
  const layingMethod = voltageKv < 1 ? ('tray' as const) : ('direct-buried' as const)
  const line = { voltageKv, capacityKva, lengthM: basis.lineDistanceM, layingMethod }
  const { conductor, circuits } = proposeLine(line, basis, power)
  return {
    sourceNumber: index + 1,
    role: index === 0 ? 'main' : 'standby',
    operationMode: count === 1 ? 'single' : 'main-and-standby',
    substation: '',
    busSection: '',
    incomer: '',
    feeder: '',
    accessPoint: '',
    lineKind: 'cable',
    conductor,
    circuits,
    boundaryPoint: proposeBoundary(voltageKv, power),
    protection: '',
    ...(index === 0 && basis.existingKva > 0 && { existingKva: basis.existingKva }),
    ...line,
  }
}

/** One conductor of the catalogue, or as few equal ones side by side as carry the source; blank where none does. */
function proposeLine(
  line: Pick<PlanSource, 'voltageKv' | 'capacityKva' | 'lengthM' | 'layingMethod'>,
  basis: PlanBasis,
  power: PowerStandards,
): Pick<PlanSource, 'conductor' | 'circuits'> {
  for (let circuits = 1; circuits <= mostCircuits; circuits += 1) {
    const chosen = chooseLine({ ...line, circuits }, 'cable', basis, power)
    if (chosen.ok) return { conductor: chosen.value.model, circuits }
  }
  return { conductor: '', circuits: 1 }
}

/** 产权分界点 by the published wording; names of places are left open. */
function proposeBoundary(voltageKv: number, power: PowerStandards): string {
  const kind = getConnectionKind({ supplyKv: voltageKv, laying: 'cable' })
  const open = { pole: unnamedPlace, bay: unnamedPlace, station: unnamedPlace }
  return wordDemarcation(kind, open, power.demarcationPoints).textZh
}
