import { describe, expect, it } from 'vitest'
import { bandOf, boundsOf, feederLabels, type MapFeature, withBands } from './map-features.ts'
import { getDistanceM, getLengthM, sayDistance } from './measure-distance.ts'

const section = (feeder: string, from: number, to: number): MapFeature => ({
  type: 'Feature',
  geometry: {
    type: 'LineString',
    coordinates: [
      [from, 30],
      [to, 30],
    ],
  },
  properties: { element: 'section', name: `${feeder}-${from}`, feeder },
})
const network = {
  type: 'FeatureCollection',
  features: [
    section('A', 120, 120.1),
    section('A', 120.1, 120.2),
    section('A', 120.2, 120.3),
    section('B', 121, 121.2),
  ],
} as const

const bands = { middle: 0.6, high: 0.8 }

describe('loading on the map', () => {
  it('is in the band that its share falls into; nothing known is a band of its own', () => {
    expect([0, 0.599, 0.6, 0.8, 0.801, 1.3].map((loading) => bandOf(loading, bands))).toEqual([
      'low',
      'low',
      'middle',
      'middle',
      'high',
      'high',
    ])
    expect([bandOf(undefined, bands), bandOf(Number.NaN, bands)]).toEqual(['unknown', 'unknown'])
  })
  it('colours the sections of a feeder and says its figure once, in its middle', () => {
    const loadings = { byFeeder: new Map([['A', 0.8512]]), bands }
    expect(withBands(network, loadings).features.map(({ properties }) => properties.band)).toEqual([
      'high',
      'high',
      'high',
      'unknown',
    ])
    const labels = feederLabels(network, loadings).features
    expect(labels.map(({ properties }) => properties.label)).toEqual(['A 85.1 %', 'B'])
    expect(labels[0]?.geometry.coordinates[0]).toBeCloseTo(120.15, 9)
  })
  it('is bounded by what there is', () => {
    expect(boundsOf([network])).toEqual([120, 30, 121.2, 30])
    expect(boundsOf([{ type: 'FeatureCollection', features: [] }])).toBeUndefined()
  })
})

describe('measuring', () => {
  it('takes a degree of latitude as 111.2 km and shortens one of longitude by the cosine', () => {
    expect(getDistanceM([120, 30], [120, 31])).toBeCloseTo(111_195.1, 0)
    expect(getDistanceM([120, 60], [120.001, 60]) / getDistanceM([120, 0], [120.001, 0])).toBeCloseTo(0.5, 6)
  })
  it('adds up along the places', () => {
    expect(getLengthM([])).toBe(0)
    expect(
      getLengthM([
        [120, 30],
        [120, 31],
        [120, 30],
      ]),
    ).toBeCloseTo(2 * 111_195.1, 0)
    expect([sayDistance(839.6), sayDistance(1240)]).toEqual(['840 m', '1.24 km'])
  })
})
