import { evaluate } from 'feelin'
import type { Json } from '#kernel'
import { compileTest } from './compile-test.ts'
import { allOf, anyOf, asBoolean, compare, type Evaluate, type FeelValue, not } from './feel-value.ts'
import type { FeelNode } from './parse-feel.ts'

/**
 * Turns a parsed FEEL expression into a function of the variables. The everyday part of FEEL (comparisons, and, or,
 * not, in, between, paths, literals) becomes closures; anything else runs through the FEEL interpreter each time.
 */
export function compileExpression(node: FeelNode): Evaluate {
  return compilers[node.name]?.(node) ?? interpret(node.text)
}

const compilers: Readonly<Record<string, (node: FeelNode) => Evaluate | undefined>> = {
  Expression: only,
  ParenthesizedExpression: only,
  Disjunction: (node) => combine(node, anyOf),
  Conjunction: (node) => combine(node, allOf),
  Comparison: comparison,
  FunctionInvocation: negation,
  VariableName:
    ({ text }) =>
    (scope) =>
      Object.hasOwn(scope, text) ? scope[text] : undefined,
  PathExpression: path,
  NumericLiteral: constant,
  StringLiteral: constant,
  BooleanLiteral: constant,
  DateTimeLiteral: constant,
  null: () => () => null,
}

const parts = (node: FeelNode) => node.children.filter(({ name }) => name !== '(' && name !== ')')

function only(node: FeelNode): Evaluate | undefined {
  const [part, ...rest] = parts(node)
  return part && rest.length === 0 ? compileExpression(part) : undefined
}

/** A literal is read once. Dates become ISO text, as they are in the variables. */
function constant(node: FeelNode): Evaluate | undefined {
  if (node.name === 'DateTimeLiteral' && !/^(date\s*\(\s*"|@")\d{4}-\d\d-\d\d"\s*\)?$/.test(node.text)) return undefined
  const value = toJson(evaluate(node.text).value)
  return () => value
}

function combine(node: FeelNode, join: (values: Iterable<boolean | undefined>) => boolean | undefined): Evaluate {
  const sides = node.children.filter(({ name }) => name !== 'and' && name !== 'or').map(compileExpression)
  return (scope) => join(sides.map((side) => asBoolean(side(scope))))
}

function comparison(node: FeelNode): Evaluate | undefined {
  const [leftNode, operator, ...rest] = node.children
  if (!leftNode || !operator) return undefined
  const left = compileExpression(leftNode)
  if (operator.name === 'in') {
    const test = compileTest(rest, compileExpression)
    return (scope) => test(left(scope), scope)
  }
  const [first, , second] = rest
  if (!first) return undefined
  const right = compileExpression(first)
  if (operator.name === 'between' && second) {
    const upper = compileExpression(second)
    return (scope) => allOf([compare('>=', left(scope), right(scope)), compare('<=', left(scope), upper(scope))])
  }
  return operator.name === 'CompareOp' ? (scope) => compare(operator.text, left(scope), right(scope)) : undefined
}

/** `not(x)`; every other function is the interpreter's. */
function negation(node: FeelNode): Evaluate | undefined {
  const [called, , parameters] = node.children
  const argument = parameters?.children[0]
  if (called?.text !== 'not' || parameters?.children.length !== 1 || !argument) return undefined
  const operand = compileExpression(argument)
  return (scope) => not(asBoolean(operand(scope)))
}

function path(node: FeelNode): Evaluate | undefined {
  const [base, , entry] = node.children
  if (!base || !entry) return undefined
  const holder = compileExpression(base)
  return (scope) => {
    const value = holder(scope)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
    return Object.hasOwn(value, entry.text) ? (value as Readonly<Record<string, Json>>)[entry.text] : undefined
  }
}

/** Full FEEL. Whatever the interpreter warns about (an unknown variable, a wrong type) leaves the value undetermined. */
function interpret(text: string): Evaluate {
  return (scope) => {
    const { value, warnings } = evaluate(text, scope)
    return warnings.length > 0 ? undefined : toJson(value)
  }
}

function toJson(value: unknown): FeelValue {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as Json)
}
