import { accept, type Fault, type Result, refuse } from '#kernel'
import { compileExpression } from '../feel/compile-expression.ts'
import { anything, compileTest } from '../feel/compile-test.ts'
import type { Evaluate, Test } from '../feel/feel-value.ts'
import { isFeelFault, namesIn, parseFeel } from '../feel/parse-feel.ts'
import { type ModdleElement, moddleChild, moddleList, moddleText, type SourceFile } from '../source-file.ts'
import type { CompiledRow, DecisionInput, DecisionTable, HitPolicy, ValueType } from './decision-table.ts'
import { readAnnotations } from './read-annotations.ts'

const HIT_POLICIES: readonly string[] = ['UNIQUE', 'FIRST', 'ANY', 'COLLECT', 'RULE ORDER'] satisfies HitPolicy[]

/** `typeRef` of a column by its DMN name; what stands for "anything" has no entry but is known. */
const valueTypes: Readonly<Record<string, ValueType>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  long: 'number',
  double: 'number',
  boolean: 'boolean',
  date: 'date',
}

/** Collects the faults of one file while its tables are compiled. */
interface Compiling {
  readonly source: SourceFile
  readonly faults: Fault[]
}

/** Compiles the table of a decision; refused (`decisions-faulty`) with every fault of it. */
export function compileTable(decision: ModdleElement, table: ModdleElement, source: SourceFile): Result<DecisionTable> {
  const compiling: Compiling = { source, faults: [] }
  const at = table.id ?? decision.id ?? ''
  const hitPolicy = moddleText(table, 'hitPolicy') ?? 'UNIQUE'
  const aggregation = moddleText(table, 'aggregation')
  if (!HIT_POLICIES.includes(hitPolicy)) note(compiling, at, 'unsupported-hit-policy', { hitPolicy })
  if (aggregation !== undefined) note(compiling, at, 'unsupported-aggregation', { aggregation })
  const inputs = moddleList(table, 'input').map((input) => compileInput(compiling, input, at))
  const outputs = readOutputs(compiling, table, at)
  const columns = moddleList(table, 'annotation').map((column) => moddleText(column, 'name') ?? '')
  const rules = moddleList(table, 'rule')
  if (rules.length === 0) note(compiling, at, 'no-rows')
  const rows = rules.map((rule) =>
    compileRow(compiling, rule, { inputs: inputs.length, outputs: outputs.length, columns, at }),
  )
  if (compiling.faults.length > 0) return refuse({ code: 'decisions-faulty', faults: compiling.faults })
  const id = decision.id ?? ''
  const name = moddleText(decision, 'name') ?? id
  return accept({ id, name, hitPolicy: hitPolicy as HitPolicy, inputs, outputs, rows })
}

function note({ source, faults }: Compiling, id: string, code: string, data?: Readonly<Record<string, unknown>>): void {
  faults.push(source.faultAt(id, code, data))
}

const nothing: Evaluate = () => undefined

function compileInput(compiling: Compiling, input: ModdleElement, table: string): DecisionInput {
  const at = input.id ?? table
  const expression = moddleChild(input, 'inputExpression')
  const text = (expression && moddleText(expression, 'text'))?.trim() ?? ''
  const { names, evaluate } = compileCell(compiling, expression?.id ?? at, text)
  const typeRef = expression && moddleText(expression, 'typeRef')
  const type = typeRef === undefined ? undefined : valueTypes[typeRef.toLowerCase()]
  if (typeRef !== undefined && !type && typeRef.toLowerCase() !== 'any')
    note(compiling, at, 'unsupported-type', { type: typeRef })
  const values = moddleChild(input, 'inputValues')
  const allowedText = values && moddleText(values, 'text')
  return {
    text,
    names,
    evaluate,
    ...(type ? { type } : {}),
    ...(allowedText ? { allowed: compileEntry(compiling, values.id ?? at, allowedText) } : {}),
  }
}

function readOutputs(compiling: Compiling, table: ModdleElement, at: string): string[] {
  const outputs = moddleList(table, 'output')
  if (outputs.length === 0) note(compiling, at, 'no-outputs')
  const names = outputs.map((output) => moddleText(output, 'name') ?? '')
  for (const [column, name] of names.entries()) {
    if (name === '') note(compiling, outputs[column]?.id ?? at, 'unnamed-output')
    else if (names.indexOf(name) < column) note(compiling, outputs[column]?.id ?? at, 'output-twice', { output: name })
  }
  return names
}

interface TableShape {
  readonly inputs: number
  readonly outputs: number
  readonly columns: readonly string[]
  readonly at: string
}

function compileRow(compiling: Compiling, rule: ModdleElement, shape: TableShape): CompiledRow {
  const row = rule.id ?? ''
  if (row === '') note(compiling, shape.at, 'row-without-id')
  const inputs = moddleList(rule, 'inputEntry')
  const outputs = moddleList(rule, 'outputEntry')
  if (inputs.length !== shape.inputs || outputs.length !== shape.outputs) {
    note(compiling, row || shape.at, 'row-width', { inputs: inputs.length, outputs: outputs.length })
  }
  const textOf = (entry: ModdleElement) => moddleText(entry, 'text')?.trim() ?? ''
  const annotations = readAnnotations(rule, shape.columns)
  for (const { code, data } of annotations.faults) note(compiling, row || shape.at, code, data)
  return {
    row,
    ...annotations.marks,
    tests: inputs.map((entry) => compileEntry(compiling, entry.id ?? row, textOf(entry))),
    outputs: outputs.map((entry) => compileCell(compiling, entry.id ?? row, textOf(entry)).evaluate),
  }
}

function compileEntry(compiling: Compiling, at: string, text: string): Test {
  if (text === '' || text === '-') return anything
  const parsed = parseFeel(text, 'unary-tests')
  if (!isFeelFault(parsed)) return compileTest([parsed], compileExpression)
  note(compiling, at, 'not-feel', { text, ...parsed })
  return anything
}

/** An expression cell; an empty one is null where it is an output. */
function compileCell(compiling: Compiling, at: string, text: string): { names: readonly string[]; evaluate: Evaluate } {
  const parsed = parseFeel(text === '' ? 'null' : text, 'expression')
  if (!isFeelFault(parsed)) return { names: namesIn(parsed), evaluate: compileExpression(parsed) }
  note(compiling, at, 'not-feel', { text, ...parsed })
  return { names: [], evaluate: nothing }
}
