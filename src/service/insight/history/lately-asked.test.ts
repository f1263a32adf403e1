import { expect, it } from 'vitest'
import { LatelyAsked } from './lately-asked.ts'

it('answers the same question from the same things once, and anew when one of them is another', () => {
  const asked = new LatelyAsked<number>(2)
  let made = 0
  const make = () => ++made
  const cases = [{}]
  expect(asked.get('map', [cases, 1], make)).toBe(1)
  expect(asked.get('map', [cases, 1], make)).toBe(1)
  expect(asked.get('map', [[...cases], 1], make)).toBe(2)
})

it('keeps only what was asked last', () => {
  const asked = new LatelyAsked<number>(2)
  let made = 0
  for (const question of ['a', 'b', 'a', 'c']) asked.get(question, [], () => ++made)
  expect(made).toBe(3)
  // b was asked longest ago and went; a is still there.
  asked.get('a', [], () => ++made)
  expect(made).toBe(3)
  asked.get('b', [], () => ++made)
  expect(made).toBe(4)
})
