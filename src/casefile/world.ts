import type { Transaction } from 'kysely'
import type { Plane } from '#kernel'
import type { TerrainFeature } from '#power'
import type { CaseFile } from './case-file.ts'
import type { DrawnPlan, NetworkProof } from './network-proof.ts'
import type { StaffMember } from './staff.ts'

// biome-ignore lint/suspicious/noExplicitAny: each store types the tables it owns
export type AnyTables = any

/** Writes a room's own rows inside the transaction of the case write. */
export type RoomRows = (tx: Transaction<AnyTables>) => Promise<void>

/** What a use case may look up before it decides; `main.ts` hands it in. */
export interface World {
  /** A reading transaction within the company's wall. */
  read<T>(companyId: string, query: (tx: Transaction<AnyTables>) => Promise<T>): Promise<T>
  listStaff(companyId: string): Promise<readonly StaffMember[]>
  /** Another case of the company by its number (申请编号). */
  findCaseByNumber(companyId: string, caseNumber: string): Promise<CaseFile | undefined>
  /** Open cases per account manager. */
  countOpenCases(companyId: string): Promise<ReadonlyMap<string, number>>
  /** Roads, water, buildings … as the company imported them, on a plane; none where it imported nothing. */
  listGround(companyId: string, plane: Plane): Promise<readonly TerrainFeature[]>
  /**
   * A plan proved by the network in force, with what is promised to others taken off; undefined where the company has no
   * network, or the plan names places the network does not hold.
   */
  proveOnNetwork(file: CaseFile, plan: DrawnPlan): Promise<NetworkProof | undefined>
  findFile(companyId: string, sha256: string): Promise<StoredFile | undefined>
}

export interface StoredFile {
  readonly sha256: string
  readonly mediaType: string
  readonly bytes: number
  readonly name: string
}
