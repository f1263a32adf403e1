import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import { findBrowser } from '../../scripts/find-browser.ts'
import type { Player } from '../../src/stories/player.ts'
import { waitingForPlan } from '../journey/waiting-for-plan.ts'
import { type DeskBench, openDesk, violations, visit } from './open-desk.ts'

const data = process.env.TONGDIAN_REFERENCE_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url))
const path = `${data}/grids/mv_oberrhein_solved.json`
const isHere = findBrowser() !== undefined && existsSync(path)
if (!isHere) console.warn(`real-grid: left out, no browser on this machine or no ${path}`)

/** A 20 kV grid of two substations and some 150 transformer stations with their coordinates. */
describe.skipIf(!isHere)('the designer’s whole path on a real grid', () => {
  let desk: DeskBench
  let player: Player
  beforeAll(async () => {
    desk = await openDesk()
    await desk.journey.newPlayer().at('2026-02-27 09:00')
    const bring = await desk.journey.send('POST', '/api/v1/network/versions', {
      as: 'administrator',
      language: 'en',
      body: {
        file: 'oberrhein.json',
        contentBase64: readFileSync(path).toString('base64'),
        effectiveFrom: '2026-02-27',
      },
    })
    if (bring.status !== 200) throw new Error(JSON.stringify(bring.body))
    const { body } = await desk.journey.send('GET', '/api/v1/network/map', { as: 'shen-yiwen' })
    const places = body.features as unknown as readonly {
      properties: { element: string }
      geometry: { coordinates: [number, number] }
    }[]
    const units = places.filter(({ properties }) => properties.element === 'ring-main-unit')
    const [longitude, latitude] = units[Math.floor(units.length / 2)]?.geometry.coordinates ?? [0, 0]
    player = await waitingForPlan(desk.journey, {
      number: 71,
      load: { requestedKw: 560, requestedKva: 800, isThreePhase: true },
      survey: {
        approvedCapacityKva: 800,
        customerWorks: true,
        gridWorks: true,
        lineDistanceM: 300,
        location: { longitude: longitude + 0.002, latitude: latitude + 0.001 },
      },
    })
  })
  afterAll(() => desk?.close())

  it.each(['zh-CN', 'en'] as const)('compares and changes plans in %s', async (language) => {
    const page = await desk.openPage('shen-yiwen', { language })
    await visit(page, desk.url, `/cases/${player.case.caseId}/plans`)
    await page.locator('.plans-table tbody tr').first().waitFor()
    const words = { 'zh-CN': ['改方案', '加一个拐点'], en: ['Change the plan', 'Add a bend'] } as const
    const [change, add] = words[language]
    await page.getByRole('button', { name: change }).click()
    await page.getByRole('button', { name: add, exact: true }).click()
    await page.locator('.changed tbody tr').first().waitFor()
    if (process.env.SHOTS) {
      await page.waitForTimeout(1500)
      await page.screenshot({ path: `${process.env.SHOTS}/real-${language}.png`, fullPage: true })
    }
    // Numbers and bends lie close at this scale: zooming in sets them apart, and keys move them (WCAG 2.5.8, equivalent).
    const found = (await violations(page)).filter(
      (line) => !/^target-size: (button\[title=|\.(bend|chosen|other)\b)/.test(line),
    )
    expect(found).toEqual([])
    await page.context().close()
  })

  it('takes a plan at the voltage of the grid and hands it in', async () => {
    const page = await desk.openPage('shen-yiwen')
    await visit(page, desk.url, `/cases/${player.case.caseId}`)
    await page.getByRole('link', { name: '按电网比选方案' }).click()
    await page.locator('.plans-table tbody tr').first().waitFor()
    for (const reason of await page.locator('.departures textarea').all()) await reason.fill('按现场情况取值，已核对')
    await page.getByRole('button', { name: '采用这个方案' }).click()
    await page.getByRole('button', { name: '提交拟定供电方案' }).click()
    await page.locator('.done-note').waitFor()
    const { facts } = await desk.journey.showCase(player.case.caseId)
    const drafted = facts.findLast(({ type }) => type === 'supply-plan-drafted')?.body as
      | { voltageKv: number; networkVersion: number; sources: { route: unknown[] }[] }
      | undefined
    expect(drafted).toMatchObject({ voltageKv: 20, networkVersion: 2 })
    const options = await desk.journey.send('POST', `/api/v1/cases/${player.case.caseId}/plan-options`, {
      as: 'shen-yiwen',
      body: {},
    })
    expect((options.body as unknown as PlanOptions).need.voltage.kv).toBe(20)
    expect(desk.pageErrors).toEqual([])
    expect(desk.journey.internalErrors).toEqual([])
  })
})
