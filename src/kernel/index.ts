export { accept, type Accepted, type Fault, getAccepted, type Refusal, type Refused, type Result, refuse } from './result.ts'
export { newId } from './ids.ts'
export type { Json, JsonObject } from './json.ts'
