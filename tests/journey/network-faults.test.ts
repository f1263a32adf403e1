import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Journey, openJourney } from './open-journey.ts'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(async () => await journey?.close())

const town = readFileSync('standards/demonstration/network.csv', 'utf8')
const lines = town.split('\n')
/** Line number of the file, as faults give it. */
const lineOf = (start: string) => lines.findIndex((line) => line.startsWith(start)) + 1

const bring = async (file: string, content: string, language: 'zh-CN' | 'en' = 'zh-CN') =>
  await journey.send('POST', '/api/v1/network/versions', {
    as: 'shen-yiwen',
    language,
    body: { file, contentBase64: Buffer.from(content).toString('base64'), effectiveFrom: '2026-11-25' },
  })
const faultsOf = async (content: string, file = 't.csv') => {
  const { status, body } = await bring(file, content)
  expect(status).toBe(422)
  const faults = body.faults as { path: string; code: string; message: string }[]
  // Every fault says something to a person, in his language, with nothing left to fill in.
  for (const { message, code } of faults) {
    expect(message, code).toMatch(/[\u4e00-\u9fff]/)
    expect(message, code).not.toMatch(/[{}]/)
  }
  return faults.map(({ path, code }) => `${path} ${code}`)
}
const change = (from: string, to: string) => {
  expect(town).toContain(from)
  return town.replace(from, to)
}
const section = '10 kV 滨河线 08 段,10 kV 滨河线,HK07 环网柜,HK08 环网柜,cable,YJV22-10-3x300,580'

describe('what is wrong with a network file, over the API', () => {
  it('an island: what nothing feeds', async () => {
    expect(await faultsOf(town.replace(`${section}\n`, ''))).toContain(
      `t.csv:${lineOf('HK08 环网柜')}.name network.island`,
    )
  })

  it('a loop: a tie left closed, with the links of the loop', async () => {
    const tie = '滨河学府联络,HK08 环网柜,F1-19 号杆,load-break,'
    const { body } = await bring('t.csv', change(`${tie}no`, `${tie}yes`))
    const [fault] = body.faults as { path: string; code: string; message: string }[]
    expect(fault).toMatchObject({ path: `t.csv:${lineOf(tie)}.closed`, code: 'network.loop' })
    expect(fault?.message).toContain('滨河学府联络')
    expect(fault?.message).toContain('10 kV 滨河线 08 段')
  })

  it('missing and zero impedance', async () => {
    const at = lineOf(section)
    expect(await faultsOf(change(section, section.replace('YJV22-10-3x300', '')))).toEqual(
      expect.arrayContaining([`t.csv:${at}.rOhmPerKm network.impedanceMissing`]),
    )
    const head = 'name,feeder,from,to,laying,model,lengthM'
    const measured = lines.map((line, index) => {
      if (line === head) return `${head},rOhmPerKm,xOhmPerKm,ratedA`
      const isSection = index + 1 > lineOf(head) && index + 1 < lineOf('[switches]') && line !== ''
      if (!isSection) return line
      return line === section ? `${line.replace('YJV22-10-3x300', '')},0,0,400` : `${line},,,`
    })
    expect(await faultsOf(measured.join('\n'))).toEqual([
      expect.stringMatching(/^t\.csv:\d+\.\w+ network\.impedanceZero$/),
    ])
  })

  it('a wrong voltage, a name used twice, a place unknown', async () => {
    const pole = lines[lineOf('G1-02 号杆') - 1] ?? ''
    expect(await faultsOf(change(pole, pole.replace(/10$/, '35')))).toEqual(
      expect.arrayContaining([expect.stringMatching(/network\.wrongVoltage$/)]),
    )
    expect(await faultsOf(change(pole, pole.replace('G1-02', 'G1-01')))).toEqual(
      expect.arrayContaining([`t.csv:${lineOf('G1-02 号杆')}.name network.nameTwice`]),
    )
    expect(await faultsOf(change(section, section.replace('HK08', 'HK99')))).toContain(
      `t.csv:${lineOf(section)}.to network.nameUnknown`,
    )
  })

  it('geometry off the map: exchanged, at zero, in metres', async () => {
    const pole = lines[lineOf('G1-02 号杆') - 1] ?? ''
    const [, lon, lat] = pole.split(',')
    const at = `t.csv:${lineOf('G1-02 号杆')}.lon`
    const place = `${lon},${lat}`
    // 120 is no latitude: the column itself says so.
    expect(await faultsOf(change(place, `${lat},${lon}`))).toEqual([
      `t.csv:${lineOf('G1-02 号杆')}.lat cell.outOfRange`,
    ])
    expect(await faultsOf(change(place, '0,0'))).toContain(`${at} network.offTheMap`)
    expect(await faultsOf(change(place, '113.2,23.1'))).toContain(`${at} network.offTheMap`)
    expect(await faultsOf(change(place, '40512345.6,3305123.4'))).toEqual(
      expect.arrayContaining([`${at} cell.outOfRange`]),
    )
  })

  it('several at once, each by its own row and column', async () => {
    const faulty = change(section, section.replace('HK08', 'HK99').replace('YJV22-10-3x300', 'NO-SUCH'))
      .replace('G1-02 号杆,', 'G1-01 号杆,')
      .replace('10 kV 东湖线,35 kV 城东变 10 kV II 段', '10 kV 东湖线,无此母线')
    expect(await faultsOf(faulty)).toEqual(
      expect.arrayContaining([
        `t.csv:${lineOf(section)}.to network.nameUnknown`,
        `t.csv:${lineOf(section)}.model network.modelUnknown`,
        `t.csv:${lineOf('G1-02 号杆')}.name network.nameTwice`,
        `t.csv:${lineOf('10 kV 东湖线,')}.busSection network.nameUnknown`,
      ]),
    )
    const cells = town.replace('load-break,no', 'load-break,maybe').replace('400,10,0.4,yes', 'many,10,0.4,yes')
    const found = await faultsOf(cells)
    expect(found).toHaveLength(2)
    expect(found.join()).toContain('cell.notANumber')
  })

  it('CIM and MATPOWER that lack something are refused by place; broken JSON too; none of it leaves a version behind', async () => {
    const cim = '<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"></rdf:RDF>'
    expect(await faultsOf(cim, 'net.xml')).toEqual(['net.xml network.noSource'])
    const matpower = '% a case\nfunction mpc = case2\nmpc.version = "2";\nmpc.bus = [1 3 0 0];'
    expect(await faultsOf(matpower, 'case2.m')).toEqual(
      ['baseMVA', 'bus', 'gen', 'branch'].map((table) => `case2.m:${table} matpower.tableMissing`),
    )
    expect((await bring('a.json', '{"type": "FeatureCollection"')).body.code).toBe('file.notJson')
    expect((await journey.send('GET', '/api/v1/network/versions', { as: 'shen-yiwen' })).body.versions).toHaveLength(1)
  })

  const grids = join(process.env.TONGDIAN_REFERENCE_DATA ?? 'none', 'grids')
  it.skipIf(!existsSync(grids))(
    'a pandapower net with degrees is imported; one in units of a drawing is refused',
    async () => {
      const drawing = readFileSync(join(grids, 'cigre_mv_solved.json'), 'utf8')
      expect((await bring('cigre.json', drawing)).status).toBe(422)
      const real = await bring('oberrhein.json', readFileSync(join(grids, 'mv_oberrhein_solved.json'), 'utf8'))
      expect(real.status).toBe(200)
      const { body } = await journey.send('GET', '/api/v1/network/map', { as: 'shen-yiwen' })
      const places = (
        body.features as { geometry: { coordinates: [number, number] }; properties: { element: string } }[]
      )
        .filter(({ properties }) => properties.element === 'substation')
        .map(({ geometry }) => geometry.coordinates)
      expect(places.length).toBeGreaterThan(0)
      for (const [lon, lat] of places) expect([Math.round(lon), Math.round(lat)]).toEqual([8, 48])
      expect(journey.internalErrors).toEqual([])
    },
  )

  const cases = join(process.env.TONGDIAN_REFERENCE_DATA ?? 'none', 'matpower')
  it.skipIf(!existsSync(cases))('a MATPOWER case with ratings counts, and is not drawn', async () => {
    const case33 = readFileSync(join(cases, 'case33bw.m'), 'utf8')
    const unrated = await bring('case33bw.m', case33)
    expect(unrated.faults).toHaveLength(37)
    expect(unrated.faults[0]).toMatchObject({
      path: 'case33bw.m:branch[1].RATE_A',
      message: '缺少额定电流。',
    })
    const real = await bring('case33bw.m', `${case33}\nmpc.branch(:, 6) = 8;\n`)
    expect(real.status).toBe(200)
    const { body: map } = await journey.send('GET', '/api/v1/network/map', { as: 'shen-yiwen' })
    expect([map.hasPlaces, map.features]).toEqual([false, []])
    const { body: capacity } = await journey.send('GET', '/api/v1/network/open-capacity', { as: 'shen-yiwen' })
    expect(capacity.feeders).toMatchObject([{ name: 'Feeder 1-2' }])
    expect((await journey.send('GET', '/api/v1/network/ground', { as: 'shen-yiwen' })).code).toBe('no-ground')
    const { body: told } = await journey.send('GET', '/api/v1/open-capacity')
    expect([told.substations, told.feeders]).toMatchObject([[], [{ name: 'Feeder 1-2' }]])
    expect(journey.internalErrors).toEqual([])
  })
})
