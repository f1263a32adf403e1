import type { PublishedStandards } from '#casefile'
import { accept, type Fault, type PlainDate, type Result } from '#kernel'
import type { RegisterOwnGenerator } from '../api.ts'

/** What GB/T 29328 asks of the own emergency source (自备应急电源) of a customer of this grade. */
export interface EmergencyNeed {
  readonly important: boolean
  readonly gradeZh: string
  readonly securityLoadKw: number
  /** Capacity of the emergency source to the security load; 0 for an ordinary customer. */
  readonly ratio: number
  /** Smallest capacity; 0 for an ordinary customer. */
  readonly neededKw: number
}

/** The need by the table `importance`: its ratio times the security load, in whole watts so that 1.2 × 200 is 240. */
export function findEmergencyNeed(
  importance: string,
  securityLoadKw: number,
  standards: PublishedStandards,
  today: PlainDate,
): Result<EmergencyNeed> {
  const rows = standards.decide('importance', { importance }, today)
  if (!rows.ok) return rows
  const outputs = rows.value[0]?.outputs
  const ratio = outputs?.ownEmergencyRatio
  const important = typeof ratio === 'number'
  return accept({
    important,
    gradeZh: String(outputs?.nameZh ?? importance),
    securityLoadKw,
    ratio: important ? ratio : 0,
    neededKw: important ? Math.round(ratio * securityLoadKw * 1000) / 1000 : 0,
  })
}

export const totalKw = (generators: RegisterOwnGenerator['generators']) =>
  generators.reduce((total, generator) => total + generator.capacityKw, 0)

/** Everything a registration lacks, at once: interlocks, agreement, and for important customers size and other measures. */
export function faultsOfRegistration(form: RegisterOwnGenerator, need: EmergencyNeed): readonly Fault[] {
  const faults: Fault[] = form.generators.flatMap(({ interlockChecked, model }, index) =>
    interlockChecked
      ? []
      : [{ path: `generators.${index}.interlockChecked`, code: 'interlock-not-checked', data: { model } }],
  )
  if (!form.agreementSigned) faults.push({ path: 'agreementSigned', code: 'agreement-not-signed' })
  if (!need.important) return faults
  const haveKw = totalKw(form.generators)
  const { gradeZh, securityLoadKw, neededKw } = need
  if (securityLoadKw <= 0) faults.push({ path: 'securityLoadKw', code: 'security-load-unknown', data: { gradeZh } })
  if (haveKw < neededKw) {
    const data = { gradeZh, haveKw, neededKw, securityLoadKw }
    faults.push({ path: 'generators', code: 'emergency-source-too-small', data })
  }
  if (form.nonElectricalMeasures.trim() === '') {
    faults.push({ path: 'nonElectricalMeasures', code: 'non-electrical-measures-missing', data: { gradeZh } })
  }
  return faults
}
