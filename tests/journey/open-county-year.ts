import { type RunningTongdian, startTongdian } from '../../src/main.ts'
import { FileStore } from '../../src/platform/files/index.ts'
import { openStage } from '../../src/stories/county-year/direct-player.ts'
import { LaneClock } from '../../src/stories/county-year/lane-clock.ts'
import { playCountyYear } from '../../src/stories/county-year/play-county-year.ts'
import { createTestDatabase, type TestDatabase } from '../test-database.ts'

export interface CountyYear {
  readonly database: TestDatabase
  readonly running: RunningTongdian
  /** What went wrong in a case; none where all were played to their end. */
  readonly failures: readonly string[]
  close(): Promise<void>
}

/** A county year of so many cases, played through the real engine. */
export async function openCountyYear(cases: number): Promise<CountyYear> {
  const clock = new LaneClock(new Date('2025-12-20T01:00:00Z'))
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
  const { failures } = await playCountyYear(stage, { cases, lanes: 4 })
  const close = async () => {
    await running.stop()
    await database.close()
  }
  return { database, running, failures, close }
}
