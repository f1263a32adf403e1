import type { CaseFile, GateItem, PublishedStandards } from '#casefile'
import type { PlainDate } from '#kernel'
import { gateOfAgreements } from './gate-agreements.ts'
import { type GatedStep, gateOfChain } from './gate-chain.ts'
import { gateOfMetering } from './gate-metering.ts'
import { gateOfWorks } from './gate-works.ts'

/**
 * The safety gate before tie-in (停电/带电接火), the dispatcher's permission and energising (送电): everything that must stand,
 * each item met or missing, with its proof. It reads facts only: no role, no process variant and no green channel
 * goes round it. Asked for no step, it answers for energising, which is what the case page shows.
 */
export function energisingGate(
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
  step: GatedStep = 'energise',
): GateItem[] {
  return [
    ...gateOfWorks(file, standards, today),
    ...gateOfAgreements(file, standards, today),
    ...gateOfMetering(file),
    ...gateOfChain(file, step),
  ]
}
