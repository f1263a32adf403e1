import type { Network, TerrainFeature } from './draft-inputs.ts'

/** Streets every 300 m both ways, a house in every block, a river across: ground as thick as in a real town. */
export function layGround({ points }: Network): readonly TerrainFeature[] {
  const right = points.reduce((most, { x }) => Math.max(most, x), 0)
  const top = points.reduce((most, { y }) => Math.max(most, y), 0)
  const steps = (length: number) => Array.from({ length: Math.ceil(length / 300) }, (_, at) => at * 300)
  const line = (kind: TerrainFeature['kind'], ...shape: { x: number; y: number }[]): TerrainFeature => ({
    kind,
    isArea: false,
    shape,
  })
  const house = (x: number, y: number): TerrainFeature => ({
    kind: 'building',
    isArea: true,
    shape: [
      { x: x + 60, y: y + 60 },
      { x: x + 200, y: y + 60 },
      { x: x + 200, y: y + 180 },
      { x: x + 60, y: y + 180 },
      { x: x + 60, y: y + 60 },
    ],
  })
  return [
    ...steps(right).map((x) => line('road', { x, y: 0 }, { x, y: top })),
    ...steps(top).map((y) => line('road', { x: 0, y }, { x: right, y })),
    line('water', { x: 0, y: top / 3 }, { x: right / 2, y: top / 2 }, { x: right, y: top / 3 }),
    ...steps(right).flatMap((x) => steps(top).map((y) => house(x, y))),
  ]
}
