import type { Page } from 'playwright-core'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import { type Answer, Player } from '../../src/stories/player.ts'
import type { Story } from '../../src/stories/story.ts'
import { languages, type Stage, takeShot } from './stage.ts'

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
  { name: 'portal-capacity', as: 'plan', path: () => '/capacity' },
]

export const portalPictureNames: readonly string[] = pictures.map(({ name }) => name)

/** Takes the portal's pages on a phone, in both languages. */
export async function takePortalPictures(stage: Stage, isWanted: (name: string) => boolean): Promise<void> {
  const { server, accounts, dataFolder } = stage
  const options = { baseUrl: server.url, accounts, dataFolder }
  const player = new Player(options)
  // The plan last: the clock then stands on the day on which it waits for its customer.
  for (const standing of ['contract', 'connected', 'plan'] as const) {
    const { story, useCase, phone } = standings[standing]
    const { case: answer } = await playUntil(story, useCase, { ...story.customer, phone }, options, player)
    const cookie = await player.cookieOf(phone)
    for (const picture of pictures.filter(({ as, name }) => as === standing && isWanted(name))) {
      const { name, before } = picture
      const shot = { name, before, cookie, path: picture.path(answer), shown: 'h1', window: 'phone' } as const
      for (const language of languages) await takeShot(stage, { ...shot, language })
      console.log(name)
    }
  }
}
