import type { OpenCapacityReport, OpenCapacityRow } from '#service/network/open-capacity'
import type { FeederLoadings } from '../map/map-features.ts'

type Loaded = Pick<OpenCapacityReport, 'feeders' | 'loadingBands'>

/** Historic maximum and promises over the rating; undefined where there is no rating. */
export function loadingOf({ ratedKva, historicKva, promisedKva }: OpenCapacityRow): number | undefined {
  return ratedKva > 0 ? (historicKva + promisedKva) / ratedKva : undefined
}

/** Loading of each feeder by its name, as the map colours it. */
export const loadingsOf = ({ feeders, loadingBands }: Loaded): FeederLoadings => ({
  byFeeder: new Map(
    feeders.flatMap((feeder) => {
      const loading = loadingOf(feeder)
      return loading === undefined ? [] : [[feeder.name, loading] as const]
    }),
  ),
  bands: loadingBands,
})
