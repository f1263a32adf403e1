import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { FileStore } from '../../src/platform/files/index.ts'
import { CountyClock } from '../../src/stories/county-year/county-clock.ts'
import { openStage } from '../../src/stories/county-year/direct-player.ts'
import {
  type CountyYearOptions,
  type CountyYear as PlayedYear,
  playCountyYear,
} from '../../src/stories/county-year/play-county-year.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

export interface CountyYear extends PlayedYear {
  readonly database: TestDatabase
  readonly running: RunningTongdian
  close(): Promise<void>
}

/** A county year played through the real engine; `failures` is empty where all cases were played to their end. */
export async function openCountyYear(options: CountyYearOptions): Promise<CountyYear> {
  const clock = new CountyClock(new Date('2025-12-20T01:00:00Z'))
  const database = { ...(await createTestDatabase({ clock: 'test' })), clock, testClock: clock }
  const { dataFolder } = database
  const running = await startTongdian({
    database,
    dataFolder,
    port: 0,
    clock: 'test',
    seed: 'people',
    log: () => undefined,
  })
  const stage = await openStage(running.tongdian, clock, new FileStore(database, dataFolder))
  const year = await playCountyYear(stage, { sideBySide: 8, ...options })
  const close = async () => {
    await running.stop()
    await database.close()
  }
  return { ...year, database, running, close }
}
