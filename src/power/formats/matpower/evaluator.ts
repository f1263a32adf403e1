import { calculate, transpose } from './arithmetic.ts'
import { buildRange, joinAcross, joinDown } from './building.ts'
import { callFunction, findColumnNumbers, listColumnConstants } from './functions.ts'
import { getIndexed, type IndexArgument, setIndexed } from './indexing.ts'
import type { CaseFunction, Expression, Statement } from './syntax.ts'
import { asMatrix, asScalar, type Matrix, matrix, StatementFault, scalar, text, type Value } from './values.ts'

/** Guard against a case file that loops for ever. */
const mostSteps = 1_000_000

/**
 * Runs the statements of a case file: assignment, arithmetic, indexing and a closed list of functions, nothing else.
 * Answers the variables at its end. Throws {@link StatementFault} at what it cannot do.
 */
export function runCase(source: CaseFunction): ReadonlyMap<string, Value> {
  const variables = new Map<string, Value>()
  let steps = 0

  function run(statements: readonly Statement[]): void {
    for (const statement of statements) {
      if (++steps > mostSteps) throw new StatementFault('matpower.tooManySteps', statement.line)
      runStatement(statement)
    }
  }

  function runStatement(statement: Statement): void {
    if (statement.kind === 'assign') assign(statement.target, evaluate(statement.value))
    else if (statement.kind === 'unpack') unpack(statement.names, statement.value, statement.line)
    else if (statement.kind === 'call') runCall(statement.value)
    else if (statement.kind === 'for') {
      for (const value of asMatrix(evaluate(statement.over), statement.line).data) {
        variables.set(statement.name, scalar(value))
        run(statement.body)
      }
    } else {
      const holds = (when: Expression | undefined) => when === undefined || isTrue(evaluate(when), statement.line)
      run(statement.branches.find(({ when }) => holds(when))?.body ?? [])
    }
  }

  function runCall(value: Expression): void {
    if (value.kind === 'name' && value.name === 'define_constants') {
      for (const [name, column] of listColumnConstants()) variables.set(name, scalar(column))
    } else if (value.kind === 'name' && ['clear', 'clc'].includes(value.name)) return
    else evaluate(value)
  }

  function unpack(names: readonly string[], value: Expression, line: number): void {
    const columns = value.kind === 'name' ? findColumnNumbers(value.name) : undefined
    if (!columns) throw new StatementFault('matpower.unpackNotSupported', line)
    for (const [at, name] of names.entries()) {
      const column = columns[at]
      if (!column) throw new StatementFault('matpower.unpackNotSupported', line, { found: name })
      if (name !== '~') variables.set(name, column)
    }
  }

  function assign(target: Expression, value: Value): void {
    const { line } = target
    if (target.kind === 'name') variables.set(target.name, copy(value))
    else if (target.kind === 'field') fieldsOf(target.of).set(target.field, copy(value))
    else if (target.kind === 'index') assignIndexed(target, value)
    else throw new StatementFault('matpower.targetNotSupported', line)
  }

  function assignIndexed(target: Extract<Expression, { kind: 'index' }>, value: Value): void {
    const { line } = target
    let found = find(target.of)
    if (!found) {
      assign(target.of, matrix(0, 0, new Float64Array(0)))
      found = find(target.of)
    }
    // A list of names carries nothing that power flow needs.
    if (found?.kind === 'cells') return
    const into = asMatrix(found ?? text(''), line)
    setIndexed(into, indexArguments(target.args, into), asMatrix(value, line), line)
  }

  function fieldsOf(of: Expression): Map<string, Value> {
    const found = find(of)
    if (found?.kind === 'struct') return found.fields
    if (found) throw new StatementFault('matpower.notAStruct', of.line)
    const fields = new Map<string, Value>()
    if (of.kind === 'name') variables.set(of.name, { kind: 'struct', fields })
    else if (of.kind === 'field') fieldsOf(of.of).set(of.field, { kind: 'struct', fields })
    else throw new StatementFault('matpower.targetNotSupported', of.line)
    return fields
  }

  /** The stored value itself, not a copy; undefined where there is none yet. */
  function find(of: Expression): Value | undefined {
    if (of.kind === 'name') return variables.get(of.name)
    if (of.kind !== 'field') return undefined
    const outer = find(of.of)
    return outer?.kind === 'struct' ? outer.fields.get(of.field) : undefined
  }

  function indexArguments(args: readonly Expression[], of: Matrix): IndexArgument[] {
    return args.map((argument, at) => {
      if (argument.kind === 'all') return 'all'
      return evaluate(argument, args.length === 1 ? of.data.length : at === 0 ? of.rows : of.columns)
    })
  }

  /** `lastIndex` is what `end` means here. */
  function evaluate(expression: Expression, lastIndex?: number): Value {
    const { line } = expression
    switch (expression.kind) {
      case 'number':
        return scalar(expression.value)
      case 'text':
        return text(expression.value)
      case 'last':
        if (lastIndex === undefined) throw new StatementFault('matpower.endOutsideIndex', line)
        return scalar(lastIndex)
      case 'all':
        throw new StatementFault('matpower.valueExpected', line, { found: ':' })
      case 'cells':
        return { kind: 'cells', items: expression.items.map((item) => evaluate(item)) }
      case 'matrix':
        return buildMatrix(expression.rows, lastIndex, line)
      case 'name':
        return variables.get(expression.name) ?? callFunction(expression.name, [], line)
      case 'field': {
        const found = find(expression)
        if (found) return found
        throw new StatementFault('matpower.fieldUnknown', line, { found: expression.field })
      }
      case 'index':
        return evaluateIndex(expression)
      case 'range':
        return buildRange(expression.parts.map((part) => asScalar(evaluate(part, lastIndex), line)))
      case 'unary':
        return applySign(expression.sign, asMatrix(evaluate(expression.of, lastIndex), line))
      case 'binary': {
        const left = asMatrix(evaluate(expression.left, lastIndex), line)
        return calculate(expression.sign, left, asMatrix(evaluate(expression.right, lastIndex), line), line)
      }
    }
  }

  function evaluateIndex(expression: Extract<Expression, { kind: 'index' }>): Value {
    const { of, args, line } = expression
    const found = of.kind === 'name' || of.kind === 'field' ? find(of) : evaluate(of)
    if (!found && of.kind === 'name')
      return callFunction(
        of.name,
        args.map((argument) => evaluate(argument)),
        line,
      )
    if (!found) throw new StatementFault('matpower.fieldUnknown', line)
    if (found.kind === 'cells') return found.items[asScalar(evaluate(args[0] ?? of), line) - 1] ?? text('')
    const of_ = asMatrix(found, line)
    return getIndexed(of_, indexArguments(args, of_), line)
  }

  function buildMatrix(rows: readonly (readonly Expression[])[], lastIndex: number | undefined, line: number): Value {
    const first = rows[0]?.[0]
    if (first?.kind === 'text')
      return text(
        rows
          .flat()
          .map((part) => (part.kind === 'text' ? part.value : ''))
          .join(''),
      )
    const parts = rows.map((row) =>
      joinAcross(
        row.map((cell) => asMatrix(evaluate(cell, lastIndex), line)),
        line,
      ),
    )
    return joinDown(
      parts.filter((part) => part.data.length > 0),
      line,
    )
  }

  run(source.body)
  return variables
}

const copy = (value: Value): Value => (value.kind === 'matrix' ? { ...value, data: value.data.slice() } : value)

const isTrue = (value: Value, line: number): boolean => {
  const { data } = asMatrix(value, line)
  return data.length > 0 && data.every((x) => x !== 0)
}

function applySign(sign: string, of: Matrix): Matrix {
  if (sign === "'") return transpose(of)
  if (sign === '+') return of
  if (sign === '-')
    return matrix(
      of.rows,
      of.columns,
      of.data.map((x) => -x),
    )
  return matrix(
    of.rows,
    of.columns,
    of.data.map((x) => Number(x === 0)),
    true,
  )
}
