import type { CaseFile, GateItem } from '#casefile'
import { dateInShanghai } from '#kernel'
import { findMeters, type InstalledMeters } from './energising-steps.ts'
import { gateItem } from './gate-item.ts'

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
  ]
}
