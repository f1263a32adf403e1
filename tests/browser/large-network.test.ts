import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { poleName, townOfTenThousand, writeTown } from '../generated-town.ts'
import { type DeskBench, openDesk, visit } from './open-desk.ts'

if (!findBrowser()) console.warn('large network: left out, no browser on this machine')

describe.skipIf(!findBrowser())('a network of ten thousand elements at the desk', () => {
  let desk: DeskBench
  let page: Page
  beforeAll(async () => {
    desk = await openDesk()
    page = await desk.openPage('shen-yiwen')
  })
  afterAll(() => desk?.close())

  it('is imported by the dialog, which says how far it is', async () => {
    await visit(page, desk.url, '/network')
    await page.getByRole('button', { name: '导入电网' }).click()
    const file = { name: '大镇.csv', mimeType: 'text/csv', buffer: Buffer.from(writeTown(townOfTenThousand)) }
    await page.locator('input[type=file]').setInputFiles(file)
    await page.locator('.dialog-foot button[type=submit]').click()
    await page.locator('.notice', { hasText: '第 2 版已导入' }).waitFor()
    const map = await page.evaluate(async () => {
      const answer = (await (await fetch('/api/v1/network/map')).json()) as {
        features: { geometry: { type: string } }[]
      }
      return answer.features.length
    })
    expect(map).toBe(10_004)
  })

  it('draws every corner of it: what is found by name is under the mouse, before and after dragging the map', async () => {
    const canvas = page.locator('.grid-map canvas')
    const size = await canvas.boundingBox()
    if (!size) throw new Error('no map')
    const middle = [size.x + size.width / 2, size.y + size.height / 2] as const
    const { feeders, polesPerFeeder } = townOfTenThousand
    for (const [feeder, pole] of [
      [0, 1],
      [feeders - 1, 1],
      [0, polesPerFeeder - 1],
      [feeders - 1, polesPerFeeder - 1],
      [17, 51],
    ] as const) {
      await page.getByRole('searchbox', { name: '在图上找' }).fill(poleName(feeder, pole))
      await page.keyboard.press('Enter')
      const picked = page.locator('.network-picked b')
      await expect.poll(() => picked.textContent()).toBe(poleName(feeder, pole))
      await page.getByRole('button', { name: '收起' }).click()
      await expect
        .poll(async () => {
          await page.mouse.click(...middle)
          return (await picked.allTextContents()).join()
        })
        .toBe(poleName(feeder, pole))
      await page.getByRole('button', { name: '收起' }).click()
      await page.mouse.move(...middle)
      await page.mouse.down()
      await page.mouse.move(middle[0] + 120, middle[1] + 60, { steps: 12 })
      await page.mouse.up()
      await expect
        .poll(async () => {
          await page.mouse.click(middle[0] + 120, middle[1] + 60)
          return (await picked.allTextContents()).join()
        })
        .toBe(poleName(feeder, pole))
      await page.getByRole('button', { name: '收起' }).click()
    }
    expect(desk.pageErrors).toEqual([])
  })

  it('moves without drawing the page anew: nothing of the page changes while the map is dragged', async () => {
    await page.getByRole('button', { name: '看全图' }).click()
    const canvas = page.locator('.grid-map canvas')
    const size = await canvas.boundingBox()
    if (!size) throw new Error('no map')
    await page.evaluate(() => {
      const counted = { changes: 0 }
      Object.assign(window, { counted })
      new MutationObserver((changes) => {
        counted.changes += changes.filter(({ target }) => !(target as Element).closest?.('.maplibregl-map')).length
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true })
    })
    await page.mouse.move(size.x + size.width / 2, size.y + size.height / 2)
    await page.mouse.down()
    await page.mouse.move(size.x + size.width / 2 - 200, size.y + size.height / 2 - 100, { steps: 40 })
    await page.mouse.up()
    const changes = await page.evaluate(() => (window as unknown as { counted: { changes: number } }).counted.changes)
    expect(changes).toBe(0)
  })
})
