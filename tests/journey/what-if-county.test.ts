import { afterAll, beforeAll, expect, it } from 'vitest'
import { runWhatIf } from '../../src/insight/index.ts'
import { getAccepted } from '../../src/kernel/index.ts'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { FileStore } from '../../src/platform/files/index.ts'
import { officeTimeOf } from '../../src/service/insight/history/office-hours.ts'
import { ResidentHistory } from '../../src/service/insight/index.ts'
import { whatIfGround } from '../../src/service/insight/what-if/what-if-basis.ts'
import { openStage } from '../../src/stories/county-year/direct-player.ts'
import { LaneClock } from '../../src/stories/county-year/lane-clock.ts'
import { playCountyYear } from '../../src/stories/county-year/play-county-year.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

let database: TestDatabase
let running: RunningTongdian

beforeAll(async () => {
  const clock = new LaneClock(new Date('2025-12-20T01:00:00Z'))
  database = { ...(await createTestDatabase({ clock: 'test' })), clock, testClock: clock }
  const { dataFolder } = database
  running = await startTongdian({ database, dataFolder, port: 0, clock: 'test', seed: 'people', log: () => undefined })
  const stage = await openStage(running.tongdian, clock, new FileStore(database, dataFolder))
  expect((await playCountyYear(stage, { cases: 160, lanes: 4 })).failures).toEqual([])
}, 240_000)
afterAll(async () => {
  await running?.stop()
  await database?.close()
})

it('a year through the real engine is calibrated, passes its back-test, and slows down with twice the applications', async () => {
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
