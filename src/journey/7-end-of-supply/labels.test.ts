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

it('has words for the reminders that the casefile sends of a watched day', () => {
  for (const template of ['temporary-supply-ending', 'temporary-supply-over']) {
    for (const key of [`notice.${template}`, `notice.${template}-staff`]) expect(labels[key]?.en, key).toContain('{on}')
  }
})
