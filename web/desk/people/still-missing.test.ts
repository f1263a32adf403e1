import { expect, it } from 'vitest'
import type { StaffRole } from '#casefile/actor'
import { rolesOfNobody } from './still-missing.ts'

const member = (role: StaffRole, active = true) => ({
  active,
  grants: [{ role, unitId: null, voltageClasses: ['lv', 'hv'] as const }],
})

it('names the roles that nobody in service holds, and none that no case waits for', () => {
  const missing = rolesOfNobody([member('clerk'), member('designer', false), member('administrator')])
  expect(missing).not.toContain('clerk')
  expect(missing).toContain('designer')
  expect(missing).not.toContain('auditor')
  expect(rolesOfNobody(missing.map((role) => member(role)).concat(member('clerk')))).toEqual([])
})
