import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { FeederState, PreparedNetwork } from './prepared-network.ts'

/** A feeder moved to the bus section of a lighter main transformer of the same station. */
export interface TransformerTransfer {
  readonly toBusSection: number
  readonly toTransformer: string
  /** What the feeder brings along, kVA. */
  readonly kva: number
  /** The lighter transformer with the feeder on it and before the new load. */
  readonly stateAfter: FeederState
}

/**
 * Where the feeder's main transformer lacks room (forms.md, rule 5): the lightest other transformer of the station that
 * has a bay and stays within the loading limit with the whole feeder and the new load. Undefined where there is none.
 */
export function findTransformerTransfer(
  prepared: PreparedNetwork,
  feeder: number,
  addedKva: number,
  parameters: readonly Parameter[],
): TransformerTransfer | undefined {
  const { network, mainTransformers, feeders } = prepared
  const present = network.feeders[feeder]?.busSection ?? -1
  const kva = feeders[feeder]?.historicKva ?? 0
  const limit = getParameter(parameters, 'access.maxTransformerLoading')
  const found = network.busSections.flatMap((section, at): TransformerTransfer[] => {
    const state = mainTransformers[at]
    const isCandidate =
      at !== present && section.substation === network.busSections[present]?.substation && section.spareBays >= 1
    if (!isCandidate || !state || Math.abs(section.kv - (network.feeders[feeder]?.kv ?? 0)) > 0.1 * section.kv)
      return []
    const historicKva = state.historicKva + kva
    const stateAfter = { ...state, historicKva, loading: historicKva / state.ratedKva, openKva: state.openKva - kva }
    if (stateAfter.openKva <= addedKva || stateAfter.loading >= limit) return []
    const toTransformer =
      network.mainTransformers.find((transformer) => transformer.busSection === at)?.name ?? section.name
    return [{ toBusSection: at, toTransformer, kva, stateAfter }]
  })
  return found.toSorted((a, b) => a.stateAfter.loading - b.stateAfter.loading)[0]
}
