import type { CaseFile, DrawnPlan, NetworkProof, PublishedStandards } from '#casefile'
import { accept, dateInShanghai, type Result } from '#kernel'
import type { Network } from '#power'
import type { NetworkRoom } from '../network/index.ts'
import type { DrawnSource } from './api.ts'
import { provePlan, type Surroundings } from './plan-options.ts'

export interface Around {
  readonly network: NetworkRoom
  listPromised(companyId: string): Promise<ReadonlyMap<string, number>>
}

/** Network in force, ground and promises of a company on a day. Refusals are those of the network shelf. */
export async function lookAround(
  { network, listPromised }: Around,
  companyId: string,
  now: Date,
): Promise<Result<Surroundings>> {
  const inForce = await network.shelf.get(companyId, dateInShanghai(now))
  if (!inForce.ok) return inForce
  const ground = await network.ground.find(companyId, inForce.value.prepared.network.plane)
  return accept({
    inForce: inForce.value,
    ground: ground?.features ?? [],
    promised: await listPromised(companyId),
  })
}

/** Proof of a plan as it is handed in; undefined where the network cannot be asked (none, unknown places, no position). */
export async function proveHandedIn(
  around: Around,
  file: CaseFile,
  { mode, sources }: DrawnPlan,
  standards: PublishedStandards,
  now: Date,
): Promise<NetworkProof | undefined> {
  const surroundings = await lookAround(around, file.companyId, now)
  if (!surroundings.ok) return undefined
  const { network } = surroundings.value.inForce.prepared
  const drawn = { mode, sources: sources.map((source) => nameInNetwork(source, network)) }
  const proved = provePlan(file, drawn, surroundings.value, standards, dateInShanghai(now))
  if (!proved.ok) return undefined
  return { networkVersion: proved.value.networkVersion, sources: proved.value.sources.map(({ checks }) => checks) }
}

/** Forms name the bay behind the unit, and a feeder that is still to be built: the network knows the unit alone. */
function nameInNetwork(
  { feeder, accessPoint, capacityKva, conductor, route }: DrawnPlan['sources'][number],
  { points, feeders }: Network,
): DrawnSource {
  const fitting = points.filter(({ name }) => accessPoint === name || accessPoint.startsWith(`${name} `))
  const unit = fitting.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? accessPoint
  return {
    accessPoint: unit,
    capacityKva,
    conductor,
    ...(route && { route: [...route] }),
    ...(feeders.some(({ name }) => name === feeder) && { feeder }),
  }
}
