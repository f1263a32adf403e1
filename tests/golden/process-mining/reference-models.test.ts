import { describe, expect, it } from 'vitest'
import { alignLog, readPnml, tokenReplay } from '#insight'
import { getAccepted } from '#kernel'
import { hasReferenceLogs, readReference, readReferenceLog } from './reference-logs.ts'

/** Origin: pm4py 2.7.11.4 on the same files (performance page, section 6), fitness to six, shares to three decimals. */
const figures = [
  ['running-example.xes', 'running-example.pnml', 1, 100, 1, 100],
  ['roadtraffic100traces.xes', 'roadtraffic.pnml', 1, 100, 1, 100],
  ['receipt.xes.gz', 'receipt_one_variant.pnml', 0.90362, 53.208, 0.77405, 0.837],
] as const

describe.skipIf(!hasReferenceLogs())('reference logs against reference models', () => {
  it.each(figures)('%s on %s', (logName, modelName, tokenFitness, percentFitTraces, fitness, percentFit) => {
    const { log } = readReferenceLog(logName)
    const net = getAccepted(readPnml(readReference(modelName)))
    const replay = tokenReplay(log, net)
    expect(Math.abs(replay.tokenFitness - tokenFitness)).toBeLessThanOrEqual(1e-6)
    expect(Math.abs(replay.percentFitTraces - percentFitTraces)).toBeLessThanOrEqual(0.000_501)
    const aligned = getAccepted(alignLog(log, net))
    expect(Math.abs(aligned.fitness - fitness)).toBeLessThanOrEqual(1e-6)
    expect(Math.abs(aligned.percentFit - percentFit)).toBeLessThanOrEqual(0.000_501)
  })
})
