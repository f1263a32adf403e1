import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#casefile'
import { createPlane } from '#kernel'
import { staffActor } from '../../../tests/case-builder.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/test-database.ts'
import { importTerrain, showTerrain, TerrainShelf } from './index.ts'

const now = new Date('2026-11-23T09:00:00+08:00')
const plane = createPlane({ lon: 119, lat: 32 })
const network = {
  plane,
  points: [plane.toPlane({ lon: 119, lat: 32 }), plane.toPlane({ lon: 119.05, lat: 32.05 })] as never,
}

let database: TestDatabase
let shelf: TerrainShelf
let companies: readonly string[]
beforeAll(async () => {
  database = await createTestDatabase()
  companies = [await database.addCompany('甲'), await database.addCompany('乙')]
  shelf = new TerrainShelf(database)
})
afterAll(async () => await database?.close())

const feature = (kind: string, type: string, coordinates: unknown) => ({
  type: 'Feature',
  properties: { kind },
  geometry: { type, coordinates },
})
const river = feature('water', 'LineString', [
  [119.01, 31.9],
  [119.02, 32.1],
])
const bring = async (features: readonly unknown[], role: 'designer' | 'clerk' = 'designer', company = 0) => {
  const actor: Actor = { ...staffActor(role), companyId: companies[company] ?? '' }
  const bytes = new TextEncoder().encode(JSON.stringify({ type: 'FeatureCollection', features }))
  return await importTerrain({ database, network, now }, actor, { file: 'ground.geojson', bytes })
}
const groundOf = async (company: number) => await shelf.find(companies[company] ?? '', plane)

describe('the ground of a company', () => {
  it('is refused whole with every fault, and leaves nothing behind', async () => {
    const refused = await bring([river, feature('swamp', 'LineString', []), feature('road', 'Point', [1, 2])])
    expect(refused).toMatchObject({
      ok: false,
      refusal: {
        code: 'terrain.faulty',
        faults: [
          { path: 'ground.geojson:features[1].properties.kind', code: 'terrain.kindUnknown' },
          { path: 'ground.geojson:features[1].geometry', code: 'terrain.shapeNotSupported' },
          { path: 'ground.geojson:features[2].geometry', code: 'terrain.shapeNotSupported' },
        ],
      },
    })
    expect(await groundOf(0)).toBeUndefined()
  })

  it('of another place, of nothing, or by a clerk is refused', async () => {
    const exchanged = feature('road', 'LineString', [
      [32, 119],
      [32.1, 119.1],
    ])
    const codeOf = async (features: readonly unknown[]) => {
      const refused = await bring(features)
      return refused.ok ? 'imported' : refused.refusal.faults?.[0]?.code
    }
    expect(await codeOf([exchanged])).toBe('terrain.elsewhere')
    expect(await codeOf([])).toBe('terrain.empty')
    expect(await bring([river], 'clerk')).toMatchObject({ ok: false, refusal: { code: 'no-right' } })
  })

  it('counts at once, keeps versions apart by content, and stays within its company', async () => {
    expect(await bring([river])).toMatchObject({ ok: true, value: { version: 1, features: 1, format: 'geojson' } })
    expect(await bring([river])).toMatchObject({ ok: true, value: { version: 1 } })
    expect((await groundOf(0))?.features.map(({ kind }) => kind)).toEqual(['water'])
    const road = feature('road', 'LineString', [
      [119, 32],
      [119.05, 32],
    ])
    expect(await bring([river, road])).toMatchObject({ ok: true, value: { version: 2, features: 2 } })
    const ground = await groundOf(0)
    expect(ground?.features.map(({ kind }) => kind)).toEqual(['water', 'road'])
    expect(await groundOf(1)).toBeUndefined()
  })

  it('is shown where it was', async () => {
    const ground = await groundOf(0)
    expect(ground && showTerrain(ground, plane).features[0]).toEqual(river)
  })

  it('two imports at once are two versions', async () => {
    const roads = [0.01, 0.02].map((step) =>
      feature('road', 'LineString', [
        [119, 32],
        [119 + step, 32],
      ]),
    )
    const both = await Promise.all(roads.map((road) => bring([road], 'designer', 1)))
    expect(both.map((each) => each.ok && each.value.version).sort()).toEqual([1, 2])
  })
})
