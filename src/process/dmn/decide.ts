import { accept, type Fault, type Json, type Result, refuse } from '#kernel'
import type { FeelValue, Scope } from '../feel/feel-value.ts'
import type { CompiledRow, DecisionInput, DecisionRow, DecisionTable, ValueType } from './decision-table.ts'

/**
 * The rows of a table that answer for these inputs on a day (ISO date), by the table's hit policy; none when none
 * matches. Refused: `decision-inputs-faulty` (every input missing, of the wrong type or not allowed), `rows-overlap`
 * (UNIQUE: more than one row; ANY: rows that disagree), `output-undetermined`.
 */
export function decide(table: DecisionTable, inputs: Scope, onDate: string): Result<DecisionRow[]> {
  const faults = table.inputs.flatMap((input) => checkInput(input, inputs))
  if (faults.length > 0) return refuse({ code: 'decision-inputs-faulty', data: { table: table.id }, faults })
  const values = table.inputs.map((input) => input.evaluate(inputs))
  const first = table.hitPolicy === 'FIRST'
  const matching: CompiledRow[] = []
  for (const row of table.rows) {
    if (!countsOn(row, onDate) || !matches(row, values, inputs)) continue
    matching.push(row)
    if (first) break
  }
  return answer(table, matching, inputs)
}

const countsOn = ({ from, to }: CompiledRow, day: string) =>
  (from === undefined || from <= day) && (to === undefined || day < to)

/** An undetermined test (`> 3` of null) does not match, as in DMN. */
function matches(row: CompiledRow, values: readonly FeelValue[], scope: Scope): boolean {
  return row.tests.every((test, column) => test(values[column], scope) === true)
}

function answer(table: DecisionTable, matching: readonly CompiledRow[], scope: Scope): Result<DecisionRow[]> {
  const rows: DecisionRow[] = []
  const faults: Fault[] = []
  for (const { tests: _, outputs, ...row } of matching) {
    const named: Record<string, Json> = {}
    for (const [column, name] of table.outputs.entries()) {
      const value = outputs[column]?.(scope)
      if (value === undefined) faults.push({ path: row.row, code: 'output-undetermined', data: { output: name } })
      else named[name] = value
    }
    rows.push({ ...row, outputs: named })
  }
  if (faults.length > 0) return refuse({ code: 'output-undetermined', data: { table: table.id }, faults })
  return overlapping(table, rows)
    ? refuse({ code: 'rows-overlap', data: { table: table.id, rows: rows.map(({ row }) => row) } })
    : accept(table.hitPolicy === 'ANY' ? rows.slice(0, 1) : rows)
}

function overlapping({ hitPolicy }: DecisionTable, rows: readonly DecisionRow[]): boolean {
  if (hitPolicy === 'UNIQUE') return rows.length > 1
  if (hitPolicy !== 'ANY') return false
  return new Set(rows.map((row) => JSON.stringify(row.outputs))).size > 1
}

function checkInput(input: DecisionInput, given: Scope): Fault[] {
  const missing = input.names.filter((name) => !Object.hasOwn(given, name))
  if (missing.length > 0) return missing.map((path) => ({ path, code: 'input-missing' }))
  const value = input.evaluate(given)
  if (value === null) return []
  const data = { value }
  if (value === undefined) return [{ path: input.text, code: 'input-undetermined' }]
  if (input.type && !isOfType(value, input.type))
    return [{ path: input.text, code: 'input-type', data: { ...data, type: input.type } }]
  return input.allowed && input.allowed(value, given) !== true
    ? [{ path: input.text, code: 'input-not-allowed', data }]
    : []
}

const ISO_DATE = /^\d{4}-\d\d-\d\d$/

function isOfType(value: Json, type: ValueType): boolean {
  return type === 'date' ? typeof value === 'string' && ISO_DATE.test(value) : typeof value === type
}
