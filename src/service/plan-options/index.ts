/** 方案比选: the front door of the room. */
export type { PlanOption, PlanOptions } from './draft-plans.ts'
export { planReaders, planSigners } from './plan-readers.ts'
export { proveHandedIn } from './prove-handed-in.ts'
export type { ProvedPlan } from './prove-plan.ts'
export { planOptionsRoutes } from './routes.ts'
