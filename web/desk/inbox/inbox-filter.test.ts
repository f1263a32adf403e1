import { expect, it } from 'vitest'
import { readFilter, withFilter, writeFilter } from './inbox-filter.ts'

it('reads what it wrote', () => {
  const filter = { queue: 'team', voltageClass: 'hv', due: 'late' }
  expect(readFilter(new URLSearchParams(writeFilter(filter)))).toEqual(filter)
})

it('gives equal filters equal addresses, whatever was chosen first', () => {
  expect(writeFilter({ due: 'late', kind: 'pv' })).toBe(writeFilter({ kind: 'pv', due: 'late' }))
})

it('takes an unknown queue as one’s own and drops what is no filter', () => {
  expect(readFilter(new URLSearchParams('queue=everyone&secret=1'))).toEqual({ queue: 'mine' })
})

it('takes a filter out when nothing is chosen', () => {
  expect(withFilter({ queue: 'team', kind: 'pv' }, 'kind', '')).toEqual({ queue: 'team' })
})
