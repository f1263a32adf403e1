import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { getAccepted, plainDate } from '#kernel'
import { listOpenCapacity, prepareNetwork, readNetworkText } from '#power'
import { shippedStandards } from '../../../tests/shipped-standards.ts'
import type { NetworkInForce } from './network-shelf.ts'
import { publishOpenCapacity, reportOpenCapacity } from './open-capacity.ts'
import { showNetwork } from './show-network.ts'

const effectiveFrom = plainDate('2026-11-23')
const standards = (await shippedStandards()).powerOn(effectiveFrom)
const text = readFileSync('standards/power/network-template.csv', 'utf8')
const prepared = prepareNetwork(getAccepted(readNetworkText('a.csv', text, standards)), standards.parameters)
const inForce: NetworkInForce = {
  version: { version: 1, contentHash: '', importedAt: '', importedBy: '', effectiveFrom },
  standards,
  prepared,
  open: listOpenCapacity(prepared, standards.parameters),
}

describe('the network on a map', () => {
  const { features } = showNetwork(prepared.network)
  const named = (name: string) => features.find(({ properties }) => properties.name === name)
  it('shows where things are', () => {
    expect(named('N101-P1')?.geometry).toEqual({ type: 'Point', coordinates: [120.104, 30.195] })
    expect(named('N101-2')).toMatchObject({
      geometry: {
        type: 'LineString',
        coordinates: [
          [120.104, 30.195],
          [120.108, 30.19],
        ],
      },
      properties: { element: 'section', feeder: 'N101', laying: 'overhead', lengthM: 700 },
    })
    expect(named('TIE-1')?.properties).toMatchObject({ element: 'switch', isClosed: false })
  })
  it('shows nothing of customers: no transformer of their own, no supply point, no maximum', () => {
    expect(named('T-N101-1')).toBeDefined()
    for (const name of ['T-N101-2', 'T-N201-1', 'Shop', 'LV-2']) expect(named(name)).toBeUndefined()
    expect(JSON.stringify(features)).not.toMatch(/historic|users|promised|kw"/i)
  })
})

describe('open capacity', () => {
  const taken = new Map([
    ['feeder:N101', 500],
    ['transformer:T1-North', 500],
    ['distribution-transformer:T-N101-1', 20],
  ])
  it('counts what the file and the ledger have promised', () => {
    const none = reportOpenCapacity(inForce, new Map())
    const { feeders, mainTransformers, distributionTransformers } = reportOpenCapacity(inForce, taken)
    expect(feeders[0]).toMatchObject({ name: 'N101', substation: 'North', promisedKva: 900 })
    expect(feeders[0]?.openKva).toBeCloseTo((none.feeders[0]?.openKva ?? 0) - 500, 6)
    expect(mainTransformers[0]).toMatchObject({ name: 'T1-North', promisedKva: 1500 })
    // 0.8 · 400 − 260 / 0.95 − 20, as the power factor assumed is 0.95.
    expect(distributionTransformers[0]?.openKva).toBeCloseTo(320 - 260 / 0.95 - 20, 6)
  })
  it('is told to customers in whole kVA from zero, and without what others draw', () => {
    const all = new Map([['feeder:N101', 1e6]])
    const told = publishOpenCapacity(inForce, all)
    expect(told.feeders[0]).toEqual({ name: 'N101', substation: 'North', openKva: 0 })
    expect(told.feeders[1]?.openKva).toBe(Math.floor(Math.sqrt(3) * 10 * (0.8 * 455 - 210)))
    expect(told.distributionTransformers.map(({ name }) => name)).toEqual(['T-N101-1', 'T-S101-1'])
    expect(JSON.stringify(told)).not.toMatch(/historic|rated|promised|users/i)
  })
})
