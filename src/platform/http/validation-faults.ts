import type { z } from 'zod'
import type { Fault } from '#kernel'

type Issue = z.core.$ZodIssue
type Data = Readonly<Record<string, unknown>>

/** What zod calls a type, as a message may say it. */
const typeNames: Readonly<Record<string, string>> = {
  int: 'whole number',
  bigint: 'whole number',
  nan: 'number',
  record: 'object',
}

/**
 * Every issue zod found, as faults: `path` dotted (`equipment.0.ratedKw`), `code` a key of the message catalogue.
 * `input` is what was validated: a missing value and an empty text read as `required`, whatever else zod says of them.
 * A schema may name a code of its own: `z.string().refine(check, 'id-check-digit')` or `{ params: { code, … } }`.
 */
export function toFaults(issues: readonly Issue[], input: unknown): readonly Fault[] {
  return issues.flatMap((issue) => toFaultsOfIssue(issue, input, []))
}

function toFaultsOfIssue(issue: Issue, input: unknown, above: readonly PropertyKey[]): readonly Fault[] {
  const path = [...above, ...issue.path]
  if (issue.code === 'invalid_union' && issue.errors.length > 0 && !isMissing(input, path)) {
    return nearestBranch(issue.errors).flatMap((inner) => toFaultsOfIssue(inner, input, path))
  }
  const { code, data } = describe(issue, isMissing(input, path))
  return [{ path: path.map(String).join('.'), code, ...(data && { data }) }]
}

/** Of a union, the alternative that fits best is the one its author meant. */
function nearestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  return branches.reduce((best, branch) => (weight(branch) < weight(best) ? branch : best))
}

const weight = (branch: readonly Issue[]): number =>
  branch.length - Math.max(0, ...branch.map((issue) => issue.path.length)) / 100

function isMissing(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return true
    value = Reflect.get(value, key)
  }
  return value === undefined || value === null || value === ''
}

function describe(issue: Issue, missing: boolean): { code: string; data?: Data } {
  if (issue.code === 'custom' && typeof issue.params?.code === 'string')
    return { code: issue.params.code, data: issue.params }
  if (/^[a-z]+(-[a-z0-9]+)+$/.test(issue.message)) return { code: issue.message }
  if (missing && issue.code !== 'unrecognized_keys') return { code: 'required' }
  switch (issue.code) {
    case 'invalid_type':
      return { code: 'wrong-type', data: { expected: typeNames[issue.expected] ?? issue.expected } }
    case 'too_small':
      return { code: smallCode(issue.origin, issue.inclusive), data: { minimum: String(issue.minimum) } }
    case 'too_big':
      return { code: bigCode(issue.origin, issue.inclusive), data: { maximum: String(issue.maximum) } }
    case 'not_multiple_of':
      return { code: 'not-multiple', data: { divisor: issue.divisor } }
    case 'unrecognized_keys':
      return { code: 'unknown-field', data: { keys: issue.keys } }
    case 'invalid_value':
    case 'invalid_union':
      return { code: 'wrong-choice' }
    case 'invalid_format':
      return { code: 'wrong-format' }
    default:
      return { code: 'not-allowed' }
  }
}

const counted = new Set(['array', 'set', 'map', 'file'])

function smallCode(origin: string, inclusive: boolean | undefined): string {
  if (origin === 'string') return 'too-short'
  if (counted.has(origin)) return 'too-few'
  return inclusive === false ? 'not-above' : 'too-small'
}

function bigCode(origin: string, inclusive: boolean | undefined): string {
  if (origin === 'string') return 'too-long'
  if (counted.has(origin)) return 'too-many'
  return inclusive === false ? 'not-below' : 'too-big'
}
