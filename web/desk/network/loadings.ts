import type { OpenCapacityRow } from '#service/network/open-capacity'

/** Historic maximum and promises over the rating; undefined where there is no rating. */
export function loadingOf({ ratedKva, historicKva, promisedKva }: OpenCapacityRow): number | undefined {
  return ratedKva > 0 ? (historicKva + promisedKva) / ratedKva : undefined
}

/** Loading of each feeder by its name, as the map colours it. */
export const loadingsOf = (feeders: readonly OpenCapacityRow[]): ReadonlyMap<string, number> =>
  new Map(
    feeders.flatMap((feeder) => {
      const loading = loadingOf(feeder)
      return loading === undefined ? [] : [[feeder.name, loading] as const]
    }),
  )
