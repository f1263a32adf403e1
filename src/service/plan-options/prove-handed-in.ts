import type { CaseFile, DrawnPlan, NetworkProof, PublishedStandards } from '#casefile'
import { dateInShanghai } from '#kernel'
import type { Network } from '#power'
import type { NetworkRoom } from '../network/index.ts'
import type { DrawnSource } from './api.ts'
import { provePlan } from './prove-plan.ts'
import { lookAround } from './surroundings.ts'

/** Proof of a plan as it is handed in; undefined where the network cannot be asked (none, unknown places, no position). */
export async function proveHandedIn(
  network: NetworkRoom,
  file: CaseFile,
  { mode, sources }: DrawnPlan,
  standards: PublishedStandards,
  now: Date,
): Promise<NetworkProof | undefined> {
  const surroundings = await lookAround(network, file.companyId, now)
  if (!surroundings.ok) return undefined
  const { prepared } = surroundings.value.inForce
  const drawn = { mode, sources: sources.map((source) => nameInNetwork(source, prepared.network)) }
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
