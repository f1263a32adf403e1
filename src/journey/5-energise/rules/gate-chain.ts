import { type CaseFile, findBody, type GateItem } from '#casefile'
import { findOutagePlan, findStep } from './energising-steps.ts'
import { gateItem } from './gate-item.ts'
import { clockTime } from './step-times.ts'

/** Steps that only a proof in the file opens: where the case is asked to go next decides how many of them count. */
export type GatedStep = 'tie-in' | 'permit-energising' | 'energise'

const stepItem = (file: CaseFile, item: string, step: Parameters<typeof findStep>[1]): GateItem => {
  const done = findStep(file, step)
  return gateItem(item, done !== undefined, done ? { at: clockTime(done.at) } : {})
}

/** The energising chain up to this step: outage plan, tie-in, check by two persons, the dispatcher's permission. */
export function gateOfChain(file: CaseFile, step: GatedStep): GateItem[] {
  const plan = findOutagePlan(file)
  const outage = gateItem(
    'outage-plan',
    plan !== undefined && plan.approvedBy !== '',
    plan ? { from: clockTime(plan.plannedFrom), to: clockTime(plan.plannedTo), approvedBy: plan.approvedBy } : {},
  )
  if (step === 'tie-in') return [outage]
  const before = [outage, stepItem(file, 'tie-in', 'tie-in'), checkItem(file)]
  return step === 'permit-energising'
    ? before
    : [...before, stepItem(file, 'energising-permission', 'permit-energising')]
}

function checkItem(file: CaseFile): GateItem {
  const check = findBody<{ firstChecker: string; secondChecker: string } & Record<string, never>>(
    file,
    'checked-before-energising',
  )
  const names = check ? [check.firstChecker, check.secondChecker].filter(Boolean) : []
  return gateItem('pre-energising-check', new Set(names).size === 2, { names: names.join('、') })
}
