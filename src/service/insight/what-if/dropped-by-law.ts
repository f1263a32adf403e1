import type { Levers } from '#insight'
import type { Fault } from '#kernel'
import type { WhatIfBasis } from './what-if-basis.ts'

/** Steps that scenarios leave out although the law demands them, each with its rule. */
export function lawFaults(scenarios: readonly Levers[], { steps }: Pick<WhatIfBasis, 'steps'>): readonly Fault[] {
  return scenarios.flatMap(({ name, dropped = [] }) =>
    dropped.flatMap((elementId): Fault[] => {
      const step = steps.find((each) => each.elementId === elementId)
      if (step?.law?.effect !== 'refused') return []
      const { ruleZh, ruleEn } = step.law
      return [{ path: `${name}: ${step.name}`, code: 'step-required-by-law', data: { ruleZh, ruleEn } }]
    }),
  )
}
