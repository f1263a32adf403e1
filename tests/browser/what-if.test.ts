import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('what-if: left out, no browser on this machine')

const faces = [
  { language: 'zh-CN', width: 1440 },
  { language: 'en', width: 1440, dark: true },
  { language: 'zh-CN', width: 390 },
] as const

describe.skipIf(!findBrowser())('what-if at the desk', () => {
  let desk: DeskBench
  beforeAll(async () => {
    desk = await openDesk()
    await lvResident.play(desk.journey.newPlayer(), lvResident.customer)
  })
  afterAll(() => desk?.close())

  const open = async (options: Parameters<DeskBench['openPage']>[1] = {}): Promise<Page> => {
    const page = await desk.openPage('liu-jianping', options)
    await visit(page, desk.url, '/insight?view=whatif')
    await page.waitForSelector('.back-test')
    return page
  }
  const shot = async (page: Page, name: string) => {
    const folder = process.env.TONGDIAN_SHOTS
    if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
  }

  it('says that there is too little history, runs a scenario by keyboard, and shows the figures', async () => {
    for (const face of faces) {
      const page = await open(face)
      const name = `${face.language} ${face.width}`
      const words =
        face.language === 'en'
          ? { copy: 'Copy as new scenario', ask: 'How many account managers', few: 'Too little history' }
          : { copy: '复制为新情形', ask: '一对一要几位客户经理', few: '历史太少' }
      expect(await page.locator('.back-test').textContent()).toContain(words.few)
      await page.getByRole('button', { name: words.copy }).focus()
      await page.keyboard.press('Enter')
      const arrivals = page.locator('.lever input').nth(1)
      await arrivals.focus()
      await page.keyboard.press('ArrowRight')
      // Alongside what comes before, where the law lets it; a limit more in the table.
      await page.locator('.levers summary').click()
      await page
        .locator('.step-lever select', { has: page.locator('option[value=parallel]') })
        .last()
        .selectOption('parallel')
      const columns = await page.locator('.further-limits li').count()
      await page.locator('.further-limits input').fill('33')
      await page.locator('.further-limits button').last().click()
      await page.getByRole('button', { name: words.ask }).focus()
      await page.keyboard.press('Enter')
      await page.locator('.curve-answer').waitFor()
      expect(await page.locator('.what-if-table tbody tr').count()).toBe(2)
      expect(await page.locator('.distribution').count()).toBe(1)
      expect(await page.locator('.what-if-table').first().locator('thead th').count()).toBe(10 + columns + 1)
      await page.locator('summary').last().click()
      expect(await page.locator('.what-if-assumed').count()).toBeGreaterThan(0)
      await shot(page, `thin-${name.replace(' ', '-')}`)
      expect(await violations(page), name).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.close()
    }
  })

  it('names what is impossible in words, at the button that was pressed', async () => {
    const page = await open()
    await page.getByRole('button', { name: '复制为新情形' }).click()
    for (const people of await page.locator('.levers .lever input').all()) await people.fill('0')
    await page.getByRole('button', { name: '推演', exact: true }).last().click()
    await page.locator('.what-if-faults').waitFor()
    expect(await page.locator('.what-if-faults').textContent()).toContain('至少要 1 人')
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('saves a result by name and opens it again', async () => {
    const page = await open()
    await page.getByRole('button', { name: '推演', exact: true }).last().click()
    await page.locator('.what-if-table').waitFor()
    await page.locator('.save-form input').fill('年初的样子')
    await page.getByRole('button', { name: '保存推演' }).click()
    await page.locator('.what-if-saved .link', { hasText: '年初的样子' }).waitFor()
    await page.reload()
    await page.locator('.what-if-saved .link', { hasText: '年初的样子' }).click()
    await page.locator('.what-if-table').waitFor()
    expect(await page.locator('.what-if-note').textContent()).toContain('年初的样子')
    expect(desk.pageErrors).toEqual([])
    await page.close()
  })
})
