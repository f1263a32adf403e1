import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type EventLog, fromOcel, readXes, toOcel, variants, writeLogAsXes } from '#insight'
import { plainDate } from '#kernel'
import { connectDatabase, ensureDatabase, startEmbeddedServer } from '#platform/database/index'
import { renderDocument } from '#platform/documents/render-document'
import { FileStore } from '#platform/files/index'
import { wholeLogOf } from '#service/insight/history/history-log'
import { ResidentHistory } from '#service/insight/index'
import { findingReport } from '#service/insight/reports/findings'
import { startTongdian } from '../src/main.ts'
import { openStage } from '../src/stories/county-year/direct-player.ts'
import { LaneClock } from '../src/stories/county-year/lane-clock.ts'
import { playCountyYear } from '../src/stories/county-year/play-county-year.ts'

/**
 * `npm run -s bench county [CASES] [LANES] [one-sheet | every-document] [SECONDS]`: a simulated year of a county (20 000 cases) played through the real engine: does its
 * log conform, and does it come back identical from XES and OCEL?
 */
export async function run([
  count = '20000',
  lanes = '8',
  documents = 'one-sheet',
  seconds = 'Infinity',
]: readonly string[]): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-county-'))
  chmodSync(dataFolder, 0o711)
  const server = await startEmbeddedServer(dataFolder)
  try {
    console.log(
      JSON.stringify(
        await playAndLook(server, dataFolder, Number(count), Number(lanes), documents, Number(seconds)),
        null,
        2,
      ),
    )
  } finally {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

async function playAndLook(
  server: Awaited<ReturnType<typeof startEmbeddedServer>>,
  dataFolder: string,
  cases: number,
  lanes: number,
  documents: string,
  mostSeconds: number,
) {
  await ensureDatabase(server.connect('owner', 'postgres'), 'county')
  const connections = { owner: server.connect('owner', 'county'), app: server.connect('app', 'county') }
  const clock = new LaneClock(new Date('2025-12-20T01:00:00Z'))
  const database = {
    ...(await connectDatabase(connections, { clock: 'test', poolSize: lanes + 4 })),
    clock,
    testClock: clock,
  }
  const running = await startTongdian({
    database,
    dataFolder,
    port: 0,
    clock: 'test',
    seed: 'people',
    log: () => undefined,
    ...(documents !== 'every-document' && { renderDocument: renderOnce() }),
  })
  // Messages to customers are put out, but nobody delivers them.
  await running.background.stop()
  try {
    const stage = await openStage(running.tongdian, clock, new FileStore(database, dataFolder))
    const start = performance.now()
    const year = await playCountyYear(stage, { cases, lanes, mostSeconds, tell: (done) => tell(done, cases, start) })
    const playSeconds = (performance.now() - start) / 1000
    const { publicCompanyId, shelf } = running.tongdian
    const readStart = performance.now()
    const histories = await new ResidentHistory(database).cases(publicCompanyId)
    const readSeconds = (performance.now() - readStart) / 1000
    const { groups, deviating } = findingReport(histories, await shelf.get(publicCompanyId), plainDate('2026-12-31'))
    const log = wholeLogOf(histories)
    return {
      cases: histories.length,
      closed: histories.filter(({ status }) => status === 'closed').length,
      failures: year.failures.slice(0, 5),
      facts: histories.reduce((sum, each) => sum + each.factCount, 0),
      events: log.eventCount,
      variants: variants(log).variantCount,
      deviating,
      findings: groups.map(({ kind, cases: found }) => ({ kind, cases: found })),
      xesIdentical: isSame(log, throughXes(log)),
      ocelIdentical: isSame(log, throughOcel(log)),
      playSeconds: Math.round(playSeconds),
      casesPerSecond: Number((year.cases / playSeconds).toFixed(1)),
      readSeconds: Number(readSeconds.toFixed(1)),
    }
  } finally {
    await running.stop()
    await database.close()
  }
}

/** Rendering is measured elsewhere and would be half of the time: every form of one kind gets the sheet of the first. */
function renderOnce(): typeof renderDocument {
  const rendered = new Map<string, ReturnType<typeof renderDocument>>()
  return (document, options) => {
    const key = document.title
    const known = rendered.get(key) ?? renderDocument(document, options)
    rendered.set(key, known)
    return known
  }
}

function tell(done: number, cases: number, start: number): void {
  if (done % 100 !== 0) return
  console.error(`${done} of ${cases}, ${(done / ((performance.now() - start) / 1000)).toFixed(1)} a second`)
}

const shanghaiMinutes = 480

function throughXes(log: EventLog): EventLog {
  const read = readXes([...writeLogAsXes(log, shanghaiMinutes)].join(''), 'elapsed')
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value.log
}

function throughOcel(log: EventLog): EventLog {
  const read = fromOcel(JSON.parse(JSON.stringify(toOcel(log))))
  if (!read.ok) throw new Error(JSON.stringify(read.refusal))
  return read.value
}

/** The same cases, activities, people and times, event by event. */
function isSame(a: EventLog, b: EventLog): boolean {
  if (a.eventCount !== b.eventCount || a.caseCount !== b.caseCount) return false
  for (let c = 0; c <= a.caseCount; c += 1) {
    if (a.caseIds[c] !== b.caseIds[c] || a.caseStarts[c] !== b.caseStarts[c]) return false
  }
  for (let i = 0; i < a.eventCount; i += 1) {
    if (a.timeMs[i] !== b.timeMs[i] || a.startMs?.[i] !== b.startMs?.[i]) return false
    if (a.activities[a.activityOf[i] ?? 0] !== b.activities[b.activityOf[i] ?? 0]) return false
    if (a.resources[a.resourceOf[i] ?? 0] !== b.resources[b.resourceOf[i] ?? 0]) return false
  }
  return true
}
