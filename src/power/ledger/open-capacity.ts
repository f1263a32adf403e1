import type { PreparedNetwork } from '../plan/prepared-network.ts'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { OpenCapacity } from './ledger-context.ts'
import {
  bayPlace,
  distributionTransformerPlace,
  feederPlace,
  listMainTransformers,
  mainTransformerPlace,
} from './places.ts'

/**
 * What a network leaves open at each of its places before anything in the ledger is counted (可开放容量): feeders, main
 * transformers and public distribution transformers in kVA (the loading limit's share of the rating less historic
 * maximum and what the file says is promised), spare bays by number. Nothing is open where the maximum is not known.
 */
export function listOpenCapacity(
  { network, feeders, mainTransformers }: PreparedNetwork,
  parameters: readonly Parameter[],
): OpenCapacity {
  const open = new Map<string, number>()
  for (const [at, { openKva }] of feeders.entries()) open.set(feederPlace(network.feeders[at]?.name ?? ''), openKva)
  for (const [at, state] of mainTransformers.entries())
    if (state) open.set(mainTransformerPlace(listMainTransformers(network, at)), state.openKva)
  const limit = getParameter(parameters, 'lowVoltage.maxTransformerLoading')
  const cosPhi = getParameter(parameters, 'network.assumedCosPhi')
  for (const { name, isPublic, kva, historicMaxKw } of network.distributionTransformers)
    if (isPublic && historicMaxKw !== undefined)
      open.set(distributionTransformerPlace(name), limit * kva - historicMaxKw / cosPhi)
  for (const { name, spareBays } of network.points) if (spareBays > 0) open.set(bayPlace(name), spareBays)
  return open
}
