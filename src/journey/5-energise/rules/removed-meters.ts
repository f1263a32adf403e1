import type { RemovedMeter } from '#casefile/form-shapes'
import type { Fault } from '#kernel'
import { faultsOfReadings } from './judge-metering.ts'

/** What is wrong with meters taken off, each in itself; which meters they have to be is for the step that takes them off to say. */
export function faultsOfRemovedMeters(removed: readonly RemovedMeter[], toleranceKwh: number): Fault[] {
  const numbers = removed.map((meter) => meter.meterNumber)
  return removed.flatMap(({ meterNumber: number, lastReadings, sealsIntact, remark }, index) => {
    const path = `removedMeters.${index}`
    return [
      ...(numbers.indexOf(number) < index
        ? [{ path: `${path}.meterNumber`, code: 'meter-number-twice', data: { number } }]
        : []),
      ...(sealsIntact || remark.length >= 2 ? [] : [{ path: `${path}.remark`, code: 'broken-seals-need-words' }]),
      ...faultsOfReadings(lastReadings, toleranceKwh, `${path}.lastReadings`),
    ]
  })
}
