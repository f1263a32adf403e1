import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startTongdian } from '../src/main.ts'
import { signInStaff } from '../src/platform/accounts/sign-in-client.ts'
import { playDemonstration } from '../src/stories/demonstration-cases.ts'
import { buildWeb } from './build-web.mjs'
import { launchBrowser } from './find-browser.ts'

/** One picture of the user guide: whose page, where, what must be there, and what is done before it is taken. */
interface Picture {
  readonly name: string
  readonly login: string
  readonly path: string
  readonly shown: string
  readonly before?: (page: Page) => Promise<void>
}

/** Opens the case of a customer from the list of cases. */
const openCase = (customer: string) => async (page: Page) => {
  await page.getByRole('link', { name: customer }).first().click()
  await page.waitForSelector('.case-head')
  await page.waitForLoadState('networkidle')
}

const pictures: readonly Picture[] = [
  {
    name: 'desk-inbox',
    login: 'song-ya',
    path: '/desk/inbox?queue=team',
    shown: '.preview h2',
    before: (page) => page.keyboard.press('j'),
  },
  { name: 'desk-new-application', login: 'he-min', path: '/desk/cases/new', shown: '.schema-form' },
  {
    name: 'desk-case',
    login: 'gao-jianjun',
    path: '/desk/cases?search=王建国',
    shown: '.cases-table',
    before: openCase('王建国'),
  },
  {
    name: 'desk-process',
    login: 'gao-jianjun',
    path: '/desk/cases?search=王建国',
    shown: '.cases-table',
    before: async (page) => {
      await openCase('王建国')(page)
      await page.keyboard.press('p')
      await page.waitForSelector('.drawing .is-active')
    },
  },
  {
    name: 'desk-return',
    login: 'liu-jianping',
    path: '/desk/cases?search=王建国',
    shown: '.cases-table',
    before: async (page) => {
      await openCase('王建国')(page)
      await page.keyboard.press('m')
      await page.getByRole('button', { name: '退回', exact: true }).click()
      await page.getByLabel('退回到').selectOption('survey-site')
      await page.waitForSelector('.voided')
    },
  },
  { name: 'desk-overview', login: 'liu-jianping', path: '/desk/overview', shown: '.figures' },
  { name: 'desk-people', login: 'administrator', path: '/desk/people', shown: '.staff' },
  { name: 'desk-limits', login: 'administrator', path: '/desk/standards/decision/limits', shown: '.decision' },
  { name: 'desk-calendar', login: 'administrator', path: '/desk/standards/calendar/2026', shown: '.month' },
]

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'user-guide', 'pictures')
/** The Monday on which the pictured company stands: the same pictures at whatever time they are taken. */
const today = new Date('2026-11-23T09:00:00+08:00')

async function take(browser: Browser, url: string, cookie: string, picture: Picture): Promise<void> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    reducedMotion: 'reduce',
  })
  const pairs = cookie.split('; ').map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
  await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })))
  const page = await context.newPage()
  await page.goto(`${url}${picture.path}`)
  await page.waitForSelector(picture.shown)
  await picture.before?.(page)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${picture.name}.zh.png`) })
  await context.close()
}

/** `node scripts/take-pictures.ts [NAME…]`: all pictures, or those named, of a scratch company with the demonstration's cases. */
async function takeAll(names: readonly string[]): Promise<void> {
  await buildWeb(root)
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-pictures-'))
  const server = await startTongdian({
    dataFolder,
    port: 0,
    clock: 'test',
    seed: 'people',
    web: true,
    log: () => undefined,
  })
  const browser = await launchBrowser()
  const cookies = new Map<string, string>()
  try {
    const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8'))
    await playDemonstration({ baseUrl: server.url, accounts, dataFolder }, today)
    await server.tongdian.database.testClock?.set(today)
    mkdirSync(folder, { recursive: true })
    for (const picture of pictures.filter(({ name }) => names.length === 0 || names.includes(name))) {
      const account = accounts.find(({ login }: { login: string }) => login === picture.login)
      const cookie = cookies.get(picture.login) ?? (await signInStaff(server.url, account))
      cookies.set(picture.login, cookie)
      await take(browser, server.url, cookie, picture)
      console.log(picture.name)
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

await takeAll(process.argv.slice(2))
