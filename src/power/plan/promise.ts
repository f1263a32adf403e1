import {
  bayPlace,
  distributionTransformerPlace,
  feederPlace,
  listMainTransformers,
  mainTransformerPlace,
} from '../ledger/places.ts'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { FeederState, PreparedNetwork } from './prepared-network.ts'

/**
 * The same network with what the capacity ledger has promised taken off, so that no plan counts on it. Nothing is
 * prepared anew: flows and maxima stay as measured, only the room and the bays left change. `taken` is by place (kVA, bays).
 */
export function promise(
  prepared: PreparedNetwork,
  taken: ReadonlyMap<string, number>,
  parameters: readonly Parameter[],
): PreparedNetwork {
  if (taken.size === 0) return prepared
  const { network } = prepared
  const at = (place: string) => taken.get(place) ?? 0
  const less = (state: FeederState, kva: number): FeederState => ({ ...state, openKva: state.openKva - kva })
  const cosPhi = getParameter(parameters, 'network.assumedCosPhi')
  return {
    ...prepared,
    network: {
      ...network,
      points: network.points.map((point) => {
        const bays = at(bayPlace(point.name))
        return bays === 0 ? point : { ...point, spareBays: point.spareBays - bays }
      }),
      distributionTransformers: network.distributionTransformers.map((transformer) => {
        const kw = at(distributionTransformerPlace(transformer.name)) * cosPhi
        const { historicMaxKw } = transformer
        return kw === 0 || historicMaxKw === undefined
          ? transformer
          : { ...transformer, historicMaxKw: historicMaxKw + kw }
      }),
    },
    feeders: prepared.feeders.map((state, feeder) => less(state, at(feederPlace(network.feeders[feeder]?.name ?? '')))),
    mainTransformers: prepared.mainTransformers.map(
      (state, section) => state && less(state, at(mainTransformerPlace(listMainTransformers(network, section)))),
    ),
  }
}
