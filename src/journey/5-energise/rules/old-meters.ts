import { type CaseFile, findBody, type NewFact } from '#casefile'
import type { MeterReadings } from '#casefile/form-shapes'
import { findExistingSupply } from '#journey/acceptance'
import type { SupplyPlan } from '#journey/supply-plan'
import type { Fault, JsonObject } from '#kernel'
import type { InstallMeter } from '../api.ts'
import { sameRatio } from './judge-metering.ts'
import { faultsOfRemovedMeters } from './removed-meters.ts'

/** What became of the meters of the supply before the increase: taken off with their last readings, or kept. */
export interface SettledMeters {
  readonly removed: readonly { readonly meterNumber: string; readonly lastReadings: MeterReadings }[]
  readonly kept: readonly string[]
}

export const findOldMeters = (file: CaseFile): SettledMeters | undefined =>
  findBody<SettledMeters & Record<string, never>>(file, 'old-meters-settled')

const oldNumbers = (file: CaseFile): readonly string[] =>
  findExistingSupply(file)?.meters.map((meter) => meter.meterNumber) ?? []

/** An old meter whose transformers have the planned ratio can stay; which point each stays at, in the order of the plan. */
function meterToKeep(file: CaseFile, planned: SupplyPlan['metering'], index: number): string | undefined {
  const old = findExistingSupply(file)?.meters[index]
  const point = planned[index]
  return old && point && sameRatio(old.ctRatio, point.ctRatio) ? old.meterNumber : undefined
}

/** The form as the plan and the present supply suggest it: what suffices stays, everything else comes off. */
export function proposeMeters(file: CaseFile, planned: SupplyPlan['metering']): JsonObject {
  const kept = planned.map((_, index) => meterToKeep(file, planned, index))
  const removed = oldNumbers(file).filter((number) => !kept.includes(number))
  return {
    meters: planned.map(({ point, accuracyClass, ctRatio }, index) => ({
      meteringPoint: point,
      ...(kept[index] ? { meterNumber: kept[index] } : {}),
      accuracyClass,
      ...(ctRatio ? { ctRatio } : {}),
    })),
    ...(removed.length > 0 ? { removedMeters: removed.map((meterNumber) => ({ meterNumber })) } : {}),
  }
}

/** Every old meter comes off with its last readings or stays on the wall, one of the two. */
export function faultsOfOldMeters(file: CaseFile, form: InstallMeter, toleranceKwh: number): Fault[] {
  const old = oldNumbers(file)
  const installed = form.meters.map((meter) => meter.meterNumber)
  const removed = form.removedMeters.map((meter) => meter.meterNumber)
  return [
    ...removed.flatMap((number, index) => {
      const at = { path: `removedMeters.${index}.meterNumber`, data: { number } }
      return [
        ...(old.includes(number) ? [] : [{ ...at, code: 'not-an-old-meter' }]),
        ...(installed.includes(number) ? [{ ...at, code: 'old-meter-kept-and-removed' }] : []),
      ]
    }),
    ...faultsOfRemovedMeters(form.removedMeters, toleranceKwh),
    ...old
      .filter((number) => !installed.includes(number) && !removed.includes(number))
      .map((number): Fault => ({ path: 'removedMeters', code: 'old-meter-unanswered', data: { number } })),
  ]
}

export function oldMetersFact(file: CaseFile, { meters, removedMeters, installedAt }: InstallMeter): NewFact[] {
  const old = oldNumbers(file)
  if (old.length === 0) return []
  const kept = meters.map((meter) => meter.meterNumber).filter((number) => old.includes(number))
  return [
    {
      type: 'old-meters-settled',
      happenedAt: new Date(installedAt).toISOString(),
      body: { removed: removedMeters, kept } as unknown as JsonObject,
    },
  ]
}
