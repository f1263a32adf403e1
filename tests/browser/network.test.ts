import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('network: left out, no browser on this machine')

const town = readFileSync('standards/demonstration/network.csv', 'utf8')

describe.skipIf(!findBrowser())('the network at the desk', () => {
  let desk: DeskBench
  beforeAll(async () => {
    desk = await openDesk()
  })
  afterAll(() => desk?.close())

  const open = async (login = 'shen-yiwen', options: Parameters<DeskBench['openPage']>[1] = {}): Promise<Page> => {
    const page = await desk.openPage(login, options)
    await visit(page, desk.url, '/network')
    await page.waitForSelector('.network-table tbody tr')
    await page.waitForSelector('.grid-map-tools')
    return page
  }
  const choose = async (page: Page, content: string, act = '导入电网', name = '澄溪.csv') => {
    await page.getByRole('button', { name: act }).click()
    await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) })
    await page.locator('.dialog-foot button[type=submit]').click()
  }

  it('shows map and open capacity, in both languages, light and dark, narrow too', async () => {
    const faces = [
      { language: 'zh-CN', width: 1440 },
      { language: 'en', width: 1440, dark: true },
      { language: 'zh-CN', width: 390 },
      { language: 'en', width: 320 },
    ] as const
    for (const face of faces) {
      const page = await open('shen-yiwen', face)
      expect(await page.locator('.network-table tbody tr').count()).toBe(9)
      expect(await violations(page)).toEqual([])
      const isTooWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
      expect(isTooWide).toBe(false)
      await page.close()
    }
  })

  it('draws the lines: what is found by name is on the map, where a click says what it is', async () => {
    const page = await open()
    await page.getByRole('searchbox', { name: '在图上找' }).fill('HK01')
    await page.keyboard.press('Enter')
    await page.locator('.network-picked', { hasText: 'HK01 环网柜' }).waitFor()
    await page.getByRole('button', { name: '收起' }).click()
    const canvas = page.locator('.grid-map canvas')
    await expect
      .poll(async () => {
        const size = await canvas.boundingBox()
        if (!size) return ''
        await page.mouse.click(size.x + size.width / 2, size.y + size.height / 2)
        return (await page.locator('.network-picked b').allTextContents()).join()
      })
      .toBe('HK01 环网柜')
    await page.close()
  })

  it('measures a distance, also without a mouse', async () => {
    const page = await open()
    await page.getByRole('button', { name: '测距' }).click()
    await page.getByRole('button', { name: '加上图中心点' }).press('Enter')
    await page.locator('.grid-map canvas').focus()
    await page.keyboard.press('ArrowRight')
    await page.waitForTimeout(500)
    await page.getByRole('button', { name: '加上图中心点' }).press('Enter')
    await expect.poll(() => page.locator('.grid-map-tools [role=status]').textContent()).toMatch(/总长 [\d.]+ k?m/)
    await page.close()
  })

  it('lists every fault of a file by row and column, and imports nothing', async () => {
    const page = await open()
    await choose(
      page,
      town
        .replace('10 kV 滨河线,110 kV 柳林变 10 kV I 段', '10 kV 滨河线,110 kV 桃林变 10 kV I 段')
        .replace('YJV22-10-3x300', 'YJV99-10-3x300'),
    )
    const rows = page.locator('.network-faults tbody tr')
    await rows.first().waitFor()
    expect(await rows.first().locator('td').allTextContents()).toEqual([
      '23',
      'busSection',
      '找不到“110 kV 桃林变 10 kV I 段”。',
    ])
    expect(await rows.count()).toBe(3)
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: '历次导入' }).click()
    expect(await page.locator('dialog tbody tr').count()).toBe(1)
    await page.close()
  })

  it('imports a file, which counts at once, and keeps what was before', async () => {
    const page = await open()
    await choose(page, town.replace('450,232,28,630', '450,100,28,630'))
    await page.locator('.notice', { hasText: '第 2 版已导入' }).waitFor()
    await page.locator('.network-table tbody tr', { hasText: '滨河线' }).locator('text=30.3').waitFor()
    await page.getByRole('button', { name: '历次导入' }).click()
    const newest = page.locator('dialog tbody tr').first()
    await newest.locator('text=沈亦文').waitFor()
    expect(await newest.textContent()).toContain('现行')
    await page.close()
  })

  it('imports the ground by the same dialog: every fault by its place, then a version that counts at once', async () => {
    const page = await open()
    const ground = (kind: string) =>
      JSON.stringify({
        type: 'FeatureCollection',
        features: [kind, 'water'].map((each, at) => ({
          type: 'Feature',
          properties: { kind: each },
          geometry: {
            type: 'LineString',
            coordinates: [
              [120.5 + at * 0.01, 29.87],
              [120.51 + at * 0.01, 29.89],
            ],
          },
        })),
      })
    await choose(page, ground('swamp'), '导入地形', '地形.geojson')
    const row = page.locator('.network-faults tbody tr')
    await row.waitFor()
    expect(await row.locator('td').nth(1).textContent()).toBe('地形.geojson:features[0].properties.kind')
    expect(await row.locator('td').nth(2).textContent()).toContain('swamp')
    expect(await violations(page)).toEqual([])
    await page.keyboard.press('Escape')
    await choose(page, ground('road'), '导入地形', '地形.geojson')
    await page.locator('.notice', { hasText: '第 2 版地形已导入，共 2 处' }).waitFor()
    await page.getByRole('button', { name: '历次导入' }).click()
    await page
      .locator('dialog')
      .getByRole('button', { name: /^地形 2/ })
      .click()
    const newest = page.locator('dialog tbody tr').first()
    await newest.locator('text=沈亦文').waitFor()
    expect(await newest.textContent()).toContain('地形.geojson')
    expect(await violations(page)).toEqual([])
    await page.close()
  })

  it('has a table and says why where the browser draws no map; who may not import is not asked to', async () => {
    const page = await desk.openPage('he-min')
    await page.addInitScript(() => {
      HTMLCanvasElement.prototype.getContext = () => null
    })
    await visit(page, desk.url, '/network')
    await page.getByText('这个浏览器画不了地图').waitFor()
    expect(await page.locator('.network-table tbody tr').count()).toBe(9)
    expect(await page.getByRole('button', { name: '导入电网' }).count()).toBe(0)
    await page.close()
    expect(desk.pageErrors).toEqual([])
  })

  it('of a file without positions says that it is not drawn, and what works all the same', async () => {
    const page = await open()
    const bus = (number: number, type: number, mw: number) => `${number} ${type} ${mw} 0.1 0 0 1 1 0 10 1 1.1 0.9`
    const branch = (from: number, to: number) => `${from} ${to} 0.01 0.02 0 8 0 0 0 0 1 -360 360`
    const net = [
      'function mpc = town',
      "mpc.version = '2';",
      'mpc.baseMVA = 10;',
      `mpc.bus = [${[bus(1, 3, 0), bus(2, 1, 0.5), bus(3, 1, 0.3)].join('; ')}];`,
      'mpc.gen = [1 0 0 10 -10 1 100 1 10 0];',
      `mpc.branch = [${[branch(1, 2), branch(2, 3)].join('; ')}];`,
    ].join('\n')
    await choose(page, net, '导入电网', 'town.m')
    await page.getByText('这个电网没有坐标，不画图').waitFor()
    await page.locator('.network-table tbody tr', { hasText: 'Feeder 1-2' }).waitFor()
    expect(await violations(page)).toEqual([])
    await page.close()
    expect(desk.pageErrors).toEqual([])
  })
})
