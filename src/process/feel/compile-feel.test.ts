import fc from 'fast-check'
import { evaluate, unaryTest } from 'feelin'
import { describe, expect, test } from 'vitest'
import { compileExpression } from './compile-expression.ts'
import { compileTest } from './compile-test.ts'
import type { FeelValue, Scope } from './feel-value.ts'
import { isFeelFault, namesIn, parseFeel } from './parse-feel.ts'

function run(text: string, scope: Scope): FeelValue {
  const parsed = parseFeel(text, 'expression')
  if (isFeelFault(parsed)) throw new Error(`${text}: ${parsed.near}`)
  return compileExpression(parsed)(scope)
}

function runTest(text: string, value: FeelValue, scope: Scope = {}): boolean | undefined {
  const parsed = parseFeel(text, 'unary-tests')
  if (isFeelFault(parsed)) throw new Error(`${text}: ${parsed.near}`)
  return compileTest([parsed], compileExpression)(value, scope)
}

const scope = { loadKw: 315, voltage: 'high', isImportant: true, note: null, plan: { sources: 2 }, since: '2026-03-02' }

describe('a compiled FEEL expression', () => {
  test.each<[string, FeelValue]>([
    ['loadKw >= 315', true],
    ['loadKw > 315', false],
    ['voltage = "high" and isImportant', true],
    ['voltage != "high" or not(isImportant)', false],
    ['plan.sources = 2', true],
    ['loadKw in [100..315]', true],
    ['loadKw in [100..315)', false],
    ['loadKw in (99, 315)', true],
    ['voltage in ("low", "high")', true],
    ['loadKw between 100 and 200', false],
    ['note = null', true],
    ['since >= date("2026-03-02")', true],
    ['since < @"2026-03-02"', false],
    ['list contains(["low", "high"], voltage)', true],
    ['if isImportant then 2 else 1', 2],
    ['(loadKw + 5) * 2', 640],
    ['-3 < loadKw', true],
    ['0.1 + 0.2 = 0.3', true],
    ['0.1 + 0.2 > 0.3', false],
    ['string length(voltage) = 4', true],
    ['"a\\"b" = "a\\"b"', true],
  ])('%s', (text, wanted) => {
    expect(run(text, scope)).toEqual(wanted)
  })

  test.each([
    'missing = 1',
    'loadKw = "315"',
    'note > 3',
    'voltage > 3',
    'plan.loops = 1',
    'isImportant and missing',
    'not(note)',
    'count(missing) = 1',
  ])('%s stays undetermined', (text) => {
    expect(run(text, scope)).toBeUndefined()
  })

  test('settles what an undetermined part cannot change', () => {
    expect(run('isImportant or missing', scope)).toBe(true)
    expect(run('not(isImportant) and missing', scope)).toBe(false)
  })

  test('names the variables it reads, and only those', () => {
    const names = (text: string) => {
      const parsed = parseFeel(text, 'expression')
      return isFeelFault(parsed) ? [] : namesIn(parsed)
    }
    expect(names('a = 1 and list contains(b, c.d)')).toEqual(['a', 'b', 'c'])
    expect(names('some x in xs satisfies x > limit')).toEqual(['xs', 'limit'])
  })

  test.each([
    ['loadKw >', 8],
    ['= 3', 0],
    ['loadKw == 3', 8],
    ['loadOf(voltage) > 3', 0],
    ['', 0],
  ])('says where "%s" cannot be read', (text, at) => {
    expect(parseFeel(text, 'expression')).toMatchObject({ at })
  })
})

describe('a compiled unary test', () => {
  test.each<[string, FeelValue, boolean]>([
    ['-', null, true],
    ['"high"', 'high', true],
    ['"low", "high"', 'high', true],
    ['not("low", "high")', 'high', false],
    ['>= 315', 315, true],
    ['(100..315)', 100, false],
    [']100..315]', 315, true],
    ['< 10, > 300', 315, true],
    ['? > 300 and ? < 320', 315, true],
    ['true', true, true],
    ['null', null, true],
    ['null', 'high', false],
    ['>= date("2026-01-01")', '2026-03-02', true],
    ['[@"2026-01-01"..@"2026-03-01"]', '2026-03-02', false],
    ['contains(?, "ig")', 'high', true],
    ['["low", "high"]', 'high', true],
    ['< limit', 5, true],
  ])('%s of %j', (text, value, wanted) => {
    expect(runTest(text, value, { limit: 10 })).toBe(wanted)
  })

  test('does not hold for null where it compares', () => {
    expect(runTest('> 3', null)).toBeUndefined()
  })
})

const names = ['a', 'b', 'c']
const literal = fc.oneof(fc.integer({ min: -3, max: 3 }).map(String), fc.constantFrom('1.5', '0.25'))
const operand = fc.oneof(fc.constantFrom(...names), literal)
const comparison = fc.oneof(
  fc.tuple(operand, fc.constantFrom('=', '!=', '<', '<=', '>', '>='), operand).map((parts) => parts.join(' ')),
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom('[', '('),
      fc.integer({ min: -3, max: 0 }),
      fc.integer({ min: 0, max: 3 }),
      fc.constantFrom(']', ')'),
    )
    .map(([name, open, low, high, close]) => `${name} in ${open}${low}..${high}${close}`),
  // The interpreter turns the bounds of `between` round when they are the wrong way; DMN does not.
  fc
    .tuple(fc.constantFrom(...names), fc.integer({ min: -3, max: 0 }), fc.integer({ min: 0, max: 3 }))
    .map(([name, low, high]) => `${name} between ${low} and ${high}`),
)
const expression = fc.letrec<{ logic: string }>((tie) => ({
  logic: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'logic' },
    comparison,
    fc
      .tuple(tie('logic'), fc.constantFrom('and', 'or'), tie('logic'))
      .map(([left, op, right]) => `(${left}) ${op} (${right})`),
    tie('logic').map((inner) => `not(${inner})`),
  ),
})).logic
const scopes = fc.record({
  a: fc.integer({ min: -3, max: 3 }),
  b: fc.integer({ min: -3, max: 3 }),
  c: fc.integer({ min: -12, max: 12 }).map((quarters) => quarters / 4),
})

describe('compiled FEEL against the FEEL interpreter', () => {
  test('agrees on generated conditions', () => {
    fc.assert(
      fc.property(expression, scopes, (text, given) => {
        expect(run(text, given)).toBe(evaluate(text, given).value)
      }),
      { numRuns: 300 },
    )
  })

  test('agrees on generated unary tests', () => {
    const cell = fc.oneof(
      fc.array(literal, { minLength: 1, maxLength: 3 }).map((values) => values.join(', ')),
      fc.tuple(fc.constantFrom('<', '<=', '>', '>='), literal).map((parts) => parts.join(' ')),
      fc.array(literal, { minLength: 1, maxLength: 3 }).map((values) => `not(${values.join(', ')})`),
      fc.constantFrom('-', '[-1..1]', '(-1..1)', ']-1..1[', '[0..2), 3'),
    )
    fc.assert(
      fc.property(cell, fc.integer({ min: -3, max: 3 }), (text, value) => {
        expect(runTest(text, value)).toBe(unaryTest(text, { '?': value }).value)
      }),
      { numRuns: 300 },
    )
  })
})
