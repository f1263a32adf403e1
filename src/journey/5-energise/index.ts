/** 装表接电: the front door of the room. */
import { checkBeforeEnergising } from './check-before-energising.ts'
import { checkOnLoad } from './check-on-load.ts'
import { energise } from './energise.ts'
import { installMeter } from './install-meter.ts'
import { permitEnergising } from './permit-energising.ts'
import { planOutage } from './plan-outage.ts'
import { signEnergisingForm } from './sign-energising-form.ts'
import { tieIn } from './tie-in.ts'

export { type Energised, findEnergising } from './rules/energising-form.ts'
export { energisingGate } from './rules/energising-gate.ts'
export { findMeters, type InstalledMeters } from './rules/energising-steps.ts'
export { findOldMeters, type SettledMeters } from './rules/old-meters.ts'
export { lastReadingsTable } from './rules/reading-tables.ts'
export { faultsOfRemovedMeters } from './rules/removed-meters.ts'
export { clockTime, faultsOfTime } from './rules/step-times.ts'

export {
  checkBeforeEnergising,
  checkOnLoad,
  energise,
  installMeter,
  permitEnergising,
  planOutage,
  signEnergisingForm,
  tieIn,
}

export const energiseUseCases = [
  installMeter,
  planOutage,
  tieIn,
  checkBeforeEnergising,
  permitEnergising,
  energise,
  checkOnLoad,
  signEnergisingForm,
]
