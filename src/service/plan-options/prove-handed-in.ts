import type { CaseFile, DrawnPlan, NetworkProof, PublishedStandards } from '#casefile'
import { preconditionsOf } from '#journey/supply-plan'
import { dateInShanghai } from '#kernel'
import type { Network } from '#power'
import type { NetworkRoom } from '../network/index.ts'
import type { DrawnSource } from './api.ts'
import { compareWithDraft } from './compare-with-draft.ts'
import { draftPlanOptions } from './draft-plans.ts'
import { type DrawnWishes, provePlan } from './prove-plan.ts'
import { lookAround } from './surroundings.ts'

/** Proof of a plan as it is handed in; undefined where the network cannot be asked (none, unknown places, no position). */
export async function proveHandedIn(
  network: NetworkRoom,
  file: CaseFile,
  { mode, sources, transformer }: DrawnPlan,
  standards: PublishedStandards,
  now: Date,
): Promise<NetworkProof | undefined> {
  const surroundings = await lookAround(network, file.companyId, now)
  if (!surroundings.ok) return undefined
  const { prepared } = surroundings.value.inForce
  const today = dateInShanghai(now)
  const drawn: DrawnWishes = {
    mode,
    laying: sources[0]?.laying,
    transformer,
    sources: sources.map((source) => nameInNetwork(source, prepared.network)),
  }
  const proved = provePlan(file, drawn, surroundings.value, standards, today)
  if (!proved.ok) return undefined
  const present = drawn.sources.find(({ existingKva = 0 }) => existingKva > 0)
  // The same network and the same wishes, but for the transformer: that is the designer's own choice, too.
  const wishes = {
    laying: drawn.laying,
    ...(present && {
      present: { feeder: present.feeder, point: present.accessPoint, capacityKva: present.existingKva ?? 0 },
    }),
  }
  const drafted = draftPlanOptions(file, wishes, surroundings.value, standards, today)
  return {
    networkVersion: proved.value.networkVersion,
    voltageKv: proved.value.voltageKv,
    sources: proved.value.sources.map(({ checks }) => checks),
    preconditions: preconditionsOf(proved.value.sources),
    comparison: compareWithDraft(proved.value, drafted.ok ? drafted.value.plans : []),
  }
}

/**
 * Forms name the bay behind the unit, a feeder that is still to be built, and at low voltage the outlet of a public
 * transformer: the network knows the unit, and the transformer, alone.
 */
function nameInNetwork(
  { feeder, accessPoint, capacityKva, existingKva, conductor, route }: DrawnPlan['sources'][number],
  { points, feeders, distributionTransformers }: Network,
): DrawnSource {
  const drawn = { capacityKva, existingKva, conductor, ...(route && { route: [...route] }) }
  const transformer = distributionTransformers.find(
    ({ name, isPublic }) => isPublic && (isNamed(feeder, name) || isNamed(accessPoint, name)),
  )
  if (transformer) return { accessPoint: transformer.name, ...drawn }
  const fitting = points.filter(({ name }) => isNamed(accessPoint, name))
  const unit = fitting.toSorted((a, b) => b.name.length - a.name.length)[0]
  // A feeder that the network does not hold yet begins at a bus section; anywhere else its name is a fault.
  const isNew = unit?.kind === 'bus-section' && !feeders.some(({ name }) => name === feeder)
  return { accessPoint: unit?.name ?? accessPoint, ...drawn, ...(!isNew && { feeder }) }
}

const isNamed = (written: string, name: string): boolean => written === name || written.startsWith(`${name} `)
