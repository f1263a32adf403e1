import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { buildWeb } from '../scripts/build-web.mjs'
import { launchBrowser } from '../scripts/find-browser.ts'
import { startTongdian } from '../src/main.ts'
import { Player, type StaffAccount } from '../src/stories/player.ts'
import { type County, countyDatabase, openCounty, playYear } from './county/open-county.ts'
import { multiplyCases } from './insight-pages/multiply-cases.ts'
import { type Visit, walk } from './insight-pages/walk-pages.ts'
import { check, printReport, round, say } from './report.ts'

const sideBySide = 4
const yearEnd = '2026-12-30T08:00:00Z'

/**
 * Every page of insight, phone and desk, over a company's own log of `--events` (1000000) completed tasks: `--played` (300)
 * cases of a simulated county year go through the real engine, then each is told again so many times and loaded in bulk;
 * the pages are opened by a manager in a browser and judged by axe.
 */
export async function run(args: readonly string[] = []): Promise<void> {
  const { values } = parseArgs({
    args: [...args],
    options: { events: { type: 'string', default: '1000000' }, played: { type: 'string', default: '300' } },
  })
  const wanted = Number(values.events)
  await buildWeb(process.cwd())
  const county = await openCounty({ sideBySide })
  try {
    await playYear(county, { cases: Number(values.played), sideBySide })
    const played = await countEvents(county)
    const copies = Math.max(0, Math.ceil(wanted / played - 1))
    const from = performance.now()
    await multiplyCases(county, copies)
    const events = await countEvents(county)
    const loadSeconds = (performance.now() - from) / 1000
    say(`insight-pages: ${events} events after ${loadSeconds.toFixed(0)} s`)
    const visits = await openPages(county)
    report(events, loadSeconds, visits)
  } finally {
    await county.close()
  }
}

async function countEvents({ database, running }: County): Promise<number> {
  const companyId = running.tongdian.publicCompanyId
  return await database.withCompany(companyId, async (tx) => {
    const row = await tx
      .selectFrom('fact')
      .select((eb) => eb.fn.countAll().as('count'))
      .where('type', '=', 'task-completed')
      .executeTakeFirstOrThrow()
    return Number(row.count)
  })
}

/** The server anew, at the end of the year: the one that played stands at its beginning. */
async function openPages({ scratch }: County): Promise<readonly Visit[]> {
  const database = await scratch.openDatabase(countyDatabase, 'test', 8)
  const dataFolder = scratch.folder
  await database.testClock?.set(new Date(yearEnd))
  const running = await startTongdian({
    database,
    dataFolder,
    port: 0,
    clock: 'test',
    seed: 'people',
    web: true,
    log: (entry) => {
      if (entry.event === 'internal-error') say(`insight-pages: ${JSON.stringify(entry)}`)
    },
  })
  await running.background.stop()
  const browser = await launchBrowser()
  try {
    const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as StaffAccount[]
    const cookie = await new Player({ baseUrl: running.url, accounts, dataFolder }).cookieOf('liu-jianping')
    const desk = await walk(browser, running.url, cookie, 1440)
    return [...desk, ...(await walk(browser, running.url, cookie, 390))]
  } finally {
    await browser.close()
    await running.stop()
    await database.close()
  }
}

function report(events: number, loadSeconds: number, visits: readonly Visit[]): void {
  const bad = visits.filter(({ failure }) => failure !== undefined)
  const violations = visits.flatMap((visit) => visit.violations.map((each) => `${visit.stop} ${visit.width}: ${each}`))
  const overflow = visits.filter(({ overflowPx }) => overflowPx > 0).length
  printReport({
    name: 'insight-pages',
    figures: {
      events,
      loadSeconds: round(loadSeconds),
      pages: visits.map(({ violations: _, ...visit }) => visit),
      violations,
    },
    checks: [
      check('events', events, '>=1000000'),
      check('pages that failed', bad.length, '<=0'),
      check('violations found by axe', violations.length, '<=0'),
      check('pages wider than the screen', overflow, '<=0'),
    ],
  })
}
