import type { Observation, ObservedTask } from './observation.ts'

/** Hours of each observed task, by element. */
export interface TaskSamples {
  /** Office hours of work: one person works on one task at a time. */
  readonly work: ReadonlyMap<string, readonly number[]>
  /** Office hours a task lay before: in the queue, or for reasons a queue does not explain. */
  readonly lying: ReadonlyMap<string, readonly number[]>
  /** Hours by the clock of tasks that wait for customer or authority. */
  readonly customer: ReadonlyMap<string, readonly number[]>
}

/**
 * Tells work from waiting. The history knows when a task was taken and done, not when somebody had it in hand: work begins
 * when the task is taken, or when the same person's task before is done, whichever is later; before that it lay.
 */
export function measureTasks({ cases, office, waits }: Observation): TaskSamples {
  const work = new Map<string, number[]>()
  const lying = new Map<string, number[]>()
  const customer = new Map<string, number[]>()
  const free = new Map<string, number>()
  const inOrder = cases.flatMap(({ tasks }) => tasks).sort((a, b) => a.doneHours - b.doneHours)
  for (const task of inOrder) {
    const { elementId, openedHours, doneHours, person } = task
    if (waits.has(elementId)) {
      add(customer, elementId, Math.max(0, doneHours - openedHours))
      continue
    }
    const begun = begunHours(task, free.get(person) ?? Number.NEGATIVE_INFINITY)
    add(work, elementId, Math.max(0, office.elapsed(begun, doneHours)))
    add(lying, elementId, Math.max(0, office.elapsed(openedHours, begun)))
    free.set(person, doneHours)
  }
  return { work, lying, customer }
}

function begunHours({ openedHours, takenHours, doneHours }: ObservedTask, free: number): number {
  return Math.min(doneHours, Math.max(takenHours ?? openedHours, free))
}

function add(lists: Map<string, number[]>, key: string, value: number): void {
  const list = lists.get(key)
  if (list) list.push(value)
  else lists.set(key, [value])
}
