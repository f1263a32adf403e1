import { expect, it } from 'vitest'
import { partsOf } from './group-name.ts'

it('reads roles and unit of a group from its name', () => {
  expect(partsOf('cashier+clerk of chengguan')).toEqual({ roles: ['cashier', 'clerk'], unitId: 'chengguan' })
  expect(partsOf('cashier')).toEqual({ roles: ['cashier'], unitId: null })
})
