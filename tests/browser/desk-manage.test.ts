import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { resident } from '../../src/stories/customers.ts'
import { accept, applyOnPhone } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('desk-manage: left out, no browser on this machine')

describe.skipIf(!findBrowser())('managing at the desk', () => {
  let desk: DeskBench
  let player: Player
  beforeAll(async () => {
    desk = await openDesk()
    player = desk.journey.newPlayer()
    await player.at('2026-03-02 09:05')
    const customer = resident(31, '李春梅', '澄溪县城关镇滨河里 31 幢 3 单元 502 室')
    await applyOnPhone(player, {
      customer,
      category: 'resident',
      proof: 'identity-card',
      load: { requestedKw: 8, isThreePhase: false },
    })
    await player.at('2026-03-02 09:40')
    await accept(player, 'he-min')
  })
  afterAll(() => desk.close())

  it('hands many tasks to one colleague, and says how many', async () => {
    const before = (await desk.journey.showCase(player.case.caseId)).tasks[0]?.assignee?.staffId
    const to = before === 'xu-kexin' ? 'zhou-lan' : 'xu-kexin'
    const page = await desk.openPage('song-ya')
    await visit(page, desk.url, '/inbox?queue=team')
    await page.getByRole('link', { name: '李春梅' }).waitFor()
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByRole('button', { name: '派出 1 件' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: '批量派工' }).click()
    await dialog.getByText('请写明原因，至少两个字').waitFor()
    await dialog.getByLabel('转给').selectOption(to)
    await dialog.getByLabel('原因').fill('工作调配')
    expect(await violations(page)).toEqual([])
    await dialog.getByRole('button', { name: '批量派工' }).click()
    await dialog.getByText('已派出 1 件。').waitFor()
    expect((await desk.journey.showCase(player.case.caseId)).tasks[0]?.assignee?.staffId).toBe(to)
    expect(desk.pageErrors).toEqual([])
  })

  it('keeps filters in the address and the place in the list', async () => {
    const page = await desk.openPage('song-ya')
    await visit(page, desk.url, '/inbox?queue=team')
    await page.getByLabel('电压').selectOption('lv')
    expect(page.url()).toContain('voltageClass=lv')
    await page.getByLabel('电压').blur()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '李春梅' }).waitFor()
    await page.goBack()
    await page.locator('tr[aria-current="true"]').waitFor()
    expect(page.url()).toContain('voltageClass=lv')
    expect(await page.locator('tr[aria-current="true"]').innerText()).toContain('李春梅')
  })

  it('returns a step: says beforehand what will be voided, and names a missing reason at the field', async () => {
    const page = await desk.openPage('liu-jianping')
    await visit(page, desk.url, `/cases/${player.case.caseId}`)
    await page.keyboard.press('m')
    await page.getByRole('button', { name: '退回', exact: true }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('退回到').selectOption('accept-application')
    await dialog.getByText('将作废 1 步').waitFor()
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await dialog.getByText('请写明原因，至少两个字').waitFor()
    await dialog.getByLabel('原因', { exact: true }).fill('证件照片看不清')
    await dialog.getByRole('button', { name: '退回', exact: true }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('退回到前面的步骤').waitFor()
    const view = await desk.journey.showCase(player.case.caseId)
    expect(view.tasks.map((task) => task.elementId)).toEqual(['accept-application'])
  })

  it('an administrator publishes a table: a broken file is refused by element, a good one is the next version', async () => {
    const page = await desk.openPage('administrator')
    await visit(page, desk.url, '/standards/decision/pause-reasons')
    await page.getByRole('button', { name: '发布新版' }).click()
    const dialog = page.getByRole('dialog')
    const content = dialog.getByLabel('内容')
    const text = await content.inputValue()
    await content.fill(text.replace('"customer-works"', '"customer-works'))
    await dialog.getByLabel('依据').fill('浏览器测试')
    await dialog.getByRole('button', { name: '发布新版' }).click()
    await dialog.getByRole('alert').waitFor()
    expect(await dialog.getByRole('alert').getByRole('row').count()).toBeGreaterThan(1)
    await content.fill(text.replace('用户受电工程施工', '用户受电工程施工中'))
    await dialog.getByRole('button', { name: '发布新版' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('第 2 版，', { exact: false }).first().waitFor()
    await page.getByRole('cell', { name: '用户受电工程施工中' }).waitFor()
    expect(desk.pageErrors).toEqual([])
  })
})
