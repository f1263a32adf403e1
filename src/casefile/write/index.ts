export { canonicalJson, type Plain } from './canonical-json.ts'
export { CaseReader, type CommandAnswer, caseRowOf, factRowOf } from './case-reader.ts'
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
export { type AlsoWrite, CaseWriter, type CaseWriterOptions } from './case-writer.ts'
export { canonicalFact, hashFact, noHash, uuidOf } from './fact-hash.ts'
export { forgetAnswers } from './forget-answers.ts'
export { RowsRefused } from './rows-refused.ts'
