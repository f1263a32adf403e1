import { getAccepted, type Plane } from '#kernel'
import type { Database } from '#platform/database/index'
import { readGround, type TerrainFeature } from '#power'
import { findTerrainVersion, readTerrainContent } from './store.ts'
import type { TerrainVersion } from './terrain-version.ts'

/** The ground that counts, on the plane of a network. */
export interface Ground {
  readonly version: TerrainVersion
  readonly features: readonly TerrainFeature[]
}

interface Shelved {
  readonly version: number
  readonly origin: string
  readonly loading: Promise<Ground>
}

/**
 * The ground of each company, resident: read once, and again when a version is new or the network's plane is another.
 * Which version is the newest is asked each time, so an import counts at once, in every process.
 */
export class TerrainShelf {
  readonly #database: Database
  readonly #shelved = new Map<string, Shelved>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Undefined where no ground was imported: routes are then straight lines times a detour factor. */
  async find(companyId: string, plane: Plane): Promise<Ground | undefined> {
    const version = await this.#database.withCompany(companyId, (tx) => findTerrainVersion(tx, companyId))
    if (!version) return undefined
    const origin = `${plane.origin.lon},${plane.origin.lat}`
    const shelved = this.#shelved.get(companyId)
    if (shelved?.version === version.version && shelved.origin === origin) return await shelved.loading
    const loading = this.#load(companyId, version, plane)
    this.#shelved.set(companyId, { version: version.version, origin, loading })
    loading.catch(() => this.#shelved.delete(companyId))
    return await loading
  }

  async #load(companyId: string, version: TerrainVersion, plane: Plane): Promise<Ground> {
    const content = await this.#database.withCompany(companyId, (tx) =>
      readTerrainContent(tx, companyId, version.version),
    )
    return { version, features: getAccepted(readGround(version.fileName, content, plane)) }
  }
}
