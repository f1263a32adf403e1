import { afterAll, beforeAll, expect, it } from 'vitest'
import { directlyFollows, fromOcel, readXes, toOcel, variants, writeLogAsXes } from '../../src/insight/index.ts'
import { plainDate } from '../../src/kernel/index.ts'
import { wholeLogOf } from '../../src/service/insight/history/history-log.ts'
import { ResidentHistory } from '../../src/service/insight/index.ts'
import { findingReport } from '../../src/service/insight/reports/findings.ts'
import { type CountyYear, openCountyYear } from './open-county-year.ts'

/** `npm run -s bench county 20000` plays the whole county; here is a small one. */
const cases = 40
let county: CountyYear

beforeAll(async () => {
  county = await openCountyYear(cases)
  expect(county.failures).toEqual([])
})
afterAll(() => county?.close())

it('a county year through the real engine conforms fully, exports, and comes back identical', async () => {
  const { database, running } = county
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
