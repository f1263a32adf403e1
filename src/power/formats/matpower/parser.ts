import { createExpressionReader } from './expressions.ts'
import type { Token } from './lexer.ts'
import type { CaseFunction, Expression, Statement } from './syntax.ts'
import { StatementFault } from './values.ts'

const unsupported = ['while', 'switch', 'try', 'global', 'persistent', 'break', 'continue']

/** Reads a whole case file: one function and its statements. Throws {@link StatementFault} at what it cannot read. */
export function parseCase(tokens: readonly Token[]): CaseFunction {
  const reader = createExpressionReader(tokens)
  const { peek, take, accept, expect, fail, expression } = reader

  const skipBreaks = () => {
    while (peek().text === '\n' || peek().text === ';' || peek().text === ',') take()
  }
  const endStatement = () => {
    if (peek().kind === 'end') return
    if (!accept('\n') && !accept(';') && !accept(',')) fail('matpower.statementGoesOn')
  }

  function header(): { name: string; outputs: string[] } {
    skipBreaks()
    if (peek().text !== 'function') return { name: '', outputs: [] }
    take()
    let outputs: string[] = []
    if (accept('[')) {
      while (!accept(']')) {
        outputs.push(expectName())
        accept(',')
      }
      expect('=')
    } else {
      const first = expectName()
      if (!accept('=')) return { name: first, outputs }
      outputs = [first]
    }
    const name = expectName()
    if (accept('(')) while (!accept(')')) take()
    return { name, outputs }
  }

  function expectName(): string {
    if (peek().kind !== 'name') fail('matpower.nameExpected')
    return take().text
  }

  function block(...closers: string[]): Statement[] {
    const body: Statement[] = []
    for (skipBreaks(); peek().kind !== 'end' && !closers.includes(peek().text); skipBreaks()) body.push(statement())
    return body
  }

  function statement(): Statement {
    const { text, line } = peek()
    if (text === 'if') return conditional()
    if (text === 'for') return loop()
    if (unsupported.includes(text)) fail('matpower.statementNotSupported')
    const names = unpackNames()
    if (names) {
      const value = expression()
      endStatement()
      return { kind: 'unpack', names, value, line }
    }
    const target = expression()
    if (!accept('=')) {
      endStatement()
      return { kind: 'call', value: target, line }
    }
    const value = expression()
    endStatement()
    return { kind: 'assign', target, value, line }
  }

  /** `[a, b, ~] =` with plain names, or nothing taken. */
  function unpackNames(): string[] | undefined {
    if (peek().text !== '[') return undefined
    const names: string[] = []
    for (let at = 1; ; at++) {
      const token = peek(at)
      if (token.text === ']')
        return peek(at + 1).text === '=' && peek(at + 2).text !== '=' ? takeNames(at + 2, names) : undefined
      if (token.kind === 'name' || token.text === '~') names.push(token.text)
      else if (token.text !== ',' && token.text !== '\n') return undefined
    }
  }

  function takeNames(count: number, names: string[]): string[] {
    for (let taken = 0; taken < count; taken++) take()
    return names
  }

  function conditional(): Statement {
    const { line } = take()
    const branches: { when: Expression | undefined; body: Statement[] }[] = []
    const readBranch = (when: Expression | undefined) => branches.push({ when, body: block('elseif', 'else', 'end') })
    readBranch(expression())
    while (accept('elseif')) readBranch(expression())
    if (accept('else')) readBranch(undefined)
    expect('end')
    return { kind: 'if', branches, line }
  }

  function loop(): Statement {
    const { line } = take()
    const name = expectName()
    expect('=')
    const over = expression()
    const body = block('end')
    expect('end')
    return { kind: 'for', name, over, body, line }
  }

  const { name, outputs } = header()
  const body = block('end', 'return', 'function')
  for (skipBreaks(); accept('end') || accept('return'); skipBreaks());
  if (peek().kind !== 'end')
    throw new StatementFault('matpower.statementNotSupported', peek().line, { found: peek().text })
  return { name, outputs, body }
}
