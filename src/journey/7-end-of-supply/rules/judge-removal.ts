import { faultsOfRemovedMeters, type InstalledMeters } from '#journey/energise'
import type { Fault } from '#kernel'
import type { TakeBackMeters } from '../api.ts'

type Installed = InstalledMeters['meters'][number]

/** Every meter that hangs there is read and taken back, none forgotten, none that was never hung. */
export function faultsOfRemoval(form: TakeBackMeters, installed: readonly Installed[], toleranceKwh: number): Fault[] {
  const taken = form.removedMeters.map((meter) => meter.meterNumber)
  return [
    ...faultsOfRemovedMeters(form.removedMeters, toleranceKwh),
    ...form.removedMeters.flatMap(({ meterNumber: number, lastReadings }, index): Fault[] => {
      const path = `removedMeters.${index}`
      const hung = installed.find((meter) => meter.meterNumber === number)
      if (!hung) return [{ path: `${path}.meterNumber`, code: 'meter-not-of-this-supply', data: { number } }]
      const firstKwh = hung.readings.totalKwh ?? 0
      return lastReadings.totalKwh < firstKwh
        ? [{ path: `${path}.lastReadings.totalKwh`, code: 'last-below-first', data: { number, firstKwh } }]
        : []
    }),
    ...installed
      .filter((meter) => !taken.includes(meter.meterNumber))
      .map(
        ({ meterNumber }): Fault => ({ path: 'removedMeters', code: 'meter-not-taken', data: { number: meterNumber } }),
      ),
    ...(form.terminalTaken ? [] : [{ path: 'terminalTaken', code: 'terminal-not-taken' }]),
  ]
}
