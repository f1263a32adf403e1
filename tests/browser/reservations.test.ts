import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { accountManager } from '../../src/stories/passages.ts'
import type { Player } from '../../src/stories/player.ts'
import { phoneOf, signedOffFactory } from '../../src/stories/signed-off-factory.ts'
import { managerOf } from '../journey/open-journey.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('reservations: left out, no browser on this machine')

describe.skipIf(!findBrowser())('reservations and queue at the desk', () => {
  let desk: DeskBench
  let holder: Player
  let waiter: Player
  beforeAll(async () => {
    desk = await openDesk()
    holder = await signedOffFactory(desk.journey.newPlayer(), 94)
    waiter = await signedOffFactory(desk.journey.newPlayer(), 95)
    await holder.do(accountManager, 'reply-supply-plan', { replyMethod: 'portal', note: '' })
  })
  afterAll(() => desk?.close())

  const open = async (login: string, path = '', options: Parameters<DeskBench['openPage']>[1] = {}): Promise<Page> => {
    const page = await desk.openPage(login, options)
    await visit(page, desk.url, `/network/reservations${path}`)
    return page
  }

  it('a reply that finds no room offers the queue, and the customer waits', async () => {
    const page = await desk.openPage(await managerOf(desk.journey, waiter.case.caseId))
    await visit(page, desk.url, `/cases/${waiter.case.caseId}`)
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText('容量不够，可以让客户排队').waitFor()
    expect(await violations(page)).toEqual([])
    await page.getByRole('region', { name: '容量不够，可以让客户排队' }).getByRole('button').click()
    await page.locator('.dialog-foot button[type=submit]').click()
    await page.getByText('已排队。').waitFor()
    await page.getByRole('region', { name: '容量台账' }).getByText('第 1 位').first().waitFor()
    await page.close()
  })

  it('the customer sees on the phone that he waits, and at which place', async () => {
    for (const [language, words] of [
      ['zh-CN', '排队等容量：第1位'],
      ['en', 'Waiting for capacity: no. 1'],
    ] as const) {
      const page = await desk.openPage(phoneOf(95), { language, width: 390 })
      await page.goto(`${desk.url}/cases/${waiter.case.caseId}`)
      await page.getByRole('heading', { name: words }).waitFor()
      expect(await violations(page)).toEqual([])
      await page.close()
    }
  })

  it('lists who holds and who waits, in both languages, light and dark, narrow too', async () => {
    const faces = [
      { language: 'zh-CN', width: 1440 },
      { language: 'en', width: 1440, dark: true },
      { language: 'zh-CN', width: 390 },
      { language: 'en', width: 390 },
    ] as const
    for (const face of faces) {
      const page = await open('liu-jianping', '', face)
      await page.locator('.reservations-table tbody tr').first().waitFor()
      expect(await page.locator('.reservations-table tbody tr').count()).toBe(2)
      expect(await violations(page)).toEqual([])
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(isTooWide).toBe(false)
      await page.close()
    }
  })

  it('filters by list, place and customer in the address, says when nothing is like that, and drills to the case', async () => {
    const page = await open('liu-jianping')
    const rows = page.locator('.reservations-table tbody tr')
    await page.getByRole('button', { name: /^排队/ }).click()
    await expect.poll(() => rows.count()).toBe(1)
    expect(page.url()).toContain('list=queue')
    await page.getByRole('searchbox', { name: '占用点' }).fill('学府二线')
    await page.keyboard.press('Enter')
    await page.getByText('没有符合条件的预留').waitFor()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByRole('searchbox', { name: '客户' }).fill('第95')
    await page.keyboard.press('Enter')
    await expect.poll(() => rows.count()).toBe(1)
    await page.getByRole('button', { name: /^已计入/ }).click()
    await page.getByRole('button', { name: '清除条件' }).click()
    await page.getByText('还没有客户被电网的历史最大负荷计入').waitFor()
    await page.getByRole('button', { name: /^排队/ }).click()
    await rows.getByRole('link').click()
    await page.waitForURL(`**/cases/${waiter.case.caseId}`)
    await page.close()
  })

  it('extends a reservation with its reason, within what the rules allow, and shows the record', async () => {
    const page = await open('liu-jianping', '?list=reserved')
    await page.getByRole('button', { name: '延期' }).click()
    await page.getByLabel('延长到').fill('2029-01-01')
    await page.getByLabel('原因').fill('客户厂房开工推迟')
    await page.locator('.dialog-foot button[type=submit]').click()
    await page.getByText(/最长延到2028-/).waitFor()
    await page.getByLabel('延长到').fill('2027-12-31')
    await page.locator('.dialog-foot button[type=submit]').click()
    await page.locator('.reservations-table').getByText('2027-12-31').waitFor()
    await page.getByRole('button', { name: '记录' }).click()
    await page.locator('dialog').getByText('延期到 2027-12-31').waitFor()
    expect(await page.locator('dialog tbody tr').count()).toBe(2)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('shows no way to extend to who may not, and another station sees no names', async () => {
    const page = await open('lin-jing')
    await page.locator('.reservations-table tbody tr').first().waitFor()
    expect(await page.getByText('其他单位的客户').count()).toBe(2)
    expect(await page.getByRole('button', { name: '延期' }).count()).toBe(0)
    await page.close()
    expect(desk.pageErrors).toEqual([])
  })
})
