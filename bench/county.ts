import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type EventLog, fromOcel, readXes, toOcel, variants, writeLogAsXes } from '#insight'
import { connectDatabase, ensureDatabase, startEmbeddedServer } from '#platform/database/index'
import { renderDocument } from '#platform/documents/render-document'
import { FileStore } from '#platform/files/index'
import { wholeLogOf } from '#service/insight/history/history-log'
import { ResidentHistory } from '#service/insight/index'
import { startTongdian } from '../src/main.ts'
import { CountyClock } from '../src/stories/county-year/county-clock.ts'
import { openStage } from '../src/stories/county-year/direct-player.ts'
import { findPlanted } from '../src/stories/county-year/find-planted.ts'
import { playCountyYear } from '../src/stories/county-year/play-county-year.ts'

/**
 * `npm run -s bench county [-- --cases 20000 --weeks 40 --side-by-side 16 --irregular 1000 --every-document]`: a simulated
 * year of a county played through the real engine. Does its log conform, and does it come back identical from XES and OCEL?
 * Are so many irregularities of each kind among its cases all found, and nothing else?
 */
export async function run(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      cases: { type: 'string', default: '20000' },
      weeks: { type: 'string' },
      'side-by-side': { type: 'string', default: '16' },
      irregular: { type: 'string', default: '0' },
      'every-document': { type: 'boolean', default: false },
    },
  })
  const asked: Asked = {
    cases: Number(values.cases),
    weeks: values.weeks === undefined ? undefined : Number(values.weeks),
    sideBySide: Number(values['side-by-side']),
    irregular: Number(values.irregular),
    everyDocument: values['every-document'],
  }
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-county-'))
  chmodSync(dataFolder, 0o711)
  const server = await startEmbeddedServer(dataFolder)
  try {
    console.log(JSON.stringify(await playAndLook(server, dataFolder, asked), null, 2))
  } finally {
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

interface Asked {
  readonly cases: number
  readonly weeks: number | undefined
  readonly sideBySide: number
  /** Irregularities of each kind. */
  readonly irregular: number
  readonly everyDocument: boolean
}

async function playAndLook(
  server: Awaited<ReturnType<typeof startEmbeddedServer>>,
  dataFolder: string,
  { cases, weeks, sideBySide, irregular, everyDocument }: Asked,
) {
  await ensureDatabase(server.connect('owner', 'postgres'), 'county')
  const connections = { owner: server.connect('owner', 'county'), app: server.connect('app', 'county') }
  const clock = new CountyClock(new Date('2025-12-20T01:00:00Z'))
  const database = {
    ...(await connectDatabase(connections, { clock: 'test', poolSize: sideBySide + 4 })),
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
    ...(!everyDocument && { renderDocument: renderOnce() }),
  })
  // Messages to customers are put out, but nobody delivers them.
  await running.background.stop()
  try {
    const stage = await openStage(running.tongdian, clock, new FileStore(database, dataFolder))
    const start = performance.now()
    const year = await playCountyYear(stage, {
      cases,
      sideBySide,
      misdeedsOfEach: irregular,
      tell: (done) => tell(done, cases, start),
      ...(weeks !== undefined && { weeks }),
    })
    const playSeconds = (performance.now() - start) / 1000
    const { publicCompanyId, shelf } = running.tongdian
    const readStart = performance.now()
    const histories = await new ResidentHistory(database).cases(publicCompanyId)
    const readSeconds = (performance.now() - readStart) / 1000
    const log = wholeLogOf(histories)
    return {
      cases: histories.length,
      closed: histories.filter(({ status }) => status === 'closed').length,
      failures: year.failures.slice(0, 5),
      facts: histories.reduce((sum, each) => sum + each.factCount, 0),
      events: log.eventCount,
      variants: variants(log).variantCount,
      irregularities: findPlanted(histories, year.misdeeds, irregular, await shelf.get(publicCompanyId)),
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
