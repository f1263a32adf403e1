import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { prepareNetwork, promise, readNetworkText, readPowerStandards, standardsOn } from '#power'
import { ledgerOf } from './ledger-facts.ts'
import { listOpenCapacity } from './open-capacity.ts'
import { listAmounts } from './places.ts'

const shipped = getAccepted(readPowerStandards((file) => readFileSync(`standards/${file}`, 'utf8')))
const standards = standardsOn(shipped, '2026-11-23')
const text = readFileSync('standards/power/network-template.csv', 'utf8')
const network = getAccepted(readNetworkText('template.csv', text, standards))
const prepared = prepareNetwork(network, standards.parameters)

describe('open capacity', () => {
  const open = listOpenCapacity(prepared, standards.parameters)
  it('is the share of the rating less maximum and promise, at feeders and main transformers', () => {
    // √3 · 10 kV · (0.8 · 455 A − 180 A) − 400 kVA, and 0.8 · 40 MVA − 22 MVA − 1 MVA.
    expect(open.get('feeder:N101')).toBeCloseTo(Math.sqrt(3) * 10 * (0.8 * 455 - 180) - 400, 6)
    expect(open.get('transformer:T1-North')).toBeCloseTo(9000, 6)
    expect(open.get('bay:N201-R2')).toBe(3)
  })
  it('counts public distribution transformers whose maximum is known, and no others', () => {
    const names = [...open.keys()].filter((place) => place.startsWith('distribution-transformer:'))
    expect(names).toEqual(['distribution-transformer:T-N101-1', 'distribution-transformer:T-S101-1'])
  })
})

describe('amounts of a source', () => {
  const source = { feeder: 'N201', busSection: '', accessPoint: 'N201-R2', capacityKva: 630 }
  it('takes feeder, main transformer and bay', () => {
    expect(listAmounts(network, source)).toEqual([
      { place: 'feeder:N201', amount: 630 },
      { place: 'transformer:T2-North', amount: 630 },
      { place: 'bay:N201-R2', amount: 1 },
    ])
  })
  it('takes no bay at a pole, a bay of the bus section for a new feeder, and the transformer alone at low voltage', () => {
    expect(
      listAmounts(network, { ...source, feeder: 'N101', accessPoint: 'N101-P2' }).map(({ place }) => place),
    ).toEqual(['feeder:N101', 'transformer:T1-North'])
    const fresh = listAmounts(network, { ...source, feeder: null, busSection: 'South-10-I', accessPoint: 'South-10-I' })
    expect(fresh.map(({ place }) => place)).toEqual(['transformer:T1-South', 'bay:South-10-I'])
    expect(listAmounts(network, { ...source, feeder: null, accessPoint: 'T-S101-1', capacityKva: 20 })).toEqual([
      { place: 'distribution-transformer:T-S101-1', amount: 20 },
    ])
    expect(listAmounts(network, { ...source, feeder: 'nowhere' })).toEqual([])
  })
})

describe('a network with promises', () => {
  it('has that much less room, and is otherwise the same', () => {
    const amounts = listAmounts(network, { feeder: 'N201', busSection: '', accessPoint: 'N201-R2', capacityKva: 630 })
    const { taken } = ledgerOf([{ id: 'a', appliedAt: '', amounts, state: 'energised', expiresOn: undefined }])
    const low = new Map([...taken, ['distribution-transformer:T-N101-1', 50]])
    const left = listOpenCapacity(promise(prepared, low, standards.parameters), standards.parameters)
    const before = listOpenCapacity(prepared, standards.parameters)
    for (const [place, kva] of before) expect(left.get(place)).toBeCloseTo(kva - (low.get(place) ?? 0), 6)
    expect(promise(prepared, new Map(), standards.parameters)).toBe(prepared)
  })
})

describe('a network in one text', () => {
  it('is read as bundle and as GeoJSON, and says where JSON ends', () => {
    const feature = (sheet: string, properties: object, coordinates: readonly number[]) => ({
      properties: { sheet, ...properties },
      geometry: { type: 'Point', coordinates },
    })
    const features = [feature('substations', { name: 'A', highKv: 110 }, [120, 30])]
    const own = readNetworkText('a.geojson', JSON.stringify({ features }), standards)
    expect(own.ok && own.value.substations.length).toBe(1)
    expect(readNetworkText('a.json', '{"features": [', standards)).toMatchObject({
      refusal: { code: 'file.notJson', faults: [{ path: 'a.json' }] },
    })
  })
})
