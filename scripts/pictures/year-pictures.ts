import { startTongdian } from '../../src/main.ts'
import { openDatabase } from '../../src/platform/database/index.ts'
import { FileStore } from '../../src/platform/files/index.ts'
import { CountyClock } from '../../src/stories/county-year/county-clock.ts'
import { openStage as openYear } from '../../src/stories/county-year/direct-player.ts'
import { playCountyYear } from '../../src/stories/county-year/play-county-year.ts'
import { type DeskPicture, deskCamera } from './desk-camera.ts'
import type { Stage } from './stage.ts'

/** Pages that say nothing worth a picture before a year of work is behind them. */
const pictures: readonly DeskPicture[] = [
  {
    name: 'insight-findings',
    login: 'zheng-an',
    path: '/desk/insight?variant=lv-standard',
    shown: '.finding-row',
    before: async (page, language) => {
      await page.locator('.finding-row').nth(1).click()
      await page.locator('.finding.on .link.verdict').first().click()
      await page.getByRole('radio').nth(1).check()
      const reason = {
        zh: '现场网络中断，次日补录，有当日工作票',
        en: 'No network on site; entered the next day from the work ticket',
      }
      await page.locator('.settle-form textarea').fill(reason[language])
      await page.locator('.finding.on').evaluate((element) => element.scrollIntoView({ block: 'center' }))
    },
  },
  {
    name: 'insight-compare',
    login: 'liu-jianping',
    path: '/desk/insight?view=compare&variant=lv-standard&b.variant=lv-short',
    shown: '.step.pair',
  },
  {
    name: 'insight-logs',
    login: 'liu-jianping',
    path: '/desk/insight?view=logs',
    shown: '.log-figures',
    before: async (page, language) => {
      await page.getByRole('button', { name: language === 'zh' ? '发现' : 'Find', exact: true }).click()
      await page.locator('.discovered .djs-element').first().waitFor()
      await page.locator('.discovered').evaluate((element) => element.scrollIntoView({ block: 'end' }))
    },
  },
  {
    name: 'insight-indicators',
    login: 'liu-jianping',
    path: '/desk/insight?view=indicators',
    shown: '.plot svg',
    before: async (page, language) => {
      const name = language === 'zh' ? '平均接电时间' : 'Mean connection time'
      await page.getByRole('button', { name }).first().click()
      await page.locator('.plot').getByText(name).or(page.getByRole('heading', { name })).first().waitFor()
    },
  },
  {
    name: 'insight-whatif',
    login: 'liu-jianping',
    path: '/desk/insight?view=whatif',
    shown: '.back-test',
    before: async (page, language) => {
      const words = {
        zh: ['复制为新情形', '一对一要几位客户经理？'],
        en: ['Copy as new', 'How many account managers'],
      } as const
      const [copy, ask] = words[language]
      await page.getByRole('button', { name: copy }).click()
      // A limit that some cases miss, and twice the applications.
      await page.locator('.lever input').nth(0).fill('6')
      await page.locator('.lever input').nth(1).fill('100')
      await page.getByRole('button', { name: ask }).click()
      await page.waitForSelector('.curve-answer')
      await page.locator('.insight-head').scrollIntoViewIfNeeded()
    },
  },
]

export const yearPictureNames: readonly string[] = pictures.map(({ name }) => name)

const beforeTheYear = new Date('2025-12-20T01:00:00Z')
const afterTheYear = new Date('2026-12-21T01:00:00Z')
const cases = 160
const misdeedsOfEach = 3

/** Founds the company in an empty folder and plays a year of it, in the order in which a year brings them; leaves the folder to be served. */
export async function playYear(dataFolder: string): Promise<void> {
  const clock = new CountyClock(beforeTheYear)
  const own = await openDatabase({ dataFolder, clock: 'test', poolSize: 20 })
  const database = { ...own, clock, testClock: clock }
  try {
    const quiet = { log: () => undefined }
    const running = await startTongdian({ database, dataFolder, port: 0, clock: 'test', seed: 'people', ...quiet })
    try {
      const year = await openYear(running.tongdian, clock, new FileStore(database, dataFolder))
      const { failures } = await playCountyYear(year, { cases, misdeedsOfEach })
      if (failures.length > 0) throw new Error(failures.join('\n'))
    } finally {
      await running.stop()
    }
  } finally {
    await own.close()
  }
}

/** Takes the pages that look back on the year, in both languages. */
export async function takeYearPictures(stage: Stage, isWanted: (name: string) => boolean): Promise<void> {
  await stage.server.tongdian.database.testClock?.set(afterTheYear)
  const take = deskCamera(stage)
  for (const picture of pictures.filter(({ name }) => isWanted(name))) await take(picture)
}
