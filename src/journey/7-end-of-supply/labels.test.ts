import { expect, it } from 'vitest'
import { refusalMessages } from '#platform/i18n/index'
import { labelGaps } from '../../../tests/label-gaps.ts'
import { casefileMessages } from '../../api/casefile-messages.ts'
import { endOfSupplyUseCases } from './index.ts'
import { labels } from './labels.ts'

const saidForAll = new Set(Object.keys({ ...refusalMessages, ...casefileMessages }).map((code) => `refusal.${code}`))

it('names every field, choice, step and refusal in both languages', () => {
  const gaps = labelGaps('src/journey/7-end-of-supply', endOfSupplyUseCases, labels)
  expect(gaps.filter((key) => !saidForAll.has(key))).toEqual([])
  expect(labelGaps('src/journey/7-end-of-supply', endOfSupplyUseCases, {}).length).toBeGreaterThan(30)
})
