import type { DistributionTransformer } from '../network/network.ts'
import { checkRule, type RuleCheck } from './check.ts'
import type { Drafting } from './drafting.ts'

export type Phase = 'A' | 'B' | 'C'

/** Highest currents of a transformer's three phases on its low side, A; undefined where one of them is not known. */
export function getPhaseCurrentsA({
  phaseAMaxA,
  phaseBMaxA,
  phaseCMaxA,
}: DistributionTransformer): Readonly<Record<Phase, number>> | undefined {
  if (phaseAMaxA === undefined || phaseBMaxA === undefined || phaseCMaxA === undefined) return undefined
  return { A: phaseAMaxA, B: phaseBMaxA, C: phaseCMaxA }
}

/** The phase a single-phase load of `loadA` goes on: the least loaded, the first of equal ones. */
export function chooseLeastLoadedPhase(currentsA: Readonly<Record<Phase, number>>): Phase {
  return (['B', 'C'] as const).reduce<Phase>(
    (least, phase) => (currentsA[phase] < currentsA[least] ? phase : least),
    'A',
  )
}

/** Unbalance of the phase currents of a transformer, share of the highest: (Imax − Imin) / Imax (Q/GDW 1519). */
export function getPhaseUnbalance(currentsA: Readonly<Record<Phase, number>>): number {
  const all = Object.values(currentsA)
  const highest = Math.max(...all)
  return highest === 0 ? 0 : (highest - Math.min(...all)) / highest
}

/**
 * Balance of the transformer's phases with a single-phase load on the least loaded one. A load that makes the phases
 * more even passes even where they stay beyond the limit: the customer does not answer for what was there before.
 * Where the currents are not listed the rule cannot speak, and the phase is chosen on site.
 */
export function checkPhaseBalance(
  { standards, need }: Drafting,
  transformer: DistributionTransformer,
  loadA: number,
): { readonly phase: Phase | undefined; readonly checks: readonly RuleCheck[] } {
  if (need.voltage.phases !== 1) return { phase: undefined, checks: [] }
  const row = standards.parameters.find(({ name }) => name === 'lowVoltage.maxPhaseUnbalance')
  const from = row ?? { source: 'Q/GDW 1519', confidence: 'M~' as const }
  const before = getPhaseCurrentsA(transformer)
  const asked = { rule: 'lowVoltage.phaseUnbalance', at: transformer.name, comparison: '<=', unit: '' } as const
  if (!before || !row)
    return {
      phase: undefined,
      checks: [checkRule({ ...asked, value: null, limit: row?.value ?? 0, isHard: false }, from)],
    }
  const phase = chooseLeastLoadedPhase(before)
  const value = getPhaseUnbalance({ ...before, [phase]: before[phase] + loadA })
  const limit = Math.max(row.value, getPhaseUnbalance(before))
  return { phase, checks: [checkRule({ ...asked, value, limit }, from)] }
}
