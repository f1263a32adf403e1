import type { Json } from '#kernel'

/** The variables a FEEL text is judged with. */
export type Scope = Readonly<Record<string, Json>>

/** A FEEL value; `undefined` stands for "not determined" and, unlike FEEL's null, never compares as false. */
export type FeelValue = Json | undefined

export type Evaluate = (scope: Scope) => FeelValue

/** A test of a value, as in a cell of a decision table. */
export type Test = (value: FeelValue, scope: Scope) => boolean | undefined

/** FEEL equality of plain values (DMN 1.3 §10.3.2.13): values of different types are not comparable, null only equals null. */
export function isEqual(left: FeelValue, right: FeelValue): boolean | undefined {
  if (left === undefined || right === undefined) return undefined
  if (left === null || right === null) return left === right
  if (typeof left !== typeof right) return undefined
  if (typeof left === 'number' && typeof right === 'number') return isSameNumber(left, right)
  return typeof left === 'object' ? JSON.stringify(left) === JSON.stringify(right) : left === right
}

/** FEEL numbers are decimals; ours are doubles, so figures that differ by rounding alone (0.1 + 0.2 and 0.3) are the same. */
function isSameNumber(left: number, right: number): boolean {
  return left === right || Math.abs(left - right) <= 4 * Number.EPSILON * Math.max(Math.abs(left), Math.abs(right))
}

/** Order of two numbers or two strings (dates are ISO strings); undefined for anything else. */
export function compare(operator: string, left: FeelValue, right: FeelValue): boolean | undefined {
  if (operator === '=') return isEqual(left, right)
  if (operator === '!=') return not(isEqual(left, right))
  const bothNumbers = typeof left === 'number' && typeof right === 'number'
  const bothTexts = typeof left === 'string' && typeof right === 'string'
  if (!bothNumbers && !bothTexts) return undefined
  if (isEqual(left, right)) return operator === '<=' || operator === '>='
  return operator.startsWith('<') ? left < right : left > right
}

export const not = (value: boolean | undefined): boolean | undefined => (value === undefined ? undefined : !value)

/** Three-valued `or` (DMN 1.3 table 50): true wins, then not determined. */
export function anyOf(values: Iterable<boolean | undefined>): boolean | undefined {
  let answer: boolean | undefined = false
  for (const value of values) {
    if (value) return true
    if (value === undefined) answer = undefined
  }
  return answer
}

/** Three-valued `and`: false wins, then not determined. */
export function allOf(values: Iterable<boolean | undefined>): boolean | undefined {
  let answer: boolean | undefined = true
  for (const value of values) {
    if (value === false) return false
    if (value === undefined) answer = undefined
  }
  return answer
}

export const asBoolean = (value: FeelValue): boolean | undefined => (typeof value === 'boolean' ? value : undefined)
