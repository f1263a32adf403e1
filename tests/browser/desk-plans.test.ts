import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import type { Answer } from '../../src/stories/player.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('desk-plans: left out, no browser on this machine')

describe.skipIf(!findBrowser())('the designer compares plans', () => {
  let desk: DeskBench
  let drafting: Answer
  let path: string
  beforeAll(async () => {
    desk = await openDesk()
    const { server, accounts, database } = desk.journey
    const playing = { baseUrl: server.url, accounts, dataFolder: database.dataFolder }
    drafting = await playUntil(hvFactory, 'draft-supply-plan', hvFactory.customer, playing)
    path = `/cases/${drafting.caseId}/plans?task=${encodeURIComponent(drafting.openTasks[0]?.taskId ?? '')}`
  })
  afterAll(() => desk?.close())

  it.each([
    { language: 'zh-CN', width: 1440 },
    { language: 'en', width: 1440 },
    { language: 'zh-CN', width: 390 },
  ] as const)('in $language at $width px, accessible', async (options) => {
    const page = await desk.openPage('shen-yiwen', options)
    await visit(page, desk.url, path)
    await page.locator('.plans-table tbody tr').first().waitFor()
    // Numbers of near access points lie close on the map; each has its equal in the table (WCAG 2.5.8, equivalent).
    const found = (await violations(page)).filter((line) => !/^target-size: button\[title=/.test(line))
    expect(found).toEqual([])
    await page.context().close()
  })

  it('chooses another, draws a bend and sees it proved, takes the plan and submits it', async () => {
    const page = await desk.openPage('shen-yiwen')
    await visit(page, desk.url, `/cases/${drafting.caseId}`)
    await page.getByRole('link', { name: '按电网比选方案' }).click()
    const rows = page.locator('.plans-table tbody tr')
    await rows.first().waitFor()
    expect(await rows.count()).toBeGreaterThan(2)
    const second = rows.nth(1).getByRole('button')
    await second.click()
    await page.waitForFunction(() => document.querySelectorAll('.plans-table tr.is-chosen').length === 1)
    expect(await second.getAttribute('aria-pressed')).toBe('true')
    await page.getByRole('button', { name: '改路径' }).click()
    await page.getByRole('button', { name: '加一个拐点', exact: true }).click()
    // A bend is moved by keys as well as by hand; the line is proved anew.
    const bend = page.getByRole('button', { name: /^拐点 1/ })
    await bend.focus()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown')
    await page.getByText(/与拟定相比：长度 \+\d+ m/).waitFor()
    await page.getByRole('button', { name: '采用这个方案' }).click()
    await page.getByRole('button', { name: '提交拟定供电方案' }).click()
    await page.getByText('拟定供电方案', { exact: false }).first().waitFor()
    await page.locator('.done-note').waitFor()
    const { facts } = await desk.journey.showCase(drafting.caseId)
    const drafted = facts.findLast((fact) => fact.type === 'supply-plan-drafted')
    const [source] = (drafted?.body.sources ?? []) as { route: unknown[] }[]
    expect(source?.route.length).toBeGreaterThan(2)
    expect(desk.pageErrors).toEqual([])
  })
})
