import type { ClockOwner } from '#casefile'
import type { ProcessGraph } from '#process'
import type { CaseHistory, TaskRun } from '../history/case-history.ts'

/** What a step is called and whose it is, as the published process says. */
export interface StepWords {
  readonly elementId: string
  /** In Chinese, as the process file names it. */
  readonly name: string
  readonly useCase: string
  readonly stage: string
  readonly owner: ClockOwner
}

/** The words of an element: from the processes given (the first that has it), else from the case that did it. */
export function stepWords(
  graphs: readonly ProcessGraph[],
  cases: readonly CaseHistory[],
): (elementId: string) => StepWords {
  return (elementId) => {
    const task = graphs.map((graph) => graph.taskById.get(elementId)).find((found) => found !== undefined)
    if (task) {
      const { name, useCase, stage, clockOwner } = task
      return { elementId, name, useCase, stage, owner: clockOwner }
    }
    const run = firstRun(cases, elementId)
    return { elementId, name: elementId, useCase: run?.useCase ?? '', stage: run?.stage ?? '', owner: 'company' }
  }
}

function firstRun(cases: readonly CaseHistory[], elementId: string): TaskRun | undefined {
  for (const { runs } of cases) {
    const run = runs.find((candidate) => candidate.elementId === elementId)
    if (run) return run
  }
  return undefined
}
