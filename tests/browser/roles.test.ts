import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { enterprise } from '../../src/stories/customers.ts'
import { hvHospitalDual } from '../../src/stories/hv-hospital-dual.ts'
import type { Player } from '../../src/stories/player.ts'
import { draftKeyOf } from '../../web/desk/case/draft-key.ts'
import { type DeskBench, type DeskOptions, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('roles: left out, no browser on this machine')

const phone = { width: 390 } as const
const english = { language: 'en' } as const

/** The step each role is seen at, and the window and language it is seen in; who works outside has a phone. */
const seen: Readonly<Record<string, DeskOptions>> = {
  'accept-application': {},
  'survey-site': phone,
  'draft-supply-plan': english,
  'sign-off-planning': {},
  'sign-off-operation': { ...phone, ...english },
  'sign-off-dispatching': english,
  'sign-off-marketing': phone,
  'reply-supply-plan': { ...phone, ...english },
  'determine-fees': {},
  'settle-fees': english,
  'review-design': {},
  'build-grid-works': phone,
  'draft-contract': english,
  'register-own-generator': { ...phone, ...english },
  'inspect-interim': phone,
  'inspect-completion': { ...phone, ...english },
  'install-meter': phone,
  'countersign-contract': {},
  'sign-dispatch-agreement': english,
  'tie-in': { ...phone, ...english },
  'permit-energising': {},
  energise: phone,
  'set-up-billing': english,
  'archive-file': {},
  'return-visit': phone,
}

describe.skipIf(!findBrowser())('every role at its own step', () => {
  let desk: DeskBench
  const trouble: string[] = []
  const done = new Set<string>()
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  /** Does a step on its page: what the person would have typed lies there as a draft; the page is checked and sent. */
  async function onThePage(player: Player, who: string, element: string, path: string, form: unknown) {
    const { caseId } = player.case
    const taskId = decodeURIComponent(path.split('/').at(-2) ?? '')
    const login = who.startsWith('@') ? ((await desk.journey.showCase(caseId)).accountManager?.staffId ?? '') : who
    const page = await desk.openPage(login, seen[element])
    const key = `tongdian-draft:${draftKeyOf(caseId, taskId)}`
    const draft = JSON.stringify({ values: form, savedAt: new Date().toISOString() })
    await page.addInitScript(([name = '', value = '']) => localStorage.setItem(name, value), [key, draft])
    await visit(page, desk.url, `/cases/${caseId}?task=${encodeURIComponent(taskId)}`)
    const send = page.locator('.task-form form button[type="submit"]').last()
    await send.waitFor()
    for (const fault of await faultsOf(page)) trouble.push(`${element}: ${fault}`)
    const answered = page.waitForResponse(
      (response) => response.request().method() === 'POST' && response.url().endsWith(path),
    )
    await send.click()
    const response = await answered
    const answer = await response.json()
    if (!response.ok()) throw new Error(`${element}: ${response.status()} ${JSON.stringify(answer).slice(0, 500)}`)
    await page.locator('.done-note').waitFor()
    await page.context().close()
    done.add(element)
    return answer
  }

  /** Violations, and a page wider than its window. */
  async function faultsOf(page: Page): Promise<readonly string[]> {
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    return [...(await violations(page)), ...(tooWide > 0 ? [`${tooWide} px wider than the window`] : [])]
  }

  it('sees it, sends it and is told what comes next, from acceptance to the return visit', async () => {
    const player = desk.journey.newPlayer()
    const call = player.call.bind(player)
    player.call = async (method, path, body, who) => {
      const element = decodeURIComponent(/\/tasks\/([^/]+)\/[^/]+$/.exec(path)?.[1] ?? '').replace(/#\d+$/, '')
      const isStep = method === 'POST' && who !== undefined && element in seen && !path.endsWith('/signature-code')
      // Before its time a step is tried, not done: that has a test of its own.
      if (!isStep || !player.case.openTasks.some((task) => task.elementId === element))
        return await call(method, path, body, who)
      // The customer said in between what the gate refused; only the step itself is done on the page.
      return await onThePage(player, who, element, path, body)
    }
    await hvHospitalDual.play(player, enterprise(91, '澄溪县第二人民医院', '孟院长', '澄溪县城关镇东环路 2 号'))
    expect((await desk.journey.showCase(player.case.caseId)).status).toBe('closed')
    expect(trouble).toEqual([])
    expect([...done].sort()).toEqual(Object.keys(seen).sort())
    expect(desk.pageErrors).toEqual([])
  }, 300_000)
})
