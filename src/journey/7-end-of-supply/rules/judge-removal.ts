import type { RemovedMeter } from '#casefile/form-shapes'
import { faultsOfReadings, type InstalledMeters } from '#journey/energise'
import type { Fault } from '#kernel'
import type { TakeBackMeters } from '../api.ts'

type Installed = InstalledMeters['meters'][number]

/** Every meter that hangs there is read and taken back, none forgotten, none that was never hung. */
export function faultsOfRemoval(form: TakeBackMeters, installed: readonly Installed[], toleranceKwh: number): Fault[] {
  const taken = form.removedMeters.map((meter) => meter.meterNumber)
  return [
    ...form.removedMeters.flatMap((meter, index) => {
      const path = `removedMeters.${index}`
      return [
        ...faultsOfMeter(
          meter,
          installed.find((entry) => entry.meterNumber === meter.meterNumber),
          path,
        ),
        ...faultsOfReadings(meter.lastReadings, toleranceKwh, `${path}.lastReadings`),
        ...(taken.indexOf(meter.meterNumber) < index
          ? [{ path: `${path}.meterNumber`, code: 'meter-number-twice', data: { number: meter.meterNumber } }]
          : []),
      ]
    }),
    ...installed
      .filter((meter) => !taken.includes(meter.meterNumber))
      .map(
        ({ meterNumber }): Fault => ({ path: 'removedMeters', code: 'meter-not-taken', data: { number: meterNumber } }),
      ),
    ...(form.terminalTaken ? [] : [{ path: 'terminalTaken', code: 'terminal-not-taken' }]),
  ]
}

function faultsOfMeter(meter: RemovedMeter, installed: Installed | undefined, path: string): Fault[] {
  const { meterNumber: number, lastReadings, sealsIntact, remark } = meter
  if (!installed) return [{ path: `${path}.meterNumber`, code: 'meter-not-of-this-supply', data: { number } }]
  const first = installed.readings.totalKwh ?? 0
  return [
    ...(lastReadings.totalKwh < first
      ? [{ path: `${path}.lastReadings.totalKwh`, code: 'last-below-first', data: { number, firstKwh: first } }]
      : []),
    ...(sealsIntact || remark.length >= 2 ? [] : [{ path: `${path}.remark`, code: 'broken-seals-need-words' }]),
  ]
}
