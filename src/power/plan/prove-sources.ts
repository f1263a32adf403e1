import { accept, type Result } from '#kernel'
import { getHighReliabilityKva } from '../sizing/importance.ts'
import { type Combination, type OperatingMode, putTogether } from './combine.ts'
import type { AccessPlace, Drafting } from './drafting.ts'
import { getPlanCost, type PlanCost } from './quantities.ts'
import { type SourceOption, workOutOption } from './source-option.ts'

/** A plan of places a designer chose, proved like the drafted ones; it has no score, since it is ranked against none. */
export interface ChosenPlan extends Combination {
  readonly verdict: 'passes' | 'needs-exception'
  readonly cost: PlanCost
  readonly highReliabilityKva: number
}

/** Proves chosen access places together: every rule of each source, and those of the sources among themselves. */
export function proveSources(
  drafting: Drafting,
  places: readonly AccessPlace[],
  mode: OperatingMode,
): Result<ChosenPlan> {
  const options: SourceOption[] = []
  for (const place of places) {
    const option = workOutOption(drafting, place)
    if (!option.ok) return option
    options.push(option.value)
  }
  const combination = putTogether(drafting, options, mode)
  const { unitPrices, parameters } = drafting.standards
  return accept({
    ...combination,
    verdict: combination.passes ? 'passes' : 'needs-exception',
    cost: getPlanCost(combination, unitPrices, parameters),
    highReliabilityKva: getHighReliabilityKva(options.map((option) => option.capacityKva)),
  })
}
