import { accept, type Json, type Result, refuse } from '#kernel'
import { compileExpression } from './feel/compile-expression.ts'
import { asBoolean } from './feel/feel-value.ts'
import { isFeelFault, namesIn, parseFeel } from './feel/parse-feel.ts'

/** Variables of a case, owned by the caller; the game only reads them. */
export type Variables = Readonly<Record<string, Json>>

/** A FEEL condition of a sequence flow, compiled once. */
export interface Condition {
  readonly text: string
  /** Variables the condition names, each of which must be set before it can be judged. */
  readonly names: readonly string[]
  /** True or false; undefined when the variables given do not settle it. */
  holds(variables: Variables): boolean | undefined
}

/** Compiles a FEEL condition. Refused (`condition-not-feel`) with the place where it cannot be read. */
export function compileCondition(text: string): Result<Condition> {
  const parsed = parseFeel(text, 'expression')
  if (isFeelFault(parsed)) return refuse({ code: 'condition-not-feel', data: { condition: text, ...parsed } })
  const names = namesIn(parsed)
  const judge = compileExpression(parsed)
  const isSet = (variables: Variables) => names.every((name) => Object.hasOwn(variables, name))
  return accept({
    text,
    names,
    holds: (variables) => (isSet(variables) ? asBoolean(judge(variables)) : undefined),
  })
}
