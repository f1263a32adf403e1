/** 方案比选: the front door of the room. */
export { proveHandedIn } from './look-around.ts'
export type { PlanOption, PlanOptions, ProvedPlan } from './plan-options.ts'
export { planOptionsRoutes } from './routes.ts'
