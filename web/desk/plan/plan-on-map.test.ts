import { describe, expect, it } from 'vitest'
import { aroundPlans, pointsOnMap, routesOnMap, withBend } from './plan-on-map.ts'

const plan = (rank: number, verdict: 'passes' | 'needs-exception') =>
  ({
    rank,
    verdict,
    sources: [
      {
        accessPoint: `P${rank}`,
        route: {
          points: [
            { lon: rank, lat: 1 },
            { lon: 5, lat: 5 },
          ],
        },
      },
    ],
  }) as never
const options = {
  location: { lon: 5, lat: 5 },
  plans: [plan(1, 'passes'), plan(2, 'needs-exception'), plan(3, 'passes')],
} as never
const words = { customer: '受电点', bend: '拐点' }

describe('plans on the map', () => {
  it('the chosen route is drawn last, those that need an exception apart', () => {
    const { features } = routesOnMap((options as { plans: never[] }).plans, 1, undefined)
    expect(features.map((feature) => feature.properties.tone)).toEqual(['refused', 'other', 'chosen'])
    const drawn = {
      sources: [
        {
          route: {
            points: [
              { lon: 9, lat: 9 },
              { lon: 5, lat: 5 },
            ],
          },
        },
      ],
    } as never
    const last = routesOnMap((options as { plans: never[] }).plans, 1, drawn).features.at(-1)
    expect(last?.geometry).toMatchObject({
      coordinates: [
        [9, 9],
        [5, 5],
      ],
    })
  })
  it('customer, numbers and bends stand on it; only bends move', () => {
    const points = pointsOnMap(options, 1, [[2, 2]], words)
    expect(points.map(({ id }) => id)).toEqual(['customer', 'plan 2', 'plan 3', 'plan 1', 'bend 0'])
    expect(points.filter(({ canMove }) => canMove).map(({ id }) => id)).toEqual(['bend 0'])
  })
  it('a bend is added in the middle of the longest stretch', () => {
    expect(
      withBend([
        [0, 0],
        [1, 0],
        [5, 0],
      ]),
    ).toEqual([
      [0, 0],
      [1, 0],
      [3, 0],
      [5, 0],
    ])
  })
  it('everything comes into view', () => {
    expect(aroundPlans(options).features[0]?.geometry).toMatchObject({ coordinates: { length: 7 } })
  })
})
