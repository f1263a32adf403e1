import type { Json } from '#kernel'

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

/** A DMN decision table compiled once. */
export interface DecisionTable {
  readonly id: string
  readonly name: string
  readonly hitPolicy: HitPolicy
  /** Input labels' variables, in column order. */
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  readonly rowCount: number
}
