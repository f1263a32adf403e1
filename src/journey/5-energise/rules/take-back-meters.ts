import type { CaseFile, NewFact } from '#casefile'
import { findMeters } from './energising-steps.ts'
import { findOldMeters } from './old-meters.ts'

/**
 * Meters on the wall when the case goes back before metering: each is to be taken off, read and brought back; those of the supply
 * before the increase are put back, for that supply goes on.
 */
export function metersToTakeBack(file: CaseFile, because: string): NewFact[] {
  const installed = findMeters(file)
  if (!installed) return []
  const old = findOldMeters(file)
  const meterNumbers = installed.meters
    .map((meter) => meter.meterNumber)
    .filter((number) => !old?.kept.includes(number))
  const putBack = old?.removed.map((meter) => meter.meterNumber) ?? []
  const { terminalNumber } = installed.terminal
  return [
    {
      type: 'meter-return-due',
      body: { meterNumbers, terminalNumber, because, ...(putBack.length > 0 ? { putBack } : {}) },
    },
  ]
}
