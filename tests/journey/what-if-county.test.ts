import { afterAll, beforeAll, expect, it } from 'vitest'
import { runWhatIf } from '../../src/insight/index.ts'
import { getAccepted } from '../../src/kernel/index.ts'
import { officeTimeOf } from '../../src/service/insight/history/office-hours.ts'
import { ResidentHistory } from '../../src/service/insight/index.ts'
import { whatIfGround } from '../../src/service/insight/what-if/what-if-basis.ts'
import { type CountyYear, openCountyYear } from './open-county-year.ts'

let county: CountyYear

beforeAll(async () => {
  county = await openCountyYear({ cases: 160 })
  expect(county.failures).toEqual([])
}, 240_000)
afterAll(() => county?.close())

it('a year through the real engine is calibrated, passes its back-test, and slows down with twice the applications', async () => {
  const { database, running } = county
  const { publicCompanyId: companyId, shelf } = running.tongdian
  const histories = await new ResidentHistory(database).cases(companyId)
  const standards = await shelf.get(companyId)
  const now = new Date('2026-12-20T01:00:00Z')
  const office = getAccepted(officeTimeOf(histories, standards, now))
  const { basis, task } = getAccepted(whatIfGround(histories, standards, office, now))
  expect(basis.backTest).toMatchObject({ kind: 'tested', passed: true })
  expect(basis.estimates.find(({ kind, key }) => kind === 'work' && key === 'survey-site')?.basis).toBe('own')
  const scenarios = [{ name: 'twice', arrivalChange: 1 }]
  const { outcomes } = getAccepted(runWhatIf({ ...task, seed: 1, people: [], scenarios }))
  const { mean = 0, halfWidth = 0 } = outcomes[1]?.meanChangeDays ?? {}
  expect(mean - halfWidth).toBeGreaterThan(0)
})
