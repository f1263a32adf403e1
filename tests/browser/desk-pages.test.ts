import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { resident } from '../../src/stories/customers.ts'
import { accept, applyOnPhone } from '../../src/stories/passages.ts'
import { measureFirstLoad } from './first-load.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('desk-pages: left out, no browser on this machine')

/** Whose first page it is, and the places his roles may use. */
const roles = [
  { login: 'he-min', places: ['待办', '工单', '电网', '人员', '标准'] },
  { login: 'song-ya', places: ['待办', '班组', '工单', '电网', '总览', '洞察', '人员', '标准'] },
  { login: 'zheng-an', places: ['待办', '工单', '电网', '总览', '洞察', '人员', '标准'] },
  { login: 'sun-li', places: ['待办', '工单', '电网', '人员', '标准'] },
] as const

describe.skipIf(!findBrowser())('pages of the desk', () => {
  let desk: DeskBench
  let paths: readonly string[]
  beforeAll(async () => {
    desk = await openDesk()
    const player = desk.journey.newPlayer()
    await player.at('2026-03-02 09:05')
    const customer = resident(41, '周小红', '澄溪县城关镇滨河里 41 幢 3 单元 502 室')
    await applyOnPhone(player, {
      customer,
      category: 'resident',
      proof: 'identity-card',
      load: { requestedKw: 8, isThreePhase: false },
    })
    await accept(player, 'he-min')
    paths = [
      '/inbox?queue=team',
      '/cases',
      `/cases/${player.case.caseId}`,
      '/overview',
      '/people',
      '/standards',
      '/standards/decision/pause-reasons',
      '/standards/calendar/2026',
      '/standards/process/lv-standard',
      '/standards/table/power%2Fparameters.csv',
      '/standards/clause/supply-contract',
      '/no-such-page',
    ]
  })
  afterAll(() => desk.close())

  it('first page of a clerk and of a manager: at most 480 kB of scripts in brotli', async () => {
    for (const login of ['he-min', 'song-ya']) {
      const { kb, files } = await measureFirstLoad(await desk.openPage(login), `${desk.url}/desk/`)
      expect(files).toBeGreaterThan(0)
      expect(kb).toBeLessThanOrEqual(480)
    }
  })

  it.each([
    { language: 'zh-CN', dark: false, width: 1440 },
    { language: 'en', dark: true, width: 1440 },
    { language: 'zh-CN', dark: true, width: 320 },
  ] as const)('no violation in $language, dark $dark, $width px; nothing wider than the page', async (options) => {
    const page = await desk.openPage('liu-jianping', options)
    for (const path of paths) {
      await visit(page, desk.url, path)
      await page.getByRole('heading', { level: 1 }).first().waitFor()
      expect(await violations(page), path).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow, path).toBeLessThanOrEqual(0)
    }
    expect(desk.pageErrors).toEqual([])
  })

  it.each(roles)('$login sees only the places of his roles', async ({ login, places }) => {
    const page = await desk.openPage(login)
    await visit(page, desk.url, '/')
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.getByRole('navigation', { name: '主导航' }).getByRole('link').allInnerTexts()).toEqual(places)
  })

  it('the clerk’s counter form: no violation, empty and with its faults named', async () => {
    const page = await desk.openPage('he-min')
    await visit(page, desk.url, '/cases/new')
    expect(await violations(page)).toEqual([])
    await page.getByRole('button', { name: '提交申请' }).click()
    await page.getByText(/还有\s*\d+\s*处要补正/).waitFor()
    expect(await violations(page)).toEqual([])
  })

  it('palette, search and shortcuts by keyboard', async () => {
    const page = await desk.openPage('song-ya')
    await visit(page, desk.url, '/inbox')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('标')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '标准' }).waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type('周小红')
    await page.getByRole('option', { name: /周小红/ }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '周小红' }).waitFor()
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: '快捷键' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
  })
})
