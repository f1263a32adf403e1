import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../scripts/find-browser.ts'
import { violations } from './open-desk.ts'
import { openPortal, type PortalBench } from './open-portal.ts'

if (!findBrowser()) console.warn('portal-capacity: left out, no browser on this machine')

describe.skipIf(!findBrowser())('open capacity for everybody', () => {
  let portal: PortalBench
  beforeAll(async () => {
    portal = await openPortal()
  })
  afterAll(() => portal?.close())

  it('is reached from the home page without signing in, and narrows to what is needed', async () => {
    const page = await portal.openPhone(undefined, { width: 390 })
    await page.goto(`${portal.url}/`)
    await page.getByRole('link', { name: '哪里还有容量' }).click()
    await page.waitForSelector('.capacity-map circle')
    expect(await violations(page)).toEqual([])
    const marks = () => page.locator('.capacity-map circle').count()
    const all = await marks()
    await page.getByRole('textbox').fill('120')
    await expect.poll(marks).toBeLessThan(all)
    expect(await marks()).toBeGreaterThan(0)
    await page.getByRole('textbox').fill('99999')
    await expect.poll(marks).toBe(0)
    expect(await page.getByText('现在没有这么大的空余').count()).toBe(2)
    await page.close()
  })

  it('says nearest first to who shares his position, and goes on without it', async () => {
    const page = await portal.openPhone(undefined, { width: 390, language: 'en' })
    await page.goto(`${portal.url}/capacity`)
    await page.waitForSelector('.capacity-map circle')
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ longitude: 120.52, latitude: 29.875 })
    await page.getByRole('button', { name: 'Nearest to me first' }).click()
    const away = page.locator('.facts .note', { hasText: 'from you' })
    await away.first().waitFor()
    const metres = (await away.allTextContents()).map((text) => {
      const [, value = '', unit] = /([\d.]+) (k?m)/.exec(text) ?? []
      return Number(value) * (unit === 'km' ? 1000 : 1)
    })
    expect(metres).toEqual(metres.toSorted((a, b) => a - b))
    await page.close()
  })
})
