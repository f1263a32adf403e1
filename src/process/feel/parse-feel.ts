import { evaluate, parseExpression, parseUnaryTests } from 'feelin'

/** A part of a FEEL text; `name` is the grammar's name for it. */
export interface FeelNode {
  readonly name: string
  readonly text: string
  readonly children: readonly FeelNode[]
}

/** Where a FEEL text stops making sense: the part that could not be read and its position. */
export interface FeelFault {
  readonly at: number
  readonly near: string
}

export type FeelSyntax = 'expression' | 'unary-tests'

/** Reads a FEEL text to a tree, or says where it is broken or calls a function that FEEL does not have. */
export function parseFeel(text: string, syntax: FeelSyntax): FeelNode | FeelFault {
  const tree = syntax === 'expression' ? parseExpression(text, {}, undefined) : parseUnaryTests(text, {}, undefined)
  const root: { name: string; text: string; children: FeelNode[] } = { name: 'root', text, children: [] }
  const stack = [root]
  let fault: FeelFault | undefined
  tree.iterate({
    enter({ type, from, to, name }) {
      // The grammar takes `a == 1` for `a` equal to the test `= 1`, which nobody means.
      const looseTest = name === 'SimplePositiveUnaryTest' && stack.at(-1)?.name !== 'PositiveUnaryTest'
      const comparing = looseTest && /^[<>=!]/.test(text.slice(from))
      if (type.isError || comparing) fault ??= { at: from, near: text.slice(from, to === from ? undefined : to) }
      const node = { name, text: text.slice(from, to), children: [] }
      stack.at(-1)?.children.push(node)
      stack.push(node)
    },
    leave() {
      stack.pop()
    },
  })
  const top = root.children[0]
  if (fault || !top) return fault ?? { at: 0, near: text }
  const unknown = calledFunctions(top).find((name) => evaluate(name).warnings.length > 0)
  return unknown === undefined ? top : { at: text.indexOf(unknown), near: unknown }
}

function calledFunctions(node: FeelNode): string[] {
  const called = node.name === 'FunctionInvocation' ? node.children[0] : undefined
  const here = called?.name === 'VariableName' ? [called.text] : []
  return [...here, ...node.children.flatMap(calledFunctions)]
}

export const isFeelFault = (parsed: FeelNode | FeelFault): parsed is FeelFault => 'near' in parsed

/** The variables a FEEL text reads; called functions and the names it binds itself left out. */
export function namesIn(node: FeelNode): string[] {
  const names = new Set<string>()
  collectNames(node, new Set(), names)
  return [...names]
}

function collectNames(node: FeelNode, bound: ReadonlySet<string>, names: Set<string>): void {
  if (node.name === 'VariableName') {
    if (!bound.has(node.text)) names.add(node.text)
    return
  }
  const called = node.name === 'FunctionInvocation' && node.children[0]?.name === 'VariableName'
  const inner = new Set([...bound, ...boundBy(node)])
  for (const child of called ? node.children.slice(1) : node.children) collectNames(child, inner, names)
}

/** Names that `for`, `some` and `every` bind for their body. */
function boundBy(node: FeelNode): string[] {
  if (node.name === 'InExpression') return node.children.filter((child) => child.name === 'Name').map((c) => c.text)
  if (node.name === 'ForExpression' || node.name === 'QuantifiedExpression' || node.name === 'InExpressions') {
    return node.children.flatMap(boundBy)
  }
  return []
}
