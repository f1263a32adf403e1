import type { Token } from './lexer.ts'
import type { Expression } from './syntax.ts'
import { StatementFault } from './values.ts'

const levels: readonly (readonly string[])[] = [['||'], ['&&'], ['|'], ['&'], ['<', '<=', '>', '>=', '==', '~=', '!=']]

/** Reads expressions off a token list by precedence climbing; knows that white space separates inside brackets. */
export function createExpressionReader(tokens: readonly Token[]) {
  let at = 0
  let bracketDepth = 0
  const last = tokens[tokens.length - 1] as Token
  const peek = (ahead = 0): Token => tokens[at + ahead] ?? last
  const take = (): Token => tokens[at++] ?? last
  const fail = (code: string): never => {
    throw new StatementFault(code, peek().line, { found: peek().text })
  }
  const accept = (text: string): boolean => {
    const isFound = peek().text === text && peek().kind !== 'text'
    if (isFound) take()
    return isFound
  }
  const expect = (text: string): void => {
    if (!accept(text)) fail('matpower.expected')
  }

  /** In brackets `a -b` is two elements and `a - b` is one. */
  const isSeparator = (): boolean => {
    const sign = peek()
    if (bracketDepth === 0 || !sign.isSpaced) return false
    return (sign.text === '-' || sign.text === '+') && !peek(1).isSpaced
  }

  function binary(level: number): Expression {
    if (level === levels.length) return range()
    let left = binary(level + 1)
    while (peek().kind === 'sign' && (levels[level] ?? []).includes(peek().text)) {
      const { text, line } = take()
      left = { kind: 'binary', sign: text, left, right: binary(level + 1), line }
    }
    return left
  }

  function range(): Expression {
    const parts = [additive()]
    while (peek().text === ':' && ![')', ','].includes(peek(1).text)) {
      take()
      parts.push(additive())
    }
    const [only] = parts
    return parts.length === 1 && only ? only : { kind: 'range', parts, line: peek().line }
  }

  function chain(signs: readonly string[], next: () => Expression): Expression {
    let left = next()
    while (peek().kind === 'sign' && signs.includes(peek().text) && !isSeparator()) {
      const { text, line } = take()
      left = { kind: 'binary', sign: text, left, right: next(), line }
    }
    return left
  }
  const additive = (): Expression => chain(['+', '-'], () => chain(['*', '/', '.*', './'], unary))

  function unary(): Expression {
    const { kind, text, line } = peek()
    if (kind === 'sign' && ['-', '+', '~', '!'].includes(text)) {
      take()
      return { kind: 'unary', sign: text, of: unary(), line }
    }
    return power()
  }

  function power(): Expression {
    const left = postfix()
    if (peek().text !== '^' && peek().text !== '.^') return left
    const { text, line } = take()
    // A power binds its own sign: 2^-1.
    const right = peek().text === '-' || peek().text === '+' ? unary() : power()
    return { kind: 'binary', sign: text, left, right, line }
  }

  function postfix(): Expression {
    let value = primary()
    for (let more = follow(value); more; more = follow(value)) value = more
    return value
  }

  /** What may follow a value directly: an index, a field, a transpose; nothing where none does. */
  function follow(of: Expression): Expression | undefined {
    const { text, line, kind, isSpaced } = peek()
    if (kind !== 'sign' || (bracketDepth > 0 && isSpaced)) return undefined
    if (text === '(') return { kind: 'index', of, args: args('(', ')'), line }
    if (text === '{') return { kind: 'index', of, args: args('{', '}'), line }
    if (text !== '.' && text !== "'" && text !== ".'") return undefined
    take()
    return text === '.' ? { kind: 'field', of, field: take().text, line } : { kind: 'unary', sign: "'", of, line }
  }

  function args(open: string, close: string): Expression[] {
    expect(open)
    const outer = bracketDepth
    bracketDepth = 0
    const found: Expression[] = []
    while (peek().text !== close) {
      const { line } = peek()
      if (peek().text === ':' && [')', ','].includes(peek(1).text)) {
        take()
        found.push({ kind: 'all', line })
      } else found.push(binary(0))
      if (!accept(',')) break
    }
    expect(close)
    bracketDepth = outer
    return found
  }

  function primary(): Expression {
    const { kind, text, line } = peek()
    if (kind === 'number') return { kind: 'number', value: Number(take().text), line }
    if (kind === 'text') return { kind: 'text', value: take().text, line }
    if (text === '[') return { kind: 'matrix', rows: rows('[', ']'), line }
    if (text === '{') return { kind: 'cells', items: rows('{', '}').flat(), line }
    if (text === '(') {
      take()
      const outer = bracketDepth
      bracketDepth = 0
      const inner = binary(0)
      bracketDepth = outer
      expect(')')
      return inner
    }
    if (kind !== 'name') fail('matpower.valueExpected')
    take()
    return text === 'end' ? { kind: 'last', line } : { kind: 'name', name: text, line }
  }

  function rows(open: string, close: string): Expression[][] {
    expect(open)
    const outer = bracketDepth
    bracketDepth = 1
    const found: Expression[][] = []
    let row: Expression[] = []
    while (peek().text !== close) {
      if (peek().kind === 'end') fail('matpower.bracketOpen')
      if (accept(';') || accept('\n')) {
        if (row.length > 0) found.push(row)
        row = []
      } else if (!accept(',')) row.push(binary(0))
    }
    if (row.length > 0) found.push(row)
    bracketDepth = outer
    expect(close)
    return found
  }

  return { peek, take, accept, expect, fail, expression: (): Expression => binary(0) }
}
