import type { CaseFile, GateItem } from '#casefile'
import { findExistingSupply } from '#journey/acceptance'
import { dateInShanghai } from '#kernel'
import { findMeters, type InstalledMeters } from './energising-steps.ts'
import { gateItem } from './gate-item.ts'
import { findOldMeters } from './old-meters.ts'

type Meter = InstalledMeters['meters'][number]

const numbers = (meters: readonly Meter[]) => meters.map((meter) => meter.meterNumber).join('、')

/** Meter verified, sealed, wired right, its terminal online; each item names the meters it fails for. */
export function gateOfMetering(file: CaseFile): GateItem[] {
  const installed = findMeters(file)
  const meters = installed?.meters ?? []
  const installedOn = installed ? dateInShanghai(new Date(installed.installedAt)) : ''
  const check = (item: string, holds: (meter: Meter) => boolean) => {
    const failing = meters.filter((meter) => !holds(meter))
    return gateItem(item, meters.length > 0 && failing.length === 0, { meters: numbers(failing), count: meters.length })
  }
  return [
    check('meter-verified', (meter) => meter.certificateNumber !== '' && meter.verifiedOn <= installedOn),
    check('meter-sealed', (meter) => meter.seals.length > 0),
    check('meter-wiring', (meter) => meter.wiringCorrect && (meter.ctRatio === undefined || meter.ctPolarityChecked)),
    gateItem('terminal-online', installed?.terminal.online === true, {
      terminalNumber: installed?.terminal.terminalNumber ?? '',
    }),
    ...oldMetersItem(file),
  ]
}

/** Of an increase: no energy runs through a meter that neither contract counts. */
function oldMetersItem(file: CaseFile): GateItem[] {
  const existing = findExistingSupply(file)
  if (!existing) return []
  const settled = findOldMeters(file)
  const answered = new Set([...(settled?.kept ?? []), ...(settled?.removed ?? []).map((meter) => meter.meterNumber)])
  const open = existing.meters.map((meter) => meter.meterNumber).filter((number) => !answered.has(number))
  return [gateItem('old-meters', open.length === 0, { meters: open.join('、'), count: existing.meters.length })]
}
