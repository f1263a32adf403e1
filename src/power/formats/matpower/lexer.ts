import { StatementFault } from './values.ts'

export type TokenKind = 'number' | 'name' | 'text' | 'sign' | 'end'

export interface Token {
  readonly kind: TokenKind
  readonly text: string
  readonly line: number
  /** White space before the token: inside brackets it separates elements. */
  readonly isSpaced: boolean
}

const pattern =
  /(?<space>[ \t\r]+|\.\.\.[^\n]*\n)|(?<comment>[%#][^\n]*)|(?<newline>\n)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?)|(?<name>[A-Za-z]\w*)|(?<text>"(?:[^"\n]|"")*")|(?<sign>\.\*|\.\/|\.\^|\.'|==|~=|!=|<=|>=|&&|\|\||[-+*/^()[\]{},;:=<>~!&|.'@])/y

/**
 * Splits a case file into tokens; comments and continuation lines go. A quote is a transpose right after a value and
 * opens a text anywhere else. Throws {@link StatementFault} `matpower.unknownCharacter`, `matpower.textOpen`.
 */
// biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a lexer is one loop over characters
export function tokenize(source: string): Token[] {
  const content = source.replace(/%\{\s*\n[\s\S]*?\n\s*%\}/g, (block) => block.replace(/[^\n]/g, ''))
  const tokens: Token[] = []
  let line = 1
  let isSpaced = false
  let at = 0
  const push = (kind: TokenKind, token: string) => {
    tokens.push({ kind, text: token, line, isSpaced })
    isSpaced = false
  }
  while (at < content.length) {
    if (content[at] === "'" && !isAfterValue(tokens.at(-1), isSpaced)) {
      const closed = /'((?:[^'\n]|'')*)'/y
      closed.lastIndex = at
      const match = closed.exec(content)
      if (!match) throw new StatementFault('matpower.textOpen', line)
      push('text', (match[1] ?? '').replaceAll("''", "'"))
      at = closed.lastIndex
      continue
    }
    pattern.lastIndex = at
    const found = pattern.exec(content)
    if (!found?.groups) throw new StatementFault('matpower.unknownCharacter', line, { found: content[at] })
    const { space, comment, newline, number, name, text, sign } = found.groups
    if (space !== undefined) isSpaced = true
    else if (newline !== undefined) push('sign', '\n')
    else if (number !== undefined) push('number', number.replace(/[dD]/, 'e'))
    else if (name !== undefined) push('name', name)
    else if (text !== undefined) push('text', text.slice(1, -1).replaceAll('""', '"'))
    else if (sign !== undefined) push('sign', sign)
    else if (comment === undefined) throw new StatementFault('matpower.unknownCharacter', line)
    line += countLines(found[0])
    at = pattern.lastIndex
  }
  push('sign', '\n')
  push('end', '')
  return tokens
}

function isAfterValue(last: Token | undefined, isSpaced: boolean): boolean {
  if (!last || isSpaced) return false
  return last.kind === 'name' || last.kind === 'number' || [')', ']', '}', "'", ".'"].includes(last.text)
}

function countLines(token: string): number {
  let count = 0
  for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) count++
  return count
}
