import { afterAll, describe, expect, it } from 'vitest'
import {
  directlyFollows,
  fromOcel,
  irregularityKinds,
  readXes,
  toOcel,
  variants,
  writeLogAsXes,
} from '../../src/insight/index.ts'
import { plainDate } from '../../src/kernel/index.ts'
import type { CaseHistory } from '../../src/service/insight/history/case-history.ts'
import { wholeLogOf } from '../../src/service/insight/history/history-log.ts'
import { ResidentHistory } from '../../src/service/insight/index.ts'
import { findingReport } from '../../src/service/insight/reports/findings.ts'
import { findPlanted } from '../../src/stories/county-year/find-planted.ts'
import type { CountyYearOptions } from '../../src/stories/county-year/play-county-year.ts'
import { type CountyYear, openCountyYear } from './open-county-year.ts'

/** `npm run -s bench county` plays the whole county; here are small ones. */
const opened: CountyYear[] = []
afterAll(async () => {
  for (const county of opened) await county.close()
})

async function play(options: CountyYearOptions) {
  const county = await openCountyYear(options)
  opened.push(county)
  expect(county.failures).toEqual([])
  const { publicCompanyId, shelf } = county.running.tongdian
  const histories = await new ResidentHistory(county.database).cases(publicCompanyId)
  return { county, histories, standards: await shelf.get(publicCompanyId) }
}

describe('a county year through the real engine', () => {
  it('conforms fully, exports, and comes back identical', async () => {
    const cases = 40
    const { histories, standards } = await play({ cases })
    expect(histories).toHaveLength(cases)
    expect(new Set(histories.map(({ status }) => status))).toEqual(new Set(['closed']))
    const found = findingReport(histories, standards, plainDate('2026-12-31'))
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

  it('is the same year again, however many commands are on their way at once', async () => {
    const year = { cases: 20, weeks: 1 }
    const [alone, together] = [await play({ ...year, sideBySide: 1 }), await play({ ...year, sideBySide: 8 })]
    expect(told(together.histories)).toEqual(told(alone.histories))
  })

  it('shows every irregularity that people got past it or that was planted in its log, and no other', async () => {
    const { county, histories, standards } = await play({ cases: 70, weeks: 10, misdeedsOfEach: 5 })
    const figures = findPlanted(histories, county.misdeeds, 5, standards)
    expect(figures).toEqual(irregularityKinds.map((kind) => ({ kind, planted: 5, found: 5, falseAlarms: 0 })))
  })
})

/** Everything of a year but the ids that chance gave. */
const told = (histories: readonly CaseHistory[]) =>
  histories.map(({ caseId: _, subjectKey: __, ...rest }) => rest).sort((a, b) => (a.caseNumber < b.caseNumber ? -1 : 1))
