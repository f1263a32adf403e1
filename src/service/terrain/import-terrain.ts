import { createHash } from 'node:crypto'
import { type Actor, actorRef, holdsRole } from '#casefile'
import { accept, doTouch, getBounds, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { groundFormatOf, type Network, readGround, type TerrainFeature } from '#power'
import { findTerrainVersion, insertTerrainVersion } from './store.ts'
import type { TerrainVersion } from './terrain-version.ts'

export interface ImportTerrain {
  /** What faults begin with: the name of the file that was chosen. */
  readonly file: string
  /** GeoJSON (property `kind`) or an OpenStreetMap extract (.osm.pbf). */
  readonly bytes: Uint8Array
}

export interface ImportingTerrainPorts {
  readonly database: Database
  /** The network in force, around which the ground must lie. */
  readonly network: Pick<Network, 'plane' | 'points'>
  readonly now: Date
}

/** An import by two people at once: the second looks again which number is free. */
const mostTries = 5

/**
 * 导入地形: reads the whole file, refuses it with every fault at once (`terrain.faulty`, `osm.faulty`, `file.notJson`;
 * `terrain.empty`, `terrain.elsewhere` where it does not touch the network), and writes the next version. The same file
 * again is the same version.
 */
export async function importTerrain(
  { database, network, now }: ImportingTerrainPorts,
  actor: Actor,
  { file, bytes }: ImportTerrain,
): Promise<Result<TerrainVersion>> {
  if (!holdsRole(actor, 'administrator') && !holdsRole(actor, 'designer') && actor.kind !== 'system')
    return refuse({ code: 'no-right' })
  const ground = readGround(file, bytes, network.plane)
  if (!ground.ok) return ground
  const fault = faultOfPlace(ground.value, network)
  if (fault) return refuse({ code: 'terrain.faulty', faults: [{ path: file, code: fault }] })
  const contentHash = createHash('sha256').update(bytes).digest('hex')
  for (let tries = 0; tries < mostTries; tries += 1) {
    const written = await database.withCompany(actor.companyId, async (tx) => {
      const last = await findTerrainVersion(tx, actor.companyId)
      if (last?.contentHash === contentHash) return last
      const version: TerrainVersion = {
        version: (last?.version ?? 0) + 1,
        fileName: file,
        format: groundFormatOf(bytes),
        contentHash,
        features: ground.value.length,
        importedAt: now.toISOString(),
        importedBy: actorRef(actor),
      }
      return (await insertTerrainVersion(tx, actor.companyId, version, bytes)) ? version : undefined
    })
    if (written) return accept(written)
  }
  return refuse({ code: 'busy' })
}

/** Ground that nowhere comes into the rectangle of the network is of another place, or its coordinates are exchanged. */
function faultOfPlace(
  ground: readonly TerrainFeature[],
  { points }: Pick<Network, 'points'>,
): 'terrain.empty' | 'terrain.elsewhere' | undefined {
  if (ground.length === 0) return 'terrain.empty'
  const bounds = getBounds(points)
  return ground.some(({ shape }) => doTouch(getBounds(shape), bounds)) ? undefined : 'terrain.elsewhere'
}
