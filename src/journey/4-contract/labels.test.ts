import { expect, it } from 'vitest'
import { refusalMessages } from '#platform/i18n/index'
import { labelGaps } from '../../../tests/label-gaps.ts'
import { casefileMessages } from '../../api/casefile-messages.ts'
import { contractUseCases } from './index.ts'
import { labels } from './labels.ts'

/** What every room may refuse with is said once, for all of them. */
const saidForAll = new Set(Object.keys({ ...refusalMessages, ...casefileMessages }).map((code) => `refusal.${code}`))

it('names every field, choice, step and refusal in both languages', () => {
  const gaps = labelGaps('src/journey/4-contract', contractUseCases, labels)
  expect(gaps.filter((key) => !saidForAll.has(key))).toEqual([])
  expect(labelGaps('src/journey/4-contract', contractUseCases, {}).length).toBeGreaterThan(30)
})
