import { describe, expect, it } from 'vitest'
import { directlyFollows, edgeTotals, throughput, variants } from '#insight'
import { hasReferenceLogs, readReferenceLog } from './reference-logs.ts'

/**
 * Origin: pm4py 2.7.11.4 on the same files (performance page, section 6; rounded there to the millisecond). It reads XES
 * times as the clock on the wall showed them, hence `wall`; the figures for `elapsed` are those it gives for the same
 * receipt log from CSV, where it heeds the zones.
 */
const figures = [
  ['running-example.xes', 42, 6, 8, 6, 16, 36, 815_940, 966_890],
  ['reviewing.xes', 3_730, 100, 14, 96, 50, 3_630, 81_046_800, 72_762_372],
  ['roadtraffic100traces.xes', 390, 100, 10, 10, 18, 290, 21_859_200, 26_996_544],
  ['receipt.xes.gz', 8_577, 1_434, 27, 116, 99, 7_143, 2_868.583, 467_329.187],
  ['interval_event_log.xes', 8_109, 1_266, 8, 9, 14, 6_843, 1_932_497, 2_102_424.424],
  ['bpic2012.xes.gz', 262_200, 13_087, 24, 4_366, 125, 249_113, 69_857.434, 744_916.341],
] as const

describe.skipIf(!hasReferenceLogs())('figures of the reference logs', () => {
  it.each(figures)('%s', (name, events, cases, activities, variantCount, dfgEdges, dfgSum, median, mean) => {
    const { log } = readReferenceLog(name)
    const { medianSeconds, meanSeconds } = throughput(log)
    expect(log.eventCount).toBe(events)
    expect(log.caseCount).toBe(cases)
    expect(log.activities.length).toBe(activities)
    expect(variants(log).variantCount).toBe(variantCount)
    expect(edgeTotals(directlyFollows(log))).toEqual({ dfgEdges, dfgSum })
    // The page gives three decimals: half a thousandth is all that can be asked of it.
    expect(Math.abs(medianSeconds - median)).toBeLessThanOrEqual(0.000_501)
    expect(Math.abs(meanSeconds - mean)).toBeLessThanOrEqual(0.000_501)
  })

  it('receipt, true moments', () => {
    const { log } = readReferenceLog('receipt.xes.gz', 'elapsed')
    expect(Math.abs(throughput(log).meanSeconds - 467_263.915)).toBeLessThanOrEqual(0.000_501)
  })
})
