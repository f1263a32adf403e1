import { oc } from '@orpc/contract'
import { describe, expect, it } from 'vitest'
import { checkRights, decideAccess, type RouteRight } from './rights.ts'
import { sampleAuditor, sampleContract, sampleCustomer, sampleRights, sampleStaff } from './sample-app.ts'

describe('checkRights', () => {
  it('lists routes without a row, rows without a route, rows that make no sense', () => {
    const rights = {
      ...sampleRights,
      'cases.gone': { who: 'staff' },
      news: { who: 'public', roles: ['clerk'] },
      'cases.list': { who: 'staff', roles: [] },
    } as const
    expect(checkRights(sampleContract, rights)).toEqual({
      undeclared: ['cases.forget'],
      superfluous: ['cases.gone'],
      senseless: ['cases.list', 'news'],
    })
  })

  it('does not take names every object has for rows', () => {
    expect(checkRights({ toString: oc.route({ path: '/x' }) }, {}).undeclared).toEqual(['toString'])
  })

  it('fails when it looked at nothing', () => expect(() => checkRights({}, {})).toThrow('nothing was checked'))
})

describe('decideAccess', () => {
  const system = { kind: 'system', companyId: sampleStaff.companyId, name: 'limit-watch' } as const
  const people = { nobody: undefined, clerk: sampleStaff, auditor: sampleAuditor, customer: sampleCustomer, system }
  const allowed = (right: RouteRight | undefined): string[] =>
    Object.entries(people).flatMap(([name, actor]) => (decideAccess(right, actor).ok ? [name] : []))

  it.each<[RouteRight | undefined, string[]]>([
    [undefined, []],
    [{ who: 'public' }, ['nobody', 'clerk', 'auditor', 'customer', 'system']],
    [{ who: 'anyone-signed-in' }, ['clerk', 'auditor', 'customer', 'system']],
    [{ who: 'anyone-signed-in', roles: ['auditor'] }, ['auditor', 'customer', 'system']],
    [{ who: 'staff' }, ['clerk', 'auditor']],
    [{ who: 'staff', roles: ['clerk', 'manager'] }, ['clerk']],
    [{ who: 'customer' }, ['customer']],
  ])('%o lets in %o', (right, names) => expect(allowed(right)).toEqual(names))
})
