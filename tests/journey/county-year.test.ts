import { afterAll, beforeAll, expect, it } from 'vitest'
import { directlyFollows, fromOcel, readXes, toOcel, variants, writeLogAsXes } from '../../src/insight/index.ts'
import { plainDate } from '../../src/kernel/index.ts'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { FileStore } from '../../src/platform/files/index.ts'
import { wholeLogOf } from '../../src/service/insight/history/history-log.ts'
import { ResidentHistory } from '../../src/service/insight/index.ts'
import { findingReport } from '../../src/service/insight/reports/findings.ts'
import { openStage } from '../../src/stories/county-year/direct-player.ts'
import { LaneClock } from '../../src/stories/county-year/lane-clock.ts'
import { playCountyYear } from '../../src/stories/county-year/play-county-year.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

/** `npm run -s bench county 20000` plays the whole county; here is a small one. */
const cases = 40
let database: TestDatabase
let running: RunningTongdian

beforeAll(async () => {
  const clock = new LaneClock(new Date('2025-12-20T01:00:00Z'))
  database = { ...(await createTestDatabase({ clock: 'test' })), clock, testClock: clock }
  const { dataFolder } = database
  running = await startTongdian({ database, dataFolder, port: 0, clock: 'test', seed: 'people', log: () => undefined })
  const stage = await openStage(running.tongdian, clock, new FileStore(database, dataFolder))
  const year = await playCountyYear(stage, { cases, lanes: 4 })
  expect(year.failures).toEqual([])
})
afterAll(async () => {
  await running?.stop()
  await database?.close()
})

it('a county year through the real engine conforms fully, exports, and comes back identical', async () => {
  const { publicCompanyId: companyId, shelf } = running.tongdian
  const histories = await new ResidentHistory(database).cases(companyId)
  expect(histories).toHaveLength(cases)
  expect(new Set(histories.map(({ status }) => status))).toEqual(new Set(['closed']))
  const found = findingReport(histories, await shelf.get(companyId), plainDate('2026-12-31'))
  expect(found.groups.map(({ kind, findings }) => [kind, findings[0]])).toEqual([])

  const log = wholeLogOf(histories)
  const xes = readXes([...writeLogAsXes(log, 480)].join(''), 'elapsed')
  if (!xes.ok) throw new Error(JSON.stringify(xes.refusal))
  const ocel = fromOcel(JSON.parse(JSON.stringify(toOcel(log))))
  if (!ocel.ok) throw new Error(JSON.stringify(ocel.refusal))
  for (const back of [xes.value.log, ocel.value]) {
    expect(back.caseIds).toEqual(log.caseIds)
    expect([...back.timeMs]).toEqual([...log.timeMs])
    expect([...back.caseStarts]).toEqual([...log.caseStarts])
    const names = ({ activities, activityOf }: typeof log) => Array.from(activityOf, (code) => activities[code])
    expect(names(back)).toEqual(names(log))
    expect([...directlyFollows(back).count].sort()).toEqual([...directlyFollows(log).count].sort())
    expect(variants(back).variantCount).toBe(variants(log).variantCount)
  }
})
