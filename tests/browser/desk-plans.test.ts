import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { hvHospitalDual } from '../../src/stories/hv-hospital-dual.ts'
import { playUntil } from '../../src/stories/play-until.ts'
import type { Answer } from '../../src/stories/player.ts'
import { waitingForPlan } from '../journey/waiting-for-plan.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

type PlayedStory = typeof hvFactory | typeof hvHospitalDual
const nearTransformer = { longitude: 120.5014, latitude: 29.8778 }

if (!findBrowser()) console.warn('desk-plans: left out, no browser on this machine')

describe.skipIf(!findBrowser())('the designer compares plans', () => {
  let desk: DeskBench
  let drafting: Answer
  let path: string
  beforeAll(async () => {
    desk = await openDesk()
    ;({ answer: drafting, path } = await playing(hvFactory))
  })
  /** A story up to its plan, and the page of its plans. */
  async function playing(story: PlayedStory) {
    const { server, accounts, database } = desk.journey
    const where = { baseUrl: server.url, accounts, dataFolder: database.dataFolder }
    const { case: answer } = await playUntil(story, 'draft-supply-plan', story.customer, where)
    const task = encodeURIComponent(answer.openTasks[0]?.taskId ?? '')
    return { answer, path: `/cases/${answer.caseId}/plans?task=${task}` }
  }
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
    await page.getByRole('button', { name: '改方案' }).click()
    await page.getByRole('button', { name: '加一个拐点', exact: true }).click()
    // A bend is moved by keys as well as by hand; the line is proved anew.
    const bend = page.getByRole('button', { name: /^拐点 1/ })
    await bend.focus()
    for (let step = 0; step < 4; step += 1) await page.keyboard.press('Shift+ArrowDown')
    const against = page.getByRole('region', { name: '与拟定的方案相比' })
    await against.getByRole('row', { name: /^长度 m .*\+\d+$/ }).waitFor()
    await page.getByRole('button', { name: '采用这个方案' }).click()
    await page.getByRole('button', { name: '提交拟定供电方案' }).click()
    await page.getByText('拟定供电方案', { exact: false }).first().waitFor()
    await page.locator('.done-note').waitFor()
    const { facts } = await desk.journey.showCase(drafting.caseId)
    const drafted = facts.findLast((fact) => fact.type === 'supply-plan-drafted')
    const [source] = (drafted?.body.sources ?? []) as { route: unknown[] }[]
    expect(source?.route.length).toBeGreaterThan(2)
    // Whoever signs it off sees what was changed and what that costs.
    const compared = facts.findLast((fact) => fact.type === 'plan-compared')
    expect(compared?.body).toMatchObject({ draft: { rank: 2 }, best: { rank: 1 } })
    expect(desk.pageErrors).toEqual([])
  })

  it('changes the second source of two, point and conductor, each with its proof', async () => {
    const hospital = await playing(hvHospitalDual)
    const page = await desk.openPage('shen-yiwen')
    await visit(page, desk.url, hospital.path)
    const rows = page.locator('.plans-table tbody tr')
    await rows.first().waitFor()
    await page.getByRole('button', { name: '改方案' }).click()
    const panel = page.getByRole('region', { name: '改方案' })
    await panel.getByRole('button', { name: /^2 号电源/ }).click()
    await panel.getByRole('button', { name: '加一个拐点' }).click()
    await page.getByRole('button', { name: /^拐点 1，/ }).focus()
    for (let step = 0; step < 6; step += 1) await page.keyboard.press('Shift+ArrowUp')
    const against = page.getByRole('region', { name: '与拟定的方案相比' })
    await against.getByRole('row', { name: /^长度 m .*\+\d+$/ }).waitFor()
    await panel.getByLabel('接入点').fill('G2-15 号杆')
    await against.getByRole('row', { name: /^接入点 .*G2-15 号杆/ }).waitFor()
    await panel.getByRole('combobox', { name: /^导线/ }).selectOption('YJV22-10-3x400')
    await against.getByRole('row', { name: /^导线 .*3x400/ }).waitFor()
    await panel.getByRole('combobox', { name: /^变压器/ }).selectOption('1250')
    await page
      .getByRole('region', { name: '须写理由的偏离' })
      .getByLabel(/^核定容量/)
      .fill('二期病房楼同址投运')
    await page.getByRole('button', { name: '采用这个方案' }).click()
    await page.getByRole('button', { name: '提交拟定供电方案' }).waitFor()
    expect(await page.getByRole('textbox', { name: '理由' }).first().inputValue()).toBe('二期病房楼同址投运')
    expect(desk.pageErrors).toEqual([])
  })

  it('asks an increase where the customer is fed today, by name or on the map', async () => {
    const increase = await waitingForPlan(desk.journey, {
      number: 64,
      kind: 'increase',
      existingAccountNumber: '3301000064',
      load: { requestedKw: 250, requestedKva: 315, existingKva: 315, isThreePhase: true },
      survey: { approvedCapacityKva: 630, customerWorks: true, gridWorks: true, lineDistanceM: 480 },
    })
    const page = await desk.openPage('shen-yiwen', { language: 'en' })
    await visit(page, desk.url, `/cases/${increase.case.caseId}/plans`)
    await page.getByRole('heading', { name: 'Where is the customer fed today?' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByLabel('Access point').fill('HK03 环网柜')
    await page.getByRole('button', { name: 'Draft plans' }).click()
    await page.getByText('HK03 环网柜 (present source)').waitFor()
    expect(desk.pageErrors).toEqual([])
  })

  it('draws low-voltage plans and says the phase', async () => {
    const shop = await waitingForPlan(desk.journey, {
      number: 61,
      load: { requestedKw: 9 },
      survey: { approvedLoadKw: 9, phases: 'single-phase', lineDistanceM: 40, location: nearTransformer },
      accept: { wantsShort: true, standardsConfirmed: true },
    })
    const page = await desk.openPage('shen-yiwen')
    await visit(page, desk.url, `/cases/${shop.case.caseId}`)
    await page.getByRole('link', { name: '按电网比选方案' }).click()
    await page.locator('.plans-table tbody tr').first().waitFor()
    await page.getByText(/^接 [ABC] 相/).waitFor()
    await page.getByRole('button', { name: '采用这个方案' }).click()
    await page.getByRole('button', { name: '提交书面告知供电方案' }).click()
    await page.locator('.done-note').waitFor()
    expect(desk.pageErrors).toEqual([])
  })
})
