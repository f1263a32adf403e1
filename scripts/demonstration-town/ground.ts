import { degrees, type Place } from './place.ts'

interface GroundShape {
  readonly kind: string
  readonly isArea: boolean
  readonly line: readonly Place[]
}

/** Streets every 420 m, houses in the blocks between, a river in the south, a railway in the north, a wood. */
export function groundShapes(): GroundShape[] {
  const lines = (from: number, to: number) =>
    Array.from({ length: Math.floor((to - from) / 420) + 1 }, (_, at) => from + at * 420)
  const [xs, ys] = [lines(-3900, 4600), lines(-1500, 3200)]
  const street = (a: Place, b: Place): GroundShape => ({ kind: 'road', isArea: false, line: [a, b] })
  const block = (x: number, y: number, width: number, height: number): GroundShape => ({
    kind: 'building',
    isArea: true,
    line: [
      [x, y],
      [x + width, y],
      [x + width, y + height],
      [x, y + height],
      [x, y],
    ],
  })
  const houses = xs.slice(0, -1).flatMap((x, column) =>
    ys.slice(0, -1).flatMap((y, row) => {
      // Some blocks are fields, so that the town has edges.
      if ((column * 7 + row * 3) % 5 === 0) return []
      return [
        block(x + 50, y + 50, 130, 90),
        block(x + 230, y + 60, 120, 110),
        block(x + 60, y + 230, 110 + ((column * 13) % 60), 120),
        block(x + 250, y + 250, 100, 80 + ((row * 17) % 50)),
      ]
    }),
  )
  return [
    ...xs.map((x) => street([x, -1500], [x, 3200])),
    ...ys.map((y) => street([-3900, y], [4600, y])),
    {
      kind: 'water',
      isArea: true,
      line: [
        [-4000, -820],
        [-1500, -620],
        [900, -760],
        [4700, -420],
        [4700, -560],
        [900, -900],
        [-1500, -760],
        [-4000, -960],
        [-4000, -820],
      ],
    },
    {
      kind: 'railway',
      isArea: false,
      line: [
        [-4000, 2250],
        [0, 2380],
        [4700, 2150],
      ],
    },
    {
      kind: 'protected',
      isArea: true,
      line: [
        [-3300, 300],
        [-2700, 350],
        [-2750, 800],
        [-3250, 760],
        [-3300, 300],
      ],
    },
    ...houses,
  ]
}

/** The ground as a GeoJSON collection. */
export function groundText(): string {
  const features = groundShapes().map(({ kind, isArea, line }) => {
    const coordinates = line.map(degrees)
    const geometry = isArea ? { type: 'Polygon', coordinates: [coordinates] } : { type: 'LineString', coordinates }
    return JSON.stringify({ type: 'Feature', properties: { kind }, geometry })
  })
  return `{"type":"FeatureCollection","features":[\n${features.join(',\n')}\n]}\n`
}
