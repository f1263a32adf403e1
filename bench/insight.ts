import {
  alignLog,
  columnBytes,
  directlyFollows,
  discoverTree,
  type EventLog,
  Simulation,
  throughput,
  tokenReplay,
  treeToNet,
  variants,
} from '#insight'
import { getAccepted } from '#kernel'
import { heapFloor, mapFloor } from './insight/floor.ts'
import { importRuns } from './insight/import-runs.ts'
import { largeLogInOneGigabyte } from './insight/large-log.ts'
import { installPm4js, pm4jsMap } from './insight/peer.ts'
import { hasReferenceLogs, readLog, repeatLog } from './insight/reference-log.ts'
import { sqlMap } from './insight/sql.ts'
import { type Check, check, median, printReport, round, say } from './report.ts'

const copies = 117
const figures: Record<string, unknown> = {}
const checks: Check[] = []
const leftOut: string[] = []

/**
 * The engines of insight beside bare loops over the same columns, pm4js and SQL; XES import beside the bare parser;
 * replay and alignments of real logs; simulation beside a bare heap. `--quick` leaves out pm4js and SQL.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  leftOut.push('load from PostgreSQL beside COPY: no such loader yet')
  const peers = !args.includes('--quick') && installPm4js()
  if (!peers) leftOut.push('pm4js and SQL')
  simulationRates()
  if (hasReferenceLogs()) await onReferenceLogs(peers)
  else leftOut.push('all that needs reference logs: set TONGDIAN_REFERENCE_DATA')
  printReport({ name: 'insight', figures, checks, leftOut })
}

async function onReferenceLogs(peers: boolean): Promise<void> {
  const receipt = readLog('receipt.xes.gz')
  const million = repeatLog(receipt, copies)
  const oursMs = mapTimes(million)
  conformanceTimes(receipt)
  if (peers) {
    const pm4js = pm4jsMap(million)
    const sqlMs = await sqlMap(receipt, copies).catch((error: unknown) => {
      leftOut.push(`SQL: ${error instanceof Error ? error.message : error}`)
      return Number.NaN
    })
    Object.assign(figures, { pm4jsMapMs: round(pm4js), sqlMapMs: round(sqlMs) })
    checks.push(check('map over pm4js', pm4js / oursMs, '>=15'))
    if (!Number.isNaN(sqlMs)) checks.push(check('map over SQL', sqlMs / oursMs, '>=35'))
  }
  largeLogFigures(receipt)
  importFigures(peers)
}

const timed = (work: () => unknown): number => {
  const begin = performance.now()
  work()
  return performance.now() - begin
}

function mapTimes(log: EventLog): number {
  const ours: number[] = []
  const floor: number[] = []
  const medians: number[] = []
  for (let n = 0; n < 9; n++) {
    floor.push(timed(() => mapFloor(log)))
    ours.push(timed(() => [directlyFollows(log), variants(log), throughput(log)]))
    medians.push(timed(() => directlyFollows(log, { medians: true })))
  }
  const bytes = columnBytes(log) / log.eventCount
  say(`insight: ${log.eventCount} events: map ${median(ours).toFixed(1)} ms, floor ${median(floor).toFixed(1)} ms`)
  Object.assign(figures, {
    events: log.eventCount,
    mapMs: round(median(ours)),
    mapFloorMs: round(median(floor)),
    graphWithMediansMs: round(median(medians)),
    bytesPerEvent: round(bytes),
  })
  checks.push(check('map over the floor', median(ours) / median(floor), '<=3'), check('bytes an event', bytes, '<=40'))
  return median(ours)
}

function largeLogFigures(receipt: EventLog): void {
  if (process.platform !== 'linux') {
    leftOut.push('ten million events in 1 GB: the limit is set by a Linux shell')
    return
  }
  const large = largeLogInOneGigabyte()
  say(`insight: ten million events in 1 GB: ${JSON.stringify(large)}`)
  figures.tenMillionEvents = large
  const worked =
    'events' in large &&
    large.events > 10_000_000 &&
    large.edges === directlyFollows(receipt).count.length &&
    large.variants === variants(receipt).variantCount
  checks.push(check('ten million events mapped within 1 GB', worked ? 1 : 0, '>=1'))
}

function conformanceTimes(receipt: EventLog): void {
  const large = readLog('bpic2012.xes.gz')
  const net = treeToNet(discoverTree(large, 0.2))
  const replayMs = timed(() => tokenReplay(large, net))
  const models = { plain: treeToNet(discoverTree(receipt)), infrequent: treeToNet(discoverTree(receipt, 0.2)) }
  const alignMs = Object.fromEntries(
    Object.entries(models).map(([name, model]) => [name, round(timed(() => getAccepted(alignLog(receipt, model))))]),
  )
  say(`insight: replay ${replayMs.toFixed(0)} ms, alignments ${JSON.stringify(alignMs)} ms`)
  Object.assign(figures, { replayMs: round(replayMs), alignMs })
  checks.push(check('replay of 262 200 events, s', replayMs / 1000, '<=2.5'))
  checks.push(check('alignments of receipt, s', Math.max(...Object.values(alignMs)) / 1000, '<=10'))
}

function importFigures(peers: boolean): void {
  const { bare, ours, pm4js } = importRuns(3, peers)
  Object.assign(figures, { import: { bare, ours, pm4js } })
  if (!bare || !ours) return
  checks.push(check('XES import over the bare parser', bare.seconds / ours.seconds, '>=0.8'))
  checks.push(check('XES import peak memory over bare', ours.peakMb / bare.peakMb, '<=1.3'))
  if (pm4js) checks.push(check('XES import over pm4js', pm4js.seconds / ours.seconds, '>=5'))
}

/** Twenty busy stations in a row, so that the queue of events is as long as a company's. */
function simulationRates(): void {
  const stations = Array.from({ length: 20 }, (_, i) => `station ${i}`)
  const model = {
    start: 'station 0',
    nodes: [
      ...stations.map((id, i) => ({
        kind: 'task' as const,
        id,
        role: id,
        service: { kind: 'exponential' as const, meanHours: 5 },
        next: stations[i + 1] ?? 'end',
      })),
      { kind: 'end' as const, id: 'end' },
    ],
    arrivals: { kind: 'poisson' as const, perHour: 2 },
    staff: stations.map((id) => ({ name: id, roles: [id], count: 12 })),
    horizonHours: 25_000,
  }
  const rates: number[] = []
  const floors: number[] = []
  for (let n = 0; n < 5; n++) {
    // As many events wait as people work: 20 stations with ten of twelve busy.
    floors.push(heapFloor(200, 1_000_000))
    const simulation = new Simulation(model, n + 1)
    const ms = timed(() => simulation.advance())
    rates.push((simulation.measures().taskEvents / ms) * 1000)
  }
  say(`insight: simulation ${Math.round(median(rates))} tasks/s, bare heap ${Math.round(median(floors))} events/s`)
  Object.assign(figures, { simulatedTasksPerSecond: round(median(rates)), heapFloorPerSecond: round(median(floors)) })
  checks.push(check('simulated tasks a second', median(rates), '>=1000000'))
  checks.push(check('simulation over the bare heap', median(rates) / median(floors), '>=0.5'))
}
