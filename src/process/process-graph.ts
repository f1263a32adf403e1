import type { Condition } from './condition.ts'

/** Whose clock runs while a task is open. */
export type TaskClockOwner = 'company' | 'customer' | 'government'

/** What a user task of a process file says about the work it stands for (attributes of the `tongdian` namespace). */
export interface UserTask {
  readonly id: string
  readonly name: string
  /** The use case whose form and rules do the work, kebab-case: `reply-supply-plan`. */
  readonly useCase: string
  readonly role: string
  /** Key of the stage (环节) the task belongs to. */
  readonly stage: string
  /** Which limit row counts while the task is open; undefined: none. */
  readonly limitRow?: string
  readonly clockOwner: TaskClockOwner
  readonly customerVisible: boolean
  /** Which kind of unit gets the work; undefined: the unit that has the case. */
  readonly unit?: string
}

/** A sequence flow, by node numbers of its graph. */
export interface Flow {
  readonly id: string
  /** Empty where it has none. */
  readonly name: string
  readonly source: number
  readonly target: number
  /** Undefined: unconditional. */
  readonly condition?: Condition
}

export type NodeKind = 'start' | 'end' | 'terminate' | 'task' | 'exclusive' | 'parallel'

/** A compiled element. Flows are numbers into `ProcessGraph.flows`, in document order. */
export interface GraphNode {
  readonly id: string
  readonly name: string
  readonly kind: NodeKind
  readonly incoming: readonly number[]
  readonly outgoing: readonly number[]
  /** The default flow of an exclusive split. */
  readonly defaultFlow?: number
}

/** A process file compiled once: everything the token game needs, by small integers. */
export interface ProcessGraph {
  readonly id: string
  readonly name: string
  readonly nodes: readonly GraphNode[]
  readonly flows: readonly Flow[]
  readonly start: number
  /** User tasks from start to end: a task stands after every task that leads to it, loops aside. */
  readonly tasks: readonly UserTask[]
  /** Stage keys in the order in which work flows through them; where it flows both ways, by their first task. */
  readonly stages: readonly string[]
  readonly taskById: ReadonlyMap<string, UserTask>
  readonly nodeById: ReadonlyMap<string, number>
  readonly flowById: ReadonlyMap<string, number>
  /** By node number: bit `j` is set when node `j` can be reached over one flow or more. */
  readonly reachable: readonly bigint[]
}

/** True when a token leaving `from` may come to `to` (over one flow or more; an element in a loop reaches itself). */
export function canReach(graph: ProcessGraph, from: string, to: string): boolean {
  const source = graph.nodeById.get(from)
  const target = graph.nodeById.get(to)
  if (source === undefined || target === undefined) return false
  return (((graph.reachable[source] ?? 0n) >> BigInt(target)) & 1n) === 1n
}
