import { accept, dateInShanghai, type Result } from '#kernel'
import { type PreparedNetwork, promise, type TerrainFeature } from '#power'
import type { NetworkInForce, NetworkRoom } from '../network/index.ts'

/** What plans are drafted from beside the case. */
export interface Surroundings {
  readonly inForce: NetworkInForce
  readonly ground: readonly TerrainFeature[]
  /** What the capacity ledger has promised to others, by place. */
  readonly promised: ReadonlyMap<string, number>
}

/** Network in force, ground and promises of a company on a day. Refusals are those of the network shelf. */
export async function lookAround(network: NetworkRoom, companyId: string, now: Date): Promise<Result<Surroundings>> {
  const inForce = await network.shelf.get(companyId, dateInShanghai(now))
  if (!inForce.ok) return inForce
  const ground = await network.ground.find(companyId, inForce.value.prepared.network.plane)
  return accept({
    inForce: inForce.value,
    ground: ground?.features ?? [],
    promised: await network.listPromised(companyId),
  })
}

/** The network as it is for this customer, what others were promised taken off. */
export const roomLeft = ({ inForce: { prepared, standards }, promised }: Surroundings): PreparedNetwork =>
  promise(prepared, promised, standards.parameters)
