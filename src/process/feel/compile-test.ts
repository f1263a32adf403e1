import { unaryTest } from 'feelin'
import { allOf, anyOf, asBoolean, compare, type Evaluate, isEqual, not, type Test } from './feel-value.ts'
import type { FeelNode } from './parse-feel.ts'

/** A test that every value passes: `-`, or an empty cell. */
export const anything: Test = () => true

/** How an expression inside a test is compiled; handed in, since expressions in turn hold tests (`x in [1..5)`). */
export type CompileExpression = (node: FeelNode) => Evaluate

/** Turns the parts of a unary test (`-`, `"a", "b"`, `>= 315`, `[1..5)`, `not(…)`) into a function of the value tested. */
export function compileTest(nodes: readonly FeelNode[], compile: CompileExpression): Test {
  const [first, ...rest] = nodes.filter(({ name }) => name !== '(' && name !== ')')
  if (!first) return anything
  if (first.name === 'not') {
    const inner = compileTest(rest, compile)
    return (value, scope) => not(inner(value, scope))
  }
  switch (first.name) {
    case 'UnaryTests':
    case 'PositiveUnaryTest':
    case 'SimplePositiveUnaryTest':
      return first.children[0]?.name === 'CompareOp'
        ? operatorTest(first, compile)
        : compileTest(first.children, compile)
    case 'Wildcard':
      return anything
    case 'PositiveUnaryTests': {
      const tests = first.children.map((child) => compileTest([child], compile))
      return (value, scope) => anyOf(tests.map((test) => test(value, scope)))
    }
    case 'Interval':
      return intervalTest(first, compile)
    default:
      return mentionsValue(first) ? interpretTest(first.text) : equalityTest(first, compile)
  }
}

function operatorTest(node: FeelNode, compile: CompileExpression): Test {
  const [operator, operand] = node.children
  if (!operator || !operand) return interpretTest(node.text)
  const bound = compile(operand)
  return (value, scope) => compare(operator.text, value, bound(scope))
}

function intervalTest(node: FeelNode, compile: CompileExpression): Test {
  const [open, low, , high, close] = node.children
  if (!open || !low || !high || !close) return interpretTest(node.text)
  const from = compile(low)
  const to = compile(high)
  const above = open.text === '[' ? '>=' : '>'
  const below = close.text === ']' ? '<=' : '<'
  return (value, scope) => allOf([compare(above, value, from(scope)), compare(below, value, to(scope))])
}

/** A plain value in a cell: equal to it, or, when it is a list, one of it. */
function equalityTest(node: FeelNode, compile: CompileExpression): Test {
  const expected = compile(node)
  return (value, scope) => {
    const wanted = expected(scope)
    return Array.isArray(wanted) ? anyOf(wanted.map((one) => isEqual(value, one))) : isEqual(value, wanted)
  }
}

const mentionsValue = (node: FeelNode): boolean => node.name === '?' || node.children.some(mentionsValue)

function interpretTest(text: string): Test {
  return (value, scope) => {
    if (value === undefined) return undefined
    const { value: answer, warnings } = unaryTest(text, { ...scope, '?': value })
    return warnings.length > 0 ? undefined : asBoolean(answer ?? undefined)
  }
}
