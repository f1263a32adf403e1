import { type CaseFile, findBody } from '#casefile'

/** One circuit of the supply as the plan says it. */
export interface PlannedSource {
  readonly sourceNumber: number
  readonly voltageKv: number
  readonly capacityKva: number
  /** How the circuit comes in: `overhead`, `cable`, or `own` where the customer built the line. */
  readonly lineKind: string
  readonly boundary: string
}

/** One metering point as the plan says it. */
export interface PlannedMetering {
  readonly accuracyClass: string
  /** `100/5`; undefined where the meter is connected directly. */
  readonly ctRatio: string | undefined
}

/** What contract, energising and aftercare need of the supply plan the customer agreed to. */
export interface PlanInForce {
  readonly capacityKva: number
  readonly voltageKv: number
  readonly sources: readonly PlannedSource[]
  readonly metering: readonly PlannedMetering[]
  readonly tariffClass: string
  readonly province: string
}

/** The plan as it stands; undefined before there is one, or after a return voided it. */
export function findPlanInForce(file: CaseFile): PlanInForce | undefined {
  return findBody<PlanInForce & Record<string, never>>(file, 'supply-plan-drafted')
}
