import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { resident } from '../../src/stories/customers.ts'
import {
  accept,
  answerPlan,
  applyOnPhone,
  draftPlan,
  installMeter,
  planOutage,
  reply,
  signOff,
  survey,
} from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { type DeskBench, openDesk, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('desk-work: left out, no browser on this machine')

const manager = 'xu-kexin'

async function apply(desk: DeskBench, number: number, name: string): Promise<Player> {
  const player = desk.journey.newPlayer()
  await player.at('2026-03-02 09:05')
  const customer = resident(number, name, `澄溪县城关镇滨河里 ${number} 幢 3 单元 502 室`)
  await applyOnPhone(player, {
    customer,
    category: 'resident',
    proof: 'identity-card',
    load: { requestedKw: 8, isThreePhase: false },
  })
  return player
}

/** Answers a yes-or-no or a choice by the words beside it. */
async function answer(page: Page, question: string, words: string): Promise<void> {
  await page.getByRole('group', { name: question, exact: true }).getByText(words, { exact: true }).click()
}

describe.skipIf(!findBrowser())('work at the desk', () => {
  let desk: DeskBench
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk.close())

  it('a clerk accepts an application with the keyboard alone', async () => {
    await apply(desk, 21, '陈秀英')
    const page = await desk.openPage('he-min')
    await visit(page, desk.url, '/inbox?queue=claimable')
    await page.getByRole('link', { name: '陈秀英' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('c')
    await page.getByRole('dialog').getByRole('button', { name: '认领' }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await visit(page, desk.url, '/inbox')
    await page.getByRole('link', { name: '陈秀英' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: '业务受理' }).waitFor()
    expect(await page.getByRole('heading', { name: '现在不能送电' }).count()).toBe(1)
    await page.getByRole('button', { name: '提交业务受理' }).click()
    await page.getByText(/还有\d+处要补正/).waitFor()
    expect(desk.pageErrors).toEqual([])
  })

  it('two people on one task: the second is told who was first and loses nothing typed', async () => {
    const player = await apply(desk, 22, '许国庆')
    const first = await desk.openPage('he-min')
    const second = await desk.openPage('zhou-lan')
    const path = `/cases/${player.case.caseId}`
    await visit(second, desk.url, path)
    await second.getByLabel('备注').fill('客户电话里说周五在家')
    await visit(first, desk.url, path)
    await accept(player, 'he-min')
    await answer(second, '资料齐全', '是')
    await second.getByLabel('重要性等级').selectOption('none')
    await second.getByLabel('电源数').fill('1')
    await answer(second, '走短流程', '否')
    await answer(second, '已告知建设标准并确认', '否')
    await second.getByRole('button', { name: '提交业务受理' }).click()
    await second.getByText(/何敏/).first().waitFor()
    expect(await second.getByLabel('备注').inputValue()).toBe('客户电话里说周五在家')
    await second.getByRole('button', { name: '看最新情况' }).click()
    const gone = second.getByRole('region', { name: '这一步的情况' })
    await gone.getByText(/这一步已由 何敏 于/).waitFor()
    await gone.getByText('客户电话里说周五在家').waitFor()
    await visit(first, desk.url, `${path}?task=${encodeURIComponent('accept-application#1')}`)
    await first.getByText(/这一步已由 何敏 于/).waitFor()
  })

  it('tying in before its time: the gate lists everything missing, beside the case and on the refusal', async () => {
    const player = await apply(desk, 23, '张桂芳')
    await player.at('2026-03-02 09:40')
    await accept(player, 'he-min')
    const accountManager = (await desk.journey.showCase(player.case.caseId)).accountManager?.staffId ?? manager
    await player.at('2026-03-02 14:10')
    await survey(player, accountManager, { phases: 'single-phase', approvedLoadKw: 8, lineDistanceM: 25 })
    await draftPlan(player, 'shen-yiwen')
    await signOff(player)
    await reply(player, accountManager)
    await answerPlan(player, resident(23, '张桂芳', '澄溪县城关镇滨河里 23 幢 3 单元 502 室'))
    await player.at('2026-03-04 09:30')
    await installMeter(player, 1)
    await planOutage(player, '2026-03-04 12:00')
    await player.at('2026-03-04 10:40')
    const page = await desk.openPage('cao-yun')
    await visit(page, desk.url, `/cases/${player.case.caseId}`)
    const gate = page.getByRole('region', { name: '送电条件' })
    await gate.getByText('现在不能送电').waitFor()
    const missing = await gate.locator('.missing b').allInnerTexts()
    expect(missing).toEqual(expect.arrayContaining(['竣工检验合格', '客户已签合同', '供电公司已签章', '业务费已结清']))
    expect(missing).not.toContain('电能表已加封')
    await page.getByLabel('接火时间').fill('2026-03-04T10:30')
    await page.getByLabel('工作负责人').fill('曹运')
    await page.getByLabel('工作票编号').fill('GZP-001')
    await page.getByRole('button', { name: '提交停电/带电接火' }).click()
    const summary = page.locator('.case-middle').getByText('客户还没有签合同', { exact: false })
    await summary.first().waitFor()
    expect(await page.getByLabel('工作票编号').inputValue()).toBe('GZP-001')
    expect((await desk.journey.showCase(player.case.caseId)).facts.some((fact) => fact.type === 'tied-in')).toBe(false)
  })

  it('an account manager surveys, and the next step is named', async () => {
    const player = await apply(desk, 24, '赵明')
    await player.at('2026-03-02 09:40')
    await accept(player, 'he-min')
    const staffId = (await desk.journey.showCase(player.case.caseId)).accountManager?.staffId ?? manager
    await player.at('2026-03-02 14:10')
    const page = await desk.openPage(staffId)
    await visit(page, desk.url, '/inbox')
    await page.getByRole('link', { name: '赵明' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 2, name: '现场勘查' }).waitFor()
    await answer(page, '可否供电', '是')
    await answer(page, '相数', '单相')
    await answer(page, '有受电工程', '否')
    await answer(page, '有电网配套工程', '否')
    await page.getByLabel('核定负荷').fill('8')
    await page.getByRole('button', { name: '提交现场勘查' }).click()
    await page.getByText('“现场勘查”已办结').waitFor()
    expect(await page.locator('.done-note').innerText()).toContain('拟定供电方案')
    await page.waitForLoadState('networkidle')
    expect(await page.getByRole('region', { name: '这一步的情况' }).count()).toBe(0)
    expect(desk.pageErrors).toEqual([])
  })
})
