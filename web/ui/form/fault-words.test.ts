import { expect, it } from 'vitest'
import { placeOf, withinSentence } from './fault-words.ts'

const labels: Readonly<Record<string, string>> = {
  applicant: 'Applicant',
  'applicant.name': 'Name of the customer',
  premise: '用电地址',
  'premise.address': '用电地址',
  load: 'What is needed',
  'load.equipment': 'Equipment',
  unitKw: 'Power of one',
}
const label = (path: string) => labels[path] ?? labels[path.split('.').at(-1) ?? ''] ?? path
const rowOf = (list: string, row: number) => `${list}, row ${row}`

it.each([
  ['applicant.name', 'Applicant › Name of the customer'],
  ['premise.address', '用电地址'],
  ['load.equipment.1.unitKw', 'What is needed › Equipment, row 2 › Power of one'],
])('%s is said as %s', (path, said) => {
  expect(placeOf(path, label, rowOf)).toBe(said)
})

it('goes on in small letters after a colon, but for abbreviations and Chinese', () => {
  expect(withinSentence('Required.')).toBe('required.')
  expect(withinSentence('A number is needed.')).toBe('a number is needed.')
  expect(withinSentence('CT polarity was not checked.')).toBe('CT polarity was not checked.')
  expect(withinSentence('必填。')).toBe('必填。')
})
