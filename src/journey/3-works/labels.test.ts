import { expect, it } from 'vitest'
import { labelGaps } from '../../../tests/label-gaps.ts'
import { worksUseCases } from './index.ts'
import { labels } from './labels.ts'

it('names every field, choice, step and refusal in both languages', () => {
  expect(labelGaps('src/journey/3-works', worksUseCases, labels)).toEqual([])
  expect(labelGaps('src/journey/3-works', worksUseCases, {}).length).toBeGreaterThan(50)
})
