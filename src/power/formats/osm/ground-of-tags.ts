import type { TerrainKind } from '../../route/terrain.ts'
import type { Tags } from './areas-of-ways.ts'

/** Footways and the like are no corridor for a line, but no obstacle either. */
const roads = new Set([
  'motorway',
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'service',
  'living_street',
  'road',
])

/** What a way or area means for a line; undefined where it is in nobody's way. */
export function groundOfTags(tags: Tags): { kind: TerrainKind; isArea: boolean } | undefined {
  const building = tags.get('building')
  if (building !== undefined && building !== 'no') return { kind: 'building', isArea: true }
  if (tags.get('boundary') === 'protected_area' || tags.get('leisure') === 'nature_reserve')
    return { kind: 'protected', isArea: true }
  if (tags.get('natural') === 'water' || tags.get('landuse') === 'reservoir') return { kind: 'water', isArea: true }
  // What runs under ground is in nobody's way.
  if (tags.get('tunnel') === 'yes') return undefined
  if (['river', 'stream', 'canal'].includes(tags.get('waterway') ?? '')) return { kind: 'water', isArea: false }
  if (['rail', 'light_rail', 'tram'].includes(tags.get('railway') ?? '')) return { kind: 'railway', isArea: false }
  return roads.has((tags.get('highway') ?? '').replace(/_link$/, '')) ? { kind: 'road', isArea: false } : undefined
}
