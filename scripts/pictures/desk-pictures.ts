import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { enterprise } from '../../src/stories/customers.ts'
import { playDemonstration } from '../../src/stories/demonstration-cases.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { accountManager } from '../../src/stories/passages.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import { Player } from '../../src/stories/player.ts'
import { signedOffFactory } from '../../src/stories/signed-off-factory.ts'
import { type DeskPicture, deskCamera } from './desk-camera.ts'
import type { Stage } from './stage.ts'

/** Opens the case of a customer from the list of cases. */
const openCase = (customer: string) => async (page: Page) => {
  await page.getByRole('link', { name: customer }).first().click()
  await page.waitForSelector('.case-head')
  await page.waitForLoadState('networkidle')
}

/** The map is drawn in the frames after its data came. */
async function waitForMap(page: Page): Promise<void> {
  await page.waitForTimeout(2_000)
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
      await waitForMap(page)
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
  {
    name: 'insight-replay',
    login: 'liu-jianping',
    path: '/desk/insight',
    shown: '.map .step',
    before: async (page, language) => {
      await page.getByRole('button', { name: language === 'zh' ? '回放' : 'Replay', exact: true }).click()
      await page.locator('.replay canvas').waitFor()
      const line = page.locator('.time-line input')
      await line.fill(String(Math.round(Number(await line.getAttribute('max')) * 0.85)))
      await page.locator('.replay canvas').evaluate((element) => element.scrollIntoView({ block: 'center' }))
    },
  },
  { name: 'insight-clocks', login: 'liu-jianping', path: '/desk/insight?view=clocks', shown: '.owner-bar' },
]

/** Pictures of the plans of one case that waits for its designer; no case of the demonstration does. */
const planPictures: readonly Omit<DeskPicture, 'path'>[] = [
  { name: 'desk-plans', login: 'shen-yiwen', shown: '.plans-table tbody tr', before: waitForMap },
  {
    name: 'desk-plans-redrawn',
    login: 'shen-yiwen',
    shown: '.plans-table tbody tr',
    before: async (page, language) => {
      const words = { zh: ['改方案', '加一个拐点'], en: ['Change the plan', 'Add a bend'] } as const
      const [draw, add] = words[language]
      // A plan whose route is long enough to be seen.
      await page.locator('.plans-table tbody tr').nth(3).getByRole('button').click()
      await page.getByRole('button', { name: draw }).click()
      await page.getByRole('button', { name: add, exact: true }).click()
      // The new one, between those that the draft has.
      const bend = page.locator('.grid-point.bend').nth(1)
      await bend.focus()
      for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown')
      await page.getByRole('region', { name: language === 'zh' ? '与拟定的方案相比' : 'Against the draft' }).waitFor()
      await waitForMap(page)
    },
  },
]

/** The ledger with one who holds and one who waits; the demonstration's plans name places of their own. */
const ledgerPicture: DeskPicture = {
  name: 'desk-reservations',
  login: 'liu-jianping',
  path: '/desk/network/reservations',
  shown: '.reservations-table tbody tr',
}

export const deskPictureNames: readonly string[] = [...pictures, ledgerPicture, ...planPictures].map(({ name }) => name)

/** The Monday on which the pictured company stands: the same pictures at whatever time they are taken. */
const today = new Date('2026-11-23T09:00:00+08:00')
const storyMonday = new Date('2026-03-02T09:00:00+08:00')

/** Takes the desk's pages, of a company with the demonstration's cases, in both languages. */
export async function takeDeskPictures(stage: Stage, isWanted: (name: string) => boolean): Promise<void> {
  const { server, accounts, dataFolder } = stage
  await playDemonstration({ baseUrl: server.url, accounts, dataFolder }, today)
  await server.tongdian.database.testClock?.set(today)
  const take = deskCamera(stage)
  for (const picture of pictures.filter(({ name }) => isWanted(name))) await take(picture)
  if (isWanted(ledgerPicture.name)) {
    await fillLedger(stage)
    await take(ledgerPicture)
  }
  const wantedOfPlans = planPictures.filter(({ name }) => isWanted(name))
  if (wantedOfPlans.length === 0) return
  // Last, for the clock goes on to the day of the survey.
  const path = await bringToDesigner(stage)
  for (const picture of wantedOfPlans) await take({ ...picture, path })
}

/** One factory is replied and holds the capacity; the next finds too little and waits. */
async function fillLedger({ server, accounts, dataFolder }: Stage): Promise<void> {
  const shiftWeeks = Math.round((today.getTime() - storyMonday.getTime()) / (7 * 86_400_000))
  const options = { baseUrl: server.url, accounts, dataFolder, shiftWeeks }
  const [holder, waiter] = [new Player(options), new Player(options)]
  await signedOffFactory(holder, 84)
  await signedOffFactory(waiter, 85)
  await holder.do(accountManager, 'reply-supply-plan', { replyMethod: 'portal', note: '' })
  await waiter.verb(accountManager, 'wait-for-capacity', { note: '' })
}

/** Plays one case until its designer would draft the plan; answers where he compares plans. */
async function bringToDesigner({ server, accounts, dataFolder }: Stage): Promise<string> {
  const customer = enterprise(83, '澄溪云岭机械有限公司', '云岭', '澄溪县城关镇经五路 18 号')
  const shiftWeeks = Math.round((today.getTime() - storyMonday.getTime()) / (7 * 86_400_000))
  const options = { baseUrl: server.url, accounts, dataFolder, shiftWeeks }
  const { caseId, openTasks } = (await playUntil(hvFactory, 'draft-supply-plan', customer, options)).case
  return `/desk/cases/${caseId}/plans?task=${encodeURIComponent(openTasks[0]?.taskId ?? '')}`
}
