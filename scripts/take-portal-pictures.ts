import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { startTongdian } from '../src/main.ts'
import { hvFactory } from '../src/stories/hv-factory.ts'
import { lvResident } from '../src/stories/lv-resident.ts'
import { playUntil } from '../src/stories/play-until.ts'
import { type Answer, Player } from '../src/stories/player.ts'
import type { Story } from '../src/stories/story.ts'
import { buildWeb } from './build-web.mjs'
import { launchBrowser } from './find-browser.ts'

/** Where a customer of the guide stands: a story left open at one of its steps. */
const standings = {
  plan: { story: hvFactory, useCase: 'answer-supply-plan', phone: '13800000401' },
  contract: { story: hvFactory, useCase: 'sign-contract', phone: '13800000402' },
  connected: { story: lvResident, useCase: 'sign-energising-form', phone: '13700000403' },
} as const satisfies Readonly<Record<string, { story: Story; useCase: string; phone: string }>>
type Standing = keyof typeof standings

interface Picture {
  readonly name: string
  readonly as: Standing
  readonly path: (answer: Answer) => string
  readonly before?: (page: Page) => Promise<void>
}

const step = (answer: Answer) => `/cases/${answer.caseId}/do/${encodeURIComponent(answer.openTasks[0]?.taskId ?? '')}`
const scrollTo = (selector: string) => async (page: Page) => {
  await page
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }))
}

const pictures: readonly Picture[] = [
  { name: 'portal-home', as: 'plan', path: () => '/' },
  { name: 'portal-apply', as: 'connected', path: () => '/apply/shop/need' },
  {
    name: 'portal-faults',
    as: 'connected',
    path: () => '/apply/shop/person',
    before: async (page) => {
      await page.locator('form .button').click()
      await page.waitForSelector('.fault-summary')
      await page.evaluate(() => window.scrollTo(0, 0))
    },
  },
  { name: 'portal-case', as: 'plan', path: ({ caseId }) => `/cases/${caseId}` },
  { name: 'portal-track', as: 'plan', path: ({ caseId }) => `/cases/${caseId}`, before: scrollTo('#track') },
  { name: 'portal-plan', as: 'plan', path: step },
  { name: 'portal-diagram', as: 'plan', path: step, before: scrollTo('#from') },
  { name: 'portal-decide', as: 'plan', path: step, before: scrollTo('#decide') },
  { name: 'portal-contract', as: 'contract', path: step, before: scrollTo('.clause') },
  { name: 'portal-energised', as: 'connected', path: step },
  { name: 'portal-limits', as: 'plan', path: () => '/limits' },
]

const root = join(import.meta.dirname, '..')
const folder = join(root, 'docs', 'user-guide', 'pictures')
const languages = ['zh', 'en'] as const

async function take(browser: Browser, url: string, cookie: string, picture: Picture, answer: Answer): Promise<void> {
  for (const language of languages) {
    const context = await browser.newContext({
      viewport: { width: 390, height: 844 },
      deviceScaleFactor: 2,
      locale: language === 'zh' ? 'zh-CN' : 'en',
      reducedMotion: 'reduce',
    })
    const pairs = cookie
      .split('; ')
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)])
    await context.addCookies(pairs.map(([name = '', value = '']) => ({ name, value, url })))
    const page = await context.newPage()
    await page.goto(`${url}${picture.path(answer)}`, { waitUntil: 'networkidle' })
    await page.waitForSelector('h1')
    await picture.before?.(page)
    await page.screenshot({ path: join(folder, `${picture.name}.${language}.png`) })
    await context.close()
  }
}

/** `node scripts/take-portal-pictures.ts [NAME…]`: the portal's pages, all or those named, on a phone, in both languages. */
async function takeAll(names: readonly string[]): Promise<void> {
  await buildWeb(root)
  const dataFolder = mkdtempSync(join(tmpdir(), 'tongdian-pictures-'))
  const quiet = { log: () => undefined }
  const server = await startTongdian({ dataFolder, port: 0, clock: 'test', seed: 'people', web: true, ...quiet })
  const browser = await launchBrowser()
  const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8'))
  const options = { baseUrl: server.url, accounts, dataFolder }
  const player = new Player(options)
  mkdirSync(folder, { recursive: true })
  try {
    // The plan last: the clock then stands on the day on which it waits for its customer.
    for (const name of ['contract', 'connected', 'plan'] as const) {
      const { story, useCase, phone } = standings[name]
      const answer = await playUntil(story, useCase, { ...story.customer, phone }, options, player)
      const cookie = await player.cookieOf(phone)
      const wanted = pictures.filter((picture) => picture.as === name)
      for (const picture of wanted.filter((entry) => names.length === 0 || names.includes(entry.name))) {
        await take(browser, server.url, cookie, picture, answer)
        console.log(picture.name)
      }
    }
  } finally {
    await browser.close()
    await server.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

await takeAll(process.argv.slice(2))
