import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey?.close())

const town = readFileSync('standards/demonstration/network.csv', 'utf8')
const get = async (path: string, as?: string) => await journey.send('GET', path, { as })
const bring = async (content: string, as = 'administrator', language: 'zh-CN' | 'en' = 'en') =>
  await journey.send('POST', '/api/v1/network/versions', {
    as,
    language,
    body: { file: 'town.csv', contentBase64: Buffer.from(content).toString('base64'), effectiveFrom: '2026-11-25' },
  })

describe('the network over the API', () => {
  it('of the demonstration company is there from the first start, with its ground', async () => {
    const { body: map } = await get('/api/v1/network/map', 'shen-yiwen')
    const elements = (map.features as { properties: { element: string } }[]).map(({ properties }) => properties.element)
    expect(elements.filter((element) => element === 'substation')).toHaveLength(2)
    expect(elements.filter((element) => element === 'section').length).toBeGreaterThan(100)
    const { body: ground } = await get('/api/v1/network/ground', 'shen-yiwen')
    expect((ground.features as unknown[]).length).toBeGreaterThan(500)
    const { body: capacity } = await get('/api/v1/network/open-capacity', 'shen-yiwen')
    expect((capacity.feeders as unknown[]).length).toBe(9)
  })

  it('tells everybody where there is room, and nothing of other customers', async () => {
    const { status, body } = await get('/api/v1/open-capacity')
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    expect(text).toContain('10 kV 学府二线')
    for (const secret of ['historic', 'promised', 'users', '专变', '住户', 'rated']) expect(text).not.toContain(secret)
  })

  it('refuses a faulty file whole, every fault with row and column, in the language asked for', async () => {
    const faulty = town
      .replace('10 kV 滨河线,110 kV 柳林变 10 kV I 段', '10 kV 滨河线,110 kV 桃林变 10 kV I 段')
      .replace('YJV22-10-3x300', 'YJV99-10-3x300')
    const refused = await bring(faulty)
    expect([refused.status, refused.code]).toEqual([422, 'network.faulty'])
    const faults = refused.body.faults as { path: string; code: string; message: string }[]
    expect(faults.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['network.nameUnknown', 'network.modelUnknown']),
    )
    for (const { path, message } of faults) {
      expect(path).toMatch(/^town\.csv:\d+\./)
      expect(message).toMatch(/^[\x20-\x7e“”]/)
    }
    const inChinese = await bring(faulty, 'administrator', 'zh-CN')
    expect((inChinese.body.faults as { message: string }[])[0]?.message).toMatch(/[\u4e00-\u9fff]/)
    const { body } = await get('/api/v1/network/versions', 'shen-yiwen')
    expect(body.versions).toHaveLength(1)
  })

  it('is imported by administrator and designer alone, counts at once, and the same file is the same version', async () => {
    expect((await bring(town, 'he-min')).status).toBe(403)
    const stronger = town.replace('450,232,28,630', '450,100,28,630')
    const imported = await bring(stronger, 'shen-yiwen')
    expect(imported.status).toBe(200)
    expect(imported.body.version).toBe(2)
    expect((await bring(stronger, 'shen-yiwen')).body.version).toBe(2)
    const { body } = await get('/api/v1/network/open-capacity', 'shen-yiwen')
    expect(body.version).toBe(2)
    expect(journey.internalErrors).toEqual([])
  })

  it('hands out a template that imports as it is', async () => {
    const template = readFileSync('standards/power/network-template.csv', 'utf8')
    expect((await bring(template)).status).toBe(200)
  })
})
