import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { signInStaff } from '../../src/platform/accounts/sign-in-client.ts'
import { playDemonstration } from '../../src/stories/demonstration-cases.ts'
import { type Language, languages, type Stage, takeShot } from './stage.ts'

interface DeskPicture {
  readonly name: string
  readonly login: string
  readonly path: string
  readonly shown: string
  readonly before?: (page: Page, language: Language) => Promise<void>
}

/** Opens the case of a customer from the list of cases. */
const openCase = (customer: string) => async (page: Page) => {
  await page.getByRole('link', { name: customer }).first().click()
  await page.waitForSelector('.case-head')
  await page.waitForLoadState('networkidle')
}

const casesOf = (customer: string) => `/desk/cases?search=${customer}`

const pictures: readonly DeskPicture[] = [
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
    path: casesOf('王建国'),
    shown: '.cases-table',
    before: openCase('王建国'),
  },
  {
    name: 'desk-process',
    login: 'gao-jianjun',
    path: casesOf('王建国'),
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
    path: casesOf('王建国'),
    shown: '.cases-table',
    before: async (page, language) => {
      const words = { zh: ['退回', '退回到'], en: ['Return', 'Back to'] } as const
      const [act, field] = words[language]
      await openCase('王建国')(page)
      await page.keyboard.press('m')
      await page.getByRole('button', { name: act, exact: true }).click()
      await page.getByLabel(field).selectOption('survey-site')
      await page.waitForSelector('.voided')
    },
  },
  {
    name: 'desk-network',
    login: 'shen-yiwen',
    path: '/desk/network',
    shown: '.grid-map-tools',
    before: async (page) => {
      await page.waitForSelector('.network-table tbody tr')
      // The map is drawn in the frames after its data came.
      await page.waitForTimeout(2_000)
    },
  },
  {
    name: 'desk-network-import',
    login: 'shen-yiwen',
    path: '/desk/network',
    shown: '.network-table tbody tr',
    before: async (page, language) => {
      const faulty = readFileSync('standards/demonstration/network.csv', 'utf8')
        .replace('10 kV 滨河线,110 kV 柳林变 10 kV I 段', '10 kV 滨河线,110 kV 桃林变 10 kV I 段')
        .replace('YJV22-10-3x300', 'YJV99-10-3x300')
      await page.getByRole('button', { name: language === 'zh' ? '导入电网' : 'Import a network' }).click()
      const file = { name: 'network.csv', mimeType: 'text/csv', buffer: Buffer.from(faulty) }
      await page.locator('input[type=file]').setInputFiles(file)
      await page.locator('.dialog-foot button[type=submit]').click()
      await page.waitForSelector('.network-faults')
    },
  },
  { name: 'desk-overview', login: 'liu-jianping', path: '/desk/overview', shown: '.figures' },
  { name: 'desk-people', login: 'administrator', path: '/desk/people', shown: '.staff' },
  { name: 'desk-limits', login: 'administrator', path: '/desk/standards/decision/limits', shown: '.decision' },
  { name: 'desk-calendar', login: 'administrator', path: '/desk/standards/calendar/2026', shown: '.month' },
  { name: 'insight-process', login: 'liu-jianping', path: '/desk/insight', shown: '.map .step' },
  { name: 'insight-clocks', login: 'liu-jianping', path: '/desk/insight?view=clocks', shown: '.owner-bar' },
  { name: 'insight-indicators', login: 'liu-jianping', path: '/desk/insight?view=indicators', shown: '.plot svg' },
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
      await page.getByRole('button', { name: ask }).click()
      await page.waitForSelector('.curve-answer')
      await page.locator('.insight-head').scrollIntoViewIfNeeded()
    },
  },
]

export const deskPictureNames: readonly string[] = pictures.map(({ name }) => name)

/** The Monday on which the pictured company stands: the same pictures at whatever time they are taken. */
const today = new Date('2026-11-23T09:00:00+08:00')

/** Takes the desk's pages, of a company with the demonstration's cases, in both languages. */
export async function takeDeskPictures(stage: Stage, isWanted: (name: string) => boolean): Promise<void> {
  const { server, accounts, dataFolder } = stage
  await playDemonstration({ baseUrl: server.url, accounts, dataFolder }, today)
  await server.tongdian.database.testClock?.set(today)
  const cookies = new Map<string, string>()
  for (const { login, ...picture } of pictures.filter(({ name }) => isWanted(name))) {
    const account = accounts.find((each) => each.login === login)
    if (!account) throw new Error(`${picture.name}: there is no account ${login}`)
    const cookie = cookies.get(login) ?? (await signInStaff(server.url, account))
    cookies.set(login, cookie)
    for (const language of languages) await takeShot(stage, { ...picture, language, cookie, window: 'desk' })
    console.log(picture.name)
  }
}
