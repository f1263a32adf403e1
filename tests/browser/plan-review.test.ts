import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { enterprise } from '../../src/stories/customers.ts'
import { accept, accountManager, applyOnPhone, draftPlan, survey } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { handInSupplements } from '../../src/stories/supplements.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('plan-review: left out, no browser on this machine')

const route = [
  { longitude: 120.506591, latitude: 29.871734 },
  { longitude: 120.5206, latitude: 29.8715 },
  { longitude: 120.5218, latitude: 29.8734 },
]

/** A factory whose plan is drafted with a route and a departure from the rules, and waits for the departments. */
async function draftFactory(desk: DeskBench): Promise<Player> {
  const player = desk.journey.newPlayer()
  const customer = enterprise(81, '澄溪云岭机械有限公司', '云岭', '澄溪县城关镇经五路 18 号')
  await player.at('2026-03-02 09:30')
  await applyOnPhone(player, {
    customer,
    category: 'non-resident',
    proof: 'business-licence',
    load: { requestedKw: 560, requestedKva: 800, isThreePhase: true },
  })
  await accept(player, 'he-min')
  await player.at('2026-03-04 09:30')
  await survey(player, accountManager, {
    approvedCapacityKva: 800,
    customerWorks: true,
    gridWorks: true,
    lineDistanceM: 480,
  })
  await handInSupplements(player, customer, ['acceptance', 'supply-plan'])
  const deviations = [{ check: 'grid-works', reason: '配套工程已列入一季度网改，不在本工单内。' }]
  await draftPlan(player, 'shen-yiwen', { route, gridWorks: false, deviations })
  return player
}

describe.skipIf(!findBrowser())('signing a plan off', () => {
  let desk: DeskBench
  let path: string
  beforeAll(async () => {
    desk = await openDesk()
    path = `/cases/${(await draftFactory(desk)).case.caseId}`
  })
  afterAll(() => desk.close())

  it('shows what the plan rests on beside the form: departure with its reason first, checks, diagram, route', async () => {
    const page = await desk.openPage('han-li')
    await visit(page, desk.url, path)
    const evidence = page.getByRole('region', { name: '会签依据' })
    await evidence.waitFor()
    const text = await evidence.innerText()
    expect(text).toContain('1 项不符合，须您复核')
    expect(text).toContain('理由：配套工程已列入一季度网改，不在本工单内。')
    expect(text).toContain('HK13 环网柜 905 间隔')
    expect(await evidence.locator('svg polyline').count()).toBeGreaterThan(0)
    await evidence.getByText(/^符合的 \d+ 项$/).click()
    expect(await evidence.locator('details tbody tr').count()).toBeGreaterThan(5)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/review-zh.png`, fullPage: true })
    expect(await violations(page)).toEqual([])
  })

  it('reads in English on a phone without anything sticking out', async () => {
    const page = await desk.openPage('qin-feng', { language: 'en', width: 390 })
    await visit(page, desk.url, path)
    await page.getByRole('region', { name: 'What the plan rests on' }).waitFor()
    const [inside, whole] = await page.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth])
    expect(inside).toBeLessThanOrEqual(whole ?? 0)
    if (process.env.SHOTS) await page.screenshot({ path: `${process.env.SHOTS}/review-en.png`, fullPage: true })
    expect(await violations(page)).toEqual([])
    expect(desk.pageErrors).toEqual([])
  })
})
