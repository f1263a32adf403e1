import type { PublishedStandards } from '#casefile'
import { accept, type PlainDate, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import {
  listOpenCapacity,
  type OpenCapacity,
  type PowerStandards,
  type PreparedNetwork,
  prepareNetwork,
  readNetworkText,
} from '#power'
import type { NetworkVersion } from './network-version.ts'
import { findNetworkVersion, readNetworkContent } from './store.ts'

/** The network that counts on a day, ready for drafting. */
export interface NetworkInForce {
  readonly version: NetworkVersion
  /** The rows in force on that day, which the network is made ready by. */
  readonly standards: PowerStandards
  readonly prepared: PreparedNetwork
  /** By place, before anything in the capacity ledger is counted. */
  readonly open: OpenCapacity
}

export interface NetworkShelfPorts {
  readonly database: Database
  standards(companyId: string): Promise<PublishedStandards>
}

interface Shelved {
  readonly version: number
  readonly today: PlainDate
  readonly published: PublishedStandards
  readonly loading: Promise<Result<NetworkInForce>>
}

/**
 * The network in force of each company, resident: made ready once and again when a version, a day or a standard is new.
 * Which version is the newest is asked each time, so an import counts at once, in every process.
 */
export class NetworkShelf {
  readonly #ports: NetworkShelfPorts
  readonly #shelved = new Map<string, Shelved>()

  constructor(ports: NetworkShelfPorts) {
    this.#ports = ports
  }

  /** Refusals: `no-network` where none is in force; `network.faulty` where the conductors of today no longer fit it. */
  async get(companyId: string, today: PlainDate): Promise<Result<NetworkInForce>> {
    const { database } = this.#ports
    const published = await this.#ports.standards(companyId)
    const version = await database.withCompany(companyId, (tx) => findNetworkVersion(tx, companyId, today))
    if (!version) return refuse({ code: 'no-network' })
    const shelved = this.#shelved.get(companyId)
    if (shelved?.version === version.version && shelved.today === today && shelved.published === published)
      return await shelved.loading
    const loading = this.#load(companyId, version, published.powerOn(today))
    this.#shelved.set(companyId, { version: version.version, today, published, loading })
    loading.catch(() => this.#shelved.delete(companyId))
    return await loading
  }

  async #load(companyId: string, version: NetworkVersion, standards: PowerStandards): Promise<Result<NetworkInForce>> {
    const content = await this.#ports.database.withCompany(companyId, (tx) =>
      readNetworkContent(tx, companyId, version.version),
    )
    const network = readNetworkText(`network-${version.version}`, content, standards)
    if (!network.ok) return network
    const prepared = prepareNetwork(network.value, standards.parameters)
    return accept({ version, standards, prepared, open: listOpenCapacity(prepared, standards.parameters) })
  }
}
