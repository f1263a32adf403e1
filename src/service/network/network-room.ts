import type { Actor } from '#casefile'
import { accept, dateInShanghai, type PlainDate, plainDate, type Result, refuse } from '#kernel'
import type { Database } from '#platform/database/index'
import { type ImportLimit, unpack } from '#platform/files/index'
import type { LedgerFact } from '#power'
import {
  importTerrain,
  listTerrainVersions,
  showTerrain,
  type TerrainMap,
  TerrainShelf,
  type TerrainVersion,
} from '../terrain/index.ts'
import { importNetwork } from './import-network.ts'
import { NetworkShelf, type NetworkShelfPorts } from './network-shelf.ts'
import type { NetworkVersion } from './network-version.ts'
import {
  type OpenCapacityReport,
  type PublishedOpenCapacity,
  publishOpenCapacity,
  reportOpenCapacity,
} from './open-capacity.ts'
import { type NetworkMap, showNetwork } from './show-network.ts'
import { listNetworkVersions } from './store.ts'

export interface ImportedNetwork extends NetworkVersion {
  readonly absorbed: number
  readonly offered: number
}

/** A file as it was sent, packed with gzip or not. */
export interface NetworkFile {
  readonly file: string
  readonly bytes: Uint8Array
  /** Plain date. */
  readonly effectiveFrom: string
}

export interface NetworkRoomPorts extends NetworkShelfPorts {
  readonly database: Database
  readonly importLimit: ImportLimit
  /** What the capacity ledger has promised, kVA by place; what the network file says comes on top. */
  listPromised(companyId: string): Promise<ReadonlyMap<string, number>>
  /** Another network may count: what it absorbs of the ledger, and who gets capacity that it adds. */
  settlePromised(companyId: string, now: Date): Promise<readonly LedgerFact[]>
}

/** The network of a company for those who look at it: imports, map, open capacity; the ground around it. */
export class NetworkRoom {
  readonly #ports: NetworkRoomPorts
  readonly shelf: NetworkShelf
  readonly ground: TerrainShelf

  constructor(ports: NetworkRoomPorts) {
    this.#ports = ports
    this.shelf = new NetworkShelf(ports)
    this.ground = new TerrainShelf(ports.database)
  }

  /** What the capacity ledger has promised, kVA by place. */
  async listPromised(companyId: string): Promise<ReadonlyMap<string, number>> {
    return await this.#ports.listPromised(companyId)
  }

  /** How large a file may be, as sent and unpacked. */
  get importLimit(): ImportLimit {
    return this.#ports.importLimit
  }

  async groundVersions({ companyId }: Actor): Promise<readonly TerrainVersion[]> {
    return await this.#ports.database.withCompany(companyId, (tx) => listTerrainVersions(tx, companyId))
  }

  async versions({ companyId }: Actor): Promise<readonly NetworkVersion[]> {
    return await this.#ports.database.withCompany(companyId, (tx) => listNetworkVersions(tx, companyId))
  }

  /** The version imported, and how many customers its own figures hold from now on and how many who waited get capacity. */
  async import(
    actor: Actor,
    { file, bytes, effectiveFrom: from }: NetworkFile,
    now: Date,
  ): Promise<Result<ImportedNetwork>> {
    const unpacked = await unpack(file, bytes, this.#ports.importLimit.mostUnpackedBytes)
    if (!unpacked.ok) return unpacked
    const content = new TextDecoder().decode(unpacked.value)
    const standards = await this.#ports.standards(actor.companyId)
    const { database } = this.#ports
    const order = { file, content, effectiveFrom: plainDate(from) }
    const imported = await importNetwork({ database, standards, now }, actor, order)
    if (!imported.ok) return imported
    const facts = await this.#ports.settlePromised(actor.companyId, now)
    const count = (type: LedgerFact['type']) => facts.filter((fact) => fact.type === type).length
    return accept({ ...imported.value, absorbed: count('absorbed'), offered: count('offered') })
  }

  async map({ companyId }: Actor, now: Date): Promise<Result<NetworkMap & { readonly version: number }>> {
    const inForce = await this.shelf.get(companyId, dateInShanghai(now))
    if (!inForce.ok) return inForce
    return accept({ ...showNetwork(inForce.value.prepared.network), version: inForce.value.version.version })
  }

  async openCapacity({ companyId }: Actor, now: Date): Promise<Result<OpenCapacityReport>> {
    return await this.#report(companyId, dateInShanghai(now), reportOpenCapacity)
  }

  async published(companyId: string, now: Date): Promise<Result<PublishedOpenCapacity>> {
    return await this.#report(companyId, dateInShanghai(now), publishOpenCapacity)
  }

  async #report<Report>(
    companyId: string,
    today: PlainDate,
    report: (inForce: Parameters<typeof reportOpenCapacity>[0], promised: ReadonlyMap<string, number>) => Report,
  ): Promise<Result<Report>> {
    const inForce = await this.shelf.get(companyId, today)
    return inForce.ok ? accept(report(inForce.value, await this.#ports.listPromised(companyId))) : inForce
  }

  async showGround({ companyId }: Actor, now: Date): Promise<Result<TerrainMap>> {
    const inForce = await this.shelf.get(companyId, dateInShanghai(now))
    if (!inForce.ok) return inForce
    const { plane, hasPlaces } = inForce.value.prepared.network
    if (!hasPlaces) return refuse({ code: 'no-ground' })
    const ground = await this.ground.find(companyId, plane)
    return ground ? accept(showTerrain(ground, plane)) : refuse({ code: 'no-ground' })
  }

  async importGround(
    actor: Actor,
    { file, bytes }: { readonly file: string; readonly bytes: Uint8Array },
    now: Date,
  ): Promise<Result<TerrainVersion>> {
    const inForce = await this.shelf.get(actor.companyId, dateInShanghai(now))
    if (!inForce.ok) return inForce
    const { network } = inForce.value.prepared
    if (!network.hasPlaces) return refuse({ code: 'network.noPlaces' })
    const unpacked = await unpack(file, bytes, this.#ports.importLimit.mostUnpackedBytes)
    if (!unpacked.ok) return unpacked
    return await importTerrain({ database: this.#ports.database, network, now }, actor, { file, bytes: unpacked.value })
  }
}
