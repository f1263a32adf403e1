import { type Plane, type Result, refuse } from '#kernel'
import { readTerrain, type TerrainFeature } from '../route/terrain.ts'
import { readOsm } from './osm/read-osm.ts'

export type GroundFormat = 'geojson' | 'osm-pbf'

/** What a file of ground holds: JSON begins with a bracket, a map extract with the length of its first header. */
export function groundFormatOf(bytes: Uint8Array): GroundFormat {
  const start = new TextDecoder().decode(bytes.subarray(0, 64)).trimStart()
  return start.startsWith('{') || start.startsWith('[') ? 'geojson' : 'osm-pbf'
}

/**
 * The ground of a file, GeoJSON or an OpenStreetMap extract, on the plane of a network. Refusals: `file.notJson`;
 * `terrain.faulty` with a fault for every feature that is not understood; `osm.faulty` for a broken extract.
 */
export function readGround(file: string, bytes: Uint8Array, plane: Plane): Result<readonly TerrainFeature[]> {
  if (groundFormatOf(bytes) === 'osm-pbf') return readOsm(file, bytes, plane)
  try {
    return readTerrain(file, JSON.parse(new TextDecoder().decode(bytes)), plane)
  } catch (error) {
    const data = { detail: error instanceof Error ? error.message : String(error) }
    return refuse({ code: 'file.notJson', faults: [{ path: file, code: 'file.notJson', data }] })
  }
}
