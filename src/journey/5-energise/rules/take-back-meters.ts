import type { CaseFile, NewFact } from '#casefile'
import { findMeters } from './energising-steps.ts'

/** Meters on the wall when the case goes back before metering: each is to be taken off, read and brought back. */
export function metersToTakeBack(file: CaseFile, because: string): NewFact[] {
  const installed = findMeters(file)
  if (!installed) return []
  const meterNumbers = installed.meters.map((meter) => meter.meterNumber)
  return [
    { type: 'meter-return-due', body: { meterNumbers, terminalNumber: installed.terminal.terminalNumber, because } },
  ]
}
