/** The process engine: BPMN and DMN files compiled once, and a token game over plain JSON. Pure, no I/O. */
export { readProcess } from './bpmn/read-process.ts'
export type { Condition, Variables } from './condition.ts'
export type { DecisionRow, DecisionTable, HitPolicy } from './dmn/decision-table.ts'
export { completeTask, openTasks, startProcess } from './game/advance.ts'
export { returnTargets, returnTo } from './game/return-to.ts'
export type { Advance, ClosedTask, OpenTask, TokenState } from './game/token-state.ts'
export { canReach, type ProcessGraph, type TaskClockOwner, type UserTask } from './process-graph.ts'
