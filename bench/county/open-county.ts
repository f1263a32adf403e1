import type { Database } from '#platform/database/index'
import { renderDocument } from '#platform/documents/render-document'
import { FileStore } from '#platform/files/index'
import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { CountyClock } from '../../src/stories/county-year/county-clock.ts'
import { openStage } from '../../src/stories/county-year/direct-player.ts'
import {
  type CountyYear,
  type CountyYearOptions,
  playCountyYear,
} from '../../src/stories/county-year/play-county-year.ts'
import { type ScratchServer, startScratchServer } from '../scratch-database.ts'

export const countyDatabase = 'county'

/** A whole server of its own on an embedded database, whose company is a county that has lived through a year. */
export interface County {
  readonly scratch: ScratchServer
  readonly database: Database
  readonly clock: CountyClock
  readonly running: RunningTongdian
  close(): Promise<void>
}

export interface CountyOptions {
  /** Most commands on their way at once. */
  readonly sideBySide: number
  /** Every form of one kind gets the sheet of the first: rendering is measured elsewhere and would be half of the time. */
  readonly everyDocument?: boolean
  readonly web?: boolean
}

export async function openCounty({ sideBySide, everyDocument = false, web = false }: CountyOptions): Promise<County> {
  const scratch = await startScratchServer()
  const clock = new CountyClock(new Date('2025-12-20T01:00:00Z'))
  const connected = await scratch.openDatabase(countyDatabase, 'test', sideBySide + 4)
  const database = { ...connected, clock, testClock: clock }
  const running = await startTongdian({
    database,
    dataFolder: scratch.folder,
    port: 0,
    clock: 'test',
    seed: 'people',
    web,
    log: () => undefined,
    ...(!everyDocument && { renderDocument: renderOnce() }),
  })
  // Messages to customers are put out, but nobody delivers them.
  await running.background.stop()
  return {
    scratch,
    database,
    clock,
    running,
    async close() {
      await running.stop()
      await database.close()
      await scratch.close()
    },
  }
}

/** Plays the year; tells on standard error how far it is. */
export async function playYear(
  { running, clock, database, scratch }: County,
  options: Omit<CountyYearOptions, 'tell'>,
): Promise<CountyYear> {
  const stage = await openStage(running.tongdian, clock, new FileStore(database, scratch.folder))
  const start = performance.now()
  return await playCountyYear(stage, { ...options, tell: (done) => tell(done, options.cases, start) })
}

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
