import type { ProcessGraph } from '#process'
import type { CaseState } from '../case-state.ts'

export interface StageView {
  readonly stage: string
  readonly state: 'done' | 'now' | 'next'
  readonly startedAt?: string
  readonly endedAt?: string
  /** Who works in the stage: owners of its tasks, for what lies ahead. */
  readonly owners: readonly string[]
  readonly steps: readonly {
    readonly elementId: string
    readonly name: string
    readonly useCase: string
    readonly owner: string
    readonly customerVisible: boolean
    readonly state: 'done' | 'now' | 'next'
    readonly at?: string
    readonly by?: string
  }[]
}

/** The stage track: what is done, where the case stands, what comes, in the order of the case's own process. */
export function viewStages(state: CaseState, graph: ProcessGraph | undefined): readonly StageView[] {
  if (!graph) return []
  return graph.stages.map((stage) => {
    const records = state.stages.filter((record) => record.stage === stage)
    const active = records.find((record) => record.endedAt === undefined)
    const last = records.at(-1)
    const tasks = graph.tasks.filter((task) => task.stage === stage)
    return {
      stage,
      state: active ? 'now' : last ? 'done' : 'next',
      ...(records[0] ? { startedAt: records[0].startedAt } : {}),
      ...(!active && last?.endedAt ? { endedAt: last.endedAt } : {}),
      owners: [...new Set(tasks.map((task) => task.clockOwner))],
      steps: tasks.map((task) => viewStep(state, task)),
    }
  })
}

function viewStep(state: CaseState, task: ProcessGraph['tasks'][number]): StageView['steps'][number] {
  const done = state.completed.findLast((entry) => entry.elementId === task.id && !entry.voided)
  const open = [...state.tasks.values()].some((entry) => entry.elementId === task.id)
  return {
    elementId: task.id,
    name: task.name,
    useCase: task.useCase,
    owner: task.role === 'customer' ? 'customer' : task.clockOwner,
    customerVisible: task.customerVisible,
    state: open ? 'now' : done ? 'done' : 'next',
    ...(done && !open ? { at: done.completedAt, by: done.actor } : {}),
  }
}
