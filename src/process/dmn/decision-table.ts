import type { Json } from '#kernel'
import type { Evaluate, Test } from '../feel/feel-value.ts'

/** How many rows may answer: DMN hit policies U, F, A, C and R. */
export type HitPolicy = 'UNIQUE' | 'FIRST' | 'ANY' | 'COLLECT' | 'RULE ORDER'

/** One row that answers a question put to a table. */
export interface DecisionRow {
  /** Id of the row in the DMN file. */
  readonly row: string
  readonly outputs: Readonly<Record<string, Json>>
  /** Where the row's figures come from, as the table's `source` column says. */
  readonly source?: string
  /** Confidence mark of the row's `confidence` column. */
  readonly confidence?: string
  /** First day the row counts (ISO date); undefined: from ever. */
  readonly from?: string
  /** First day the row no longer counts; undefined: until further notice. */
  readonly to?: string
}

export type ValueType = 'string' | 'number' | 'boolean' | 'date'

/** An input column. */
export interface DecisionInput {
  /** What is asked for, as written: a variable, or an expression over variables. */
  readonly text: string
  /** Variables the column reads; all must be given (null where there is none). */
  readonly names: readonly string[]
  /** Undefined: any type. */
  readonly type?: ValueType
  readonly evaluate: Evaluate
  /** Undefined: any value. */
  readonly allowed?: Test
}

/** A rule of a table, compiled: one test per input, one expression per output. */
export interface CompiledRow extends Omit<DecisionRow, 'outputs'> {
  readonly tests: readonly Test[]
  readonly outputs: readonly Evaluate[]
}

/** A DMN decision table compiled once. */
export interface DecisionTable {
  /** Id of the decision (not of the table inside it). */
  readonly id: string
  readonly name: string
  readonly hitPolicy: HitPolicy
  readonly inputs: readonly DecisionInput[]
  /** Names of the output columns. */
  readonly outputs: readonly string[]
  readonly rows: readonly CompiledRow[]
}
