import { expect, it } from 'vitest'
import { labelGaps } from '../../../tests/label-gaps.ts'
import { supplyPlanUseCases } from './index.ts'
import { labels } from './labels.ts'

it('names every field, choice, step and refusal in both languages', () => {
  expect(labelGaps('src/journey/2-supply-plan', supplyPlanUseCases, labels)).toEqual([])
  expect(labelGaps('src/journey/2-supply-plan', supplyPlanUseCases, {}).length).toBeGreaterThan(50)
})
