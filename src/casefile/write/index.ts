export { canonicalJson, type Plain } from './canonical-json.ts'
export type {
  CaseRow,
  CaseWrite,
  FactRow,
  Instant,
  OutboxRow,
  PlainDate,
  TaskRow,
  TimerRow,
  WriteOutcome,
} from './case-write.ts'
export { canonicalFact, hashFact, noHash, uuidOf } from './fact-hash.ts'
