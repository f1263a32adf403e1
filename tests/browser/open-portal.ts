import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../../scripts/find-browser.ts'
import { inventedIdNumber } from '../../src/stories/customers.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import { type Answer, readNewestCode } from '../../src/stories/player.ts'
import type { Story } from '../../src/stories/story.ts'
import { type Journey, openJourney } from '../journey/open-journey.ts'

export interface PortalOptions {
  readonly language?: 'zh-CN' | 'en'
  readonly width?: number
  readonly dark?: boolean
}

/** A whole server with pages, and phones on which customers use the portal. */
export interface PortalBench {
  readonly journey: Journey
  readonly url: string
  /** What the pages threw. */
  readonly pageErrors: readonly string[]
  /** A phone; signed in where a number is given. */
  openPhone(phone: string | undefined, options?: PortalOptions): Promise<Page>
  /** The newest code sent to this number; `word` says which kind. */
  readCode(phone: string, sinceMs: number, word?: string): Promise<string>
  /** Plays a story until its customer comes to this step, which is then left to the browser. */
  playUntil(story: Story, useCase: string, phone: string): Promise<Answer>
  close(): Promise<void>
}

export async function openPortal(): Promise<PortalBench> {
  const journey = await openJourney({ web: true })
  const browser = await launchBrowser()
  const { dataFolder } = journey.database
  const { url } = journey.server
  const player = journey.newPlayer()
  const pageErrors: string[] = []
  return {
    journey,
    url,
    pageErrors,
    async openPhone(phone, { language = 'zh-CN', width = 390, dark = false } = {}) {
      const context = await browser.newContext({
        viewport: { width, height: 844 },
        locale: language,
        colorScheme: dark ? 'dark' : 'light',
        reducedMotion: 'reduce',
        hasTouch: true,
      })
      if (phone !== undefined) await context.addCookies(cookiesFor(url, await player.cookieOf(phone)))
      const page = await context.newPage()
      page.setDefaultTimeout(20_000)
      page.on('pageerror', (error) => pageErrors.push(`${phone ?? 'nobody'}: ${error.message}`))
      return page
    },
    async readCode(phone, sinceMs, word) {
      // The folder comes with the first message.
      mkdirSync(join(dataFolder, 'outbox'), { recursive: true })
      return await readNewestCode(dataFolder, phone, sinceMs, word)
    },
    async playUntil(story, useCase, phone) {
      const accounts = JSON.parse(readFileSync(join(dataFolder, 'accounts.json'), 'utf8')) as Journey['accounts']
      const customer = { ...story.customer, phone }
      return (await playUntil(story, useCase, customer, { baseUrl: url, accounts, dataFolder }, player)).case
    },
    async close() {
      await browser.close()
      await journey.close()
    },
  }
}

function cookiesFor(url: string, cookie: string) {
  return cookie.split('; ').map((pair) => {
    const at = pair.indexOf('=')
    return { name: pair.slice(0, at), value: pair.slice(at + 1), url }
  })
}

/** Path of a customer's step in the portal. */
export const stepPath = (answer: Answer, useCase: string): string => {
  const task = answer.openTasks.find((open) => open.useCase === useCase)
  if (!task) throw new Error(`${useCase} is not open`)
  return `/cases/${answer.caseId}/do/${encodeURIComponent(task.taskId)}`
}

/** A number whose check digit holds, and one whose does not. */
export const idNumber = inventedIdNumber(77)
export const wrongIdNumber = `${idNumber.slice(0, 17)}${idNumber.endsWith('1') ? '2' : '1'}`

/** The smallest picture there is. */
export const photo = {
  name: 'proof.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}
