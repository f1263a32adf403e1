import { type Levers, putAlongside } from '#insight'
import type { Fault } from '#kernel'
import type { WhatIfGround, WhatIfStep } from './what-if-basis.ts'

/** What scenarios change although the law forbids it, each with its rule: steps left out, and steps begun before one that must come first. */
export function lawFaults(scenarios: readonly Levers[], ground: WhatIfGround): readonly Fault[] {
  return scenarios.flatMap((scenario) => [...droppedFaults(scenario, ground), ...orderFaults(scenario, ground)])
}

const stepsById = ({ basis }: WhatIfGround) => new Map(basis.steps.map((step) => [step.elementId, step]))

function droppedFaults({ name, dropped = [] }: Levers, ground: WhatIfGround): readonly Fault[] {
  const steps = stepsById(ground)
  return dropped.flatMap((elementId): Fault[] => {
    const step = steps.get(elementId)
    if (step?.law?.effect !== 'refused') return []
    const { ruleZh, ruleEn } = step.law
    return [{ path: `${name}: ${step.name}`, code: 'step-required-by-law', data: { ruleZh, ruleEn } }]
  })
}

function orderFaults({ name, parallel = [] }: Levers, ground: WhatIfGround): readonly Fault[] {
  const steps = stepsById(ground)
  const reshaped = putAlongside(ground.task.graph, parallel)
  // What cannot be put alongside anything is said when the scenario is read.
  if (!reshaped.ok) return []
  return reshaped.value.together.flatMap(({ task, others }): Fault[] => {
    const step = steps.get(task)
    const rule = step && firstRule(step, others, steps)
    if (!rule) return []
    const { ruleZh, ruleEn } = rule
    return [{ path: `${name}: ${step.name}`, code: 'order-required-by-law', data: { ruleZh, ruleEn } }]
  })
}

/** The rule by which one of these must be done before the step begins. */
export function firstRule(
  step: Pick<WhatIfStep, 'mustFollow'>,
  others: readonly string[],
  steps: ReadonlyMap<string, Pick<WhatIfStep, 'useCase'>>,
): WhatIfStep['mustFollow'][number] | undefined {
  const earlier = new Set(others.map((elementId) => steps.get(elementId)?.useCase))
  return step.mustFollow.find((rule) => earlier.has(rule.earlier))
}
