import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { hvFactory } from '../../src/stories/hv-factory.ts'
import { lvResident } from '../../src/stories/lv-resident.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('insight: left out, no browser on this machine')

describe.skipIf(!findBrowser())('insight at the desk', () => {
  let desk: DeskBench
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk?.close())

  const open = async (
    path: string,
    shown: string,
    options: Parameters<DeskBench['openPage']>[1] = {},
  ): Promise<Page> => {
    const page = await desk.openPage('liu-jianping', options)
    await visit(page, desk.url, path)
    await page.waitForSelector(shown)
    return page
  }

  it('says what to do where nothing happened yet', async () => {
    const page = await open('/insight', '.empty')
    expect(await page.locator('.empty').textContent()).toContain('还没有可看的历史')
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('shows the map, and leads from a step by keyboard to its cases', async () => {
    await lvResident.play(desk.journey.newPlayer({ minutesOfStep: 0 }), lvResident.customer)
    await hvFactory.play(desk.journey.newPlayer(), hvFactory.customer)
    const page = await open('/insight', '.map .step')
    const surveyed = page.locator('.map .step', { hasText: '现场勘查' })
    await surveyed.focus()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: '现场勘查：2 件' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.locator('.drill').getByRole('link').first().click()
    await page.waitForURL(/\/desk\/cases\//)
    await page.close()
  })

  it('draws fewer steps when the slider asks for fewer, and gives the same figures as a table', async () => {
    const page = await open('/insight', '.map .step')
    const whole = await page.locator('.map .step').count()
    await page.getByLabel('显示步骤').fill('50')
    await expect.poll(() => page.locator('.map .step').count()).toBe(Math.ceil(whole / 2))
    await page.getByRole('button', { name: '看数据表' }).click()
    const rows = page.locator('.map-scroll table').first().locator('tbody tr')
    expect(await rows.count()).toBe(Math.ceil(whole / 2))
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('names what differs from the standard, with the facts that show it', async () => {
    const page = await open('/insight', '.finding-row')
    const row = page.locator('.finding-row', { hasText: '秒办' })
    await row.click()
    expect(await row.getAttribute('aria-expanded')).toBe('true')
    expect(await page.locator('.finding.on .case-lines').textContent()).toMatch(/第 \d+、\d+ 条/)
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('lets the auditor settle a finding on record, says how many were false alarms, and lets nobody else', async () => {
    const others = await open('/insight', '.finding-row')
    await others.locator('.finding-row', { hasText: '秒办' }).click()
    expect(await others.locator('.finding.on .case-lines li').count()).toBeGreaterThan(1)
    expect(await others.locator('.finding.on .link.verdict').count()).toBe(0)
    await others.close()
    for (const [face, settle, record, tally] of [
      [{ language: 'zh-CN', width: 1440 }, '认定', '记入工单', '误报 1'],
      [{ language: 'en', width: 390 }, 'Settle', 'Put on record', 'False alarm 2'],
    ] as const) {
      const page = await desk.openPage('zheng-an', face)
      await visit(page, desk.url, '/insight')
      await page.locator('.finding-row').first().click()
      await page.locator('.finding.on .link.verdict', { hasText: settle }).first().click()
      await page.getByRole('button', { name: record }).click()
      expect(await page.locator('.settle-form .desk-fault').count()).toBe(2)
      expect(await violations(page), face.language).toEqual([])
      await page.getByRole('radio').last().check()
      await page.locator('.settle-form textarea').fill('演练工单，不是真实业务')
      await page.getByRole('button', { name: record }).click()
      await expect.poll(() => page.locator('.settled-tally').textContent()).toContain(tally)
      // The form goes once all that may show the verdict has been read anew.
      await expect.poll(() => page.locator('.settle-form').count()).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.close()
    }
  })

  it('lays the figures over the published process of one variant', async () => {
    const page = await open('/insight?variant=hv-standard', '.map .step')
    await page.getByRole('button', { name: '发布的流程' }).click()
    await page.locator('.published-figures').first().waitFor()
    expect(await page.locator('figcaption').textContent()).toContain('1 件按此版办理')
    await page.close()
  })

  it('shows whose the days were and the indicators, in both languages, light and dark, narrow too', async () => {
    const faces = [
      { language: 'zh-CN', width: 1440 },
      { language: 'en', width: 1440, dark: true },
      { language: 'zh-CN', width: 390 },
    ] as const
    for (const face of faces) {
      const clocks = await open('/insight?view=clocks', '.owner-bar', face)
      expect(await violations(clocks), `clocks ${face.language} ${face.width}`).toEqual([])
      await clocks.close()
      const indicators = await open('/insight?view=indicators', '.plot svg', face)
      expect(await indicators.locator('.tile').count()).toBe(11)
      expect(await violations(indicators), `indicators ${face.language} ${face.width}`).toEqual([])
      const overflow = await indicators.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect(overflow).toBeLessThanOrEqual(0)
      await indicators.close()
    }
  })

  it('compares two selections, by keyboard and narrow too', async () => {
    for (const face of [
      { language: 'zh-CN', width: 1440 },
      { language: 'en', width: 390 },
    ] as const) {
      const page = await open('/insight?view=compare&voltageClass=lv&b.voltageClass=hv', '.step.pair', face)
      await page.locator('.pair-table .link', { hasText: /^1$/ }).first().click()
      await page.locator('.drill .case-lines a').first().waitFor()
      expect(await violations(page), face.language).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.close()
    }
  })

  it('replays the cases over the map, moved by hand where motion is not wanted', async () => {
    for (const face of [
      { language: 'zh-CN', width: 1440, button: '回放', table: '此刻各步骤的件数' },
      { language: 'en', width: 390, button: 'Replay', table: 'Cases at each step at this moment' },
    ] as const) {
      const page = await open('/insight', '.map .step', face)
      await page.getByRole('button', { name: face.button, exact: true }).click()
      await page.locator('.replay canvas').waitFor()
      // The browser of the tests asks for less motion.
      expect(await page.locator('.film button[aria-pressed]').count()).toBe(0)
      const line = page.locator('.time-line input')
      const first = await line.getAttribute('aria-valuetext')
      await line.focus()
      for (let hour = 0; hour < 4; hour += 1) await page.keyboard.press('ArrowRight')
      expect(await line.getAttribute('aria-valuetext')).not.toBe(first)
      await page.getByText(face.table).click()
      const counts = await page.locator('.insight-map details td.number').allTextContents()
      const sum = counts.reduce((total, each) => total + Number(each), 0)
      const under = Number((await page.locator('.film .quiet').last().textContent())?.match(/\d+/)?.[0])
      expect([sum, under > 0]).toEqual([under, true])
      expect(await violations(page), face.language).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
      await page.emulateMedia({ reducedMotion: 'no-preference' })
      const play = page.locator('.film button[aria-pressed="false"]')
      await play.click()
      const from = await line.inputValue()
      await expect.poll(() => line.inputValue()).not.toBe(from)
      await page.locator('.film button[aria-pressed="true"]').click()
      await page.close()
    }
  })

  it('brings in a log with a guide of its columns, lists faulty rows, finds a model and compares one', async () => {
    const rows = [
      '申请,步骤,何时',
      'a,受理,2026-03-02 09:00:00',
      'a,勘查,2026-03-02 11:00:00',
      'b,受理,2026-03-03 09:00:00',
    ]
    const file = (name: string, lines: readonly string[]) => ({
      name,
      mimeType: 'text/csv',
      buffer: Buffer.from(lines.join('\n')),
    })
    const page = await open('/insight?view=logs', '.log-figures')
    const choose = page.locator('.log-import input[type=file]')
    await choose.setInputFiles(file('old.csv', [...rows, 'c,,2026-03-02 11:00:00', 'd,受理,昨天']))
    await page.getByLabel('工单编号').selectOption('申请')
    await page.getByLabel('环节').selectOption('步骤')
    await page.getByLabel('完成时间').selectOption('何时')
    await page.getByRole('button', { name: '导入日志' }).click()
    await page.locator('.fault-rows').waitFor()
    expect(await page.locator('.fault-rows tbody tr').allTextContents()).toEqual([
      'line 5这一行没有环节名。',
      'line 6时间“昨天”读不懂。',
    ])
    expect(await violations(page)).toEqual([])
    await choose.setInputFiles(file('old.csv', rows))
    await page.getByLabel('工单编号').selectOption('申请')
    await page.getByLabel('环节').selectOption('步骤')
    await page.getByLabel('完成时间').selectOption('何时')
    await page.getByRole('button', { name: '导入日志' }).click()
    await expect.poll(() => page.locator('.log-choice option:checked').textContent()).toContain('old.csv（2 件')
    await page.getByRole('button', { name: '发现', exact: true }).click()
    await page.locator('.discovered .djs-element').first().waitFor()
    expect(await violations(page)).toEqual([])
    const [model] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存 PNML' }).click(),
    ])
    const check = page.locator('section', { has: page.getByRole('heading', { name: '与模型比较' }) })
    await check.locator('input[type=file]').setInputFiles((await model.path()) ?? '')
    await check.getByRole('alert').or(check.locator('.log-figures')).waitFor()
    expect(await check.locator('.log-figures dd').first().textContent()).toMatch(/^(0|1)\.\d{4}$/)
    await page.close()
    // A model of our own log calls its steps as people do, in their language, and fits the log it was found in.
    for (const [face, discover, survey] of [
      [{ language: 'zh-CN' }, '发现', '现场勘查'],
      [{ language: 'en' }, 'Find', 'Survey the site'],
    ] as const) {
      const own = await open('/insight?view=logs', '.log-figures', face)
      await own.getByRole('button', { name: discover, exact: true }).click()
      await expect
        .poll(() => own.locator('.discovered svg[data-element-id]').textContent(), { timeout: 15_000 })
        .toContain(survey.slice(0, 4))
      const [named] = await Promise.all([
        own.waitForEvent('download'),
        own.getByRole('button', { name: /BPMN/ }).click(),
      ])
      const compare = own.locator('section', { has: own.locator('input[accept=".pnml,.bpmn"]') })
      await compare.locator('input').setInputFiles({
        name: 'model.bpmn',
        mimeType: 'application/xml',
        buffer: readFileSync((await named.path()) ?? ''),
      })
      // It fits as well as it did before it was taken away.
      const fitness = await own
        .locator('.discovered')
        .locator('xpath=..')
        .locator('.log-figures dd')
        .first()
        .textContent()
      await compare.locator('.log-figures').waitFor()
      expect(await compare.locator('.log-figures dd').first().textContent()).toBe(fitness)
      await own.close()
    }
    const phone = await open('/insight?view=logs', '.log-figures', { language: 'en', width: 390 })
    expect(await violations(phone)).toEqual([])
    expect(await phone.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
    await phone.close()
  })

  it('saves the map as a picture and a report as a file', async () => {
    const page = await open('/insight', '.map .step')
    const [picture] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存图片' }).click(),
    ])
    expect(picture.suggestedFilename()).toMatch(/\.png$/)
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '导出 CSV 走法' }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^tongdian-variants-.*\.csv$/)
    expect(desk.pageErrors).toEqual([])
    await page.close()
  })
})
