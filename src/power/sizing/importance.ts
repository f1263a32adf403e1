import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { TableRow } from '../standards/tables.ts'

export type ImportanceGrade = TableRow<'importanceGrades'>

/** Where one source of a customer comes from. */
export interface SourceOrigin {
  readonly substation: string
  readonly busSection: string
  /** The incoming line that feeds this bus section; two sections of one incomer are one source. */
  readonly incomer: string
}

export type SourceFault = 'sources.tooFew' | 'sources.sameSubstation' | 'sources.sameIncomer' | 'sources.sameBus'

/** What a customer's sources lack for its grade by GB/T 29328; empty when they suffice. */
export function checkSources(
  grade: ImportanceGrade,
  sources: readonly SourceOrigin[],
  hasTemporarySource = false,
): readonly SourceFault[] {
  const faults: SourceFault[] = []
  const isRelieved = grade.separation === 'two-buses-or-temporary-source' && hasTemporarySource
  if (sources.length + (isRelieved ? 1 : 0) < grade.minSources) faults.push('sources.tooFew')
  const substations = new Set(sources.map((source) => source.substation))
  const buses = new Set(sources.map((source) => `${source.substation}/${source.busSection}`))
  const incomers = new Set(sources.map((source) => source.incomer))
  if (sources.length < 2 || isRelieved) return faults
  switch (grade.separation) {
    case 'two-substations':
      if (substations.size < 2) faults.push('sources.sameSubstation')
      break
    case 'two-substations-or-two-sections':
      if (substations.size < 2 && buses.size < 2) faults.push('sources.sameBus')
      else if (substations.size < 2 && incomers.size < 2) faults.push('sources.sameIncomer')
      break
    case 'two-buses':
    case 'two-buses-or-temporary-source':
      if (buses.size < 2) faults.push('sources.sameBus')
      break
    case 'none':
      break
  }
  return faults
}

/** Smallest own emergency source (自备应急电源), kW, for a security load. */
export const getEmergencySourceKw = (securityLoadKw: number, parameters: readonly Parameter[]): number =>
  getParameter(parameters, 'emergency.minShareOfSecurityLoad') * securityLoadKw

/** Capacity on which the high-reliability charge falls: all circuits but the largest, kVA. */
export function getHighReliabilityKva(circuitKva: readonly number[]): number {
  if (circuitKva.length < 2) return 0
  return circuitKva.reduce((total, kva) => total + kva, 0) - Math.max(...circuitKva)
}

/** High-reliability charge (高可靠性供电费), fen; the price is the province's, in fen per kVA. */
export const getHighReliabilityFen = (circuitKva: readonly number[], fenPerKva: number): number =>
  Math.round(getHighReliabilityKva(circuitKva) * fenPerKva)
