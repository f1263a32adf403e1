/** The process engine: BPMN and DMN files compiled once, and a token game over plain JSON. Pure, no I/O. */
export { completeTask, openTasks, startProcess } from './advance.ts'
export type { Condition, Variables } from './condition.ts'
export type { DecisionRow, DecisionTable, HitPolicy } from './decision-table.ts'
export { canReach, type ProcessGraph, type TaskClockOwner, type UserTask } from './process-graph.ts'
export { returnTargets, returnTo } from './return-to.ts'
export type { Advance, ClosedTask, OpenTask, TokenState } from './token-state.ts'
