import type { GeoPoint, PlainDate } from '#kernel'
import {
  distributionTransformerPlace,
  type FeederState,
  feederPlace,
  getParameter,
  mainTransformerPlace,
  type Network,
} from '#power'
import type { NetworkInForce } from './network-shelf.ts'

/** Open capacity of a feeder or of the main transformers of one bus section, kVA. */
export interface OpenCapacityRow {
  readonly name: string
  readonly substation: string
  readonly busSection: string
  readonly kv: number
  readonly ratedKva: number
  readonly historicKva: number
  /** Promised by the network file and by the capacity ledger, together. */
  readonly promisedKva: number
  /** What may still be promised; below zero where more was promised than there is. */
  readonly openKva: number
}

export interface OpenTransformerRow {
  readonly name: string
  readonly kva: number
  readonly promisedKva: number
  /** null where its historic maximum is not known. */
  readonly openKva: number | null
}

/** Where the bands end in which a loading is shown; above `high` a feeder takes nobody on. */
export interface LoadingBands {
  readonly middle: number
  readonly high: number
}

/** 可开放容量, as staff see it. */
export interface OpenCapacityReport {
  readonly version: number
  readonly effectiveFrom: PlainDate
  readonly loadingBands: LoadingBands
  readonly feeders: readonly OpenCapacityRow[]
  readonly mainTransformers: readonly OpenCapacityRow[]
  readonly distributionTransformers: readonly OpenTransformerRow[]
}

/** What is still open, by place: `taken` is what the capacity ledger has promised (kVA). */
export function reportOpenCapacity(inForce: NetworkInForce, taken: ReadonlyMap<string, number>): OpenCapacityReport {
  const { version, prepared, open, standards } = inForce
  const { network } = prepared
  const limit = (name: string) => getParameter(standards.parameters, `access.${name}`)
  const left = (place: string) => (open.get(place) ?? 0) - (taken.get(place) ?? 0)
  const row = (name: string, place: string, busSection: number, state: FeederState, promisedKva: number) => ({
    name,
    ...whereOf(network, busSection),
    ratedKva: state.ratedKva,
    historicKva: state.historicKva,
    promisedKva: promisedKva + (taken.get(place) ?? 0),
    openKva: left(place),
  })
  return {
    version: version.version,
    effectiveFrom: version.effectiveFrom,
    loadingBands: { middle: limit('middleFeederLoading'), high: limit('maxFeederLoading') },
    feeders: prepared.feeders.flatMap((state, at) => {
      const feeder = network.feeders[at]
      if (!feeder) return []
      return [row(feeder.name, feederPlace(feeder.name), feeder.busSection, state, feeder.promisedKva)]
    }),
    mainTransformers: prepared.mainTransformers.flatMap((state, at) => {
      const found = network.mainTransformers.filter((transformer) => transformer.busSection === at)
      if (!state) return []
      const names = found.map(({ name }) => name)
      const promisedKva = found.reduce((sum, transformer) => sum + transformer.promisedKva, 0)
      return [row(names.join(' + '), mainTransformerPlace(names), at, state, promisedKva)]
    }),
    distributionTransformers: network.distributionTransformers.flatMap(({ name, kva, isPublic }) => {
      const place = distributionTransformerPlace(name)
      if (!isPublic) return []
      return [{ name, kva, promisedKva: taken.get(place) ?? 0, openKva: open.has(place) ? left(place) : null }]
    }),
  }
}

function whereOf(network: Network, at: number) {
  const section = network.busSections[at]
  return {
    substation: network.substations[section?.substation ?? -1]?.name ?? '',
    busSection: section?.name ?? '',
    kv: section?.kv ?? 0,
  }
}

/** 可开放容量 as customers see it: whole kVA from zero, where it is; nothing that tells of other customers' loads. */
export interface PublishedOpenCapacity {
  readonly effectiveFrom: PlainDate
  /** From here a place is shown as roomy. */
  readonly roomyKva: number
  readonly feeders: readonly { readonly name: string; readonly substation: string; readonly openKva: number }[]
  readonly mainTransformers: readonly { readonly name: string; readonly substation: string; readonly openKva: number }[]
  readonly substations: readonly { readonly name: string; readonly place: GeoPoint }[]
  readonly distributionTransformers: readonly {
    readonly name: string
    readonly place: GeoPoint
    readonly openKva: number
  }[]
}

/** Left out: maxima, ratings, promises, users, customers' own transformers, transformers whose room is not known. */
export function publishOpenCapacity(
  inForce: NetworkInForce,
  taken: ReadonlyMap<string, number>,
): PublishedOpenCapacity {
  const { network } = inForce.prepared
  const report = reportOpenCapacity(inForce, taken)
  const whole = (kva: number) => Math.max(0, Math.floor(kva))
  const published = ({ name, substation, openKva }: OpenCapacityRow) => ({ name, substation, openKva: whole(openKva) })
  const rows = new Map(report.distributionTransformers.map((row) => [row.name, row.openKva]))
  return {
    effectiveFrom: report.effectiveFrom,
    roomyKva: getParameter(inForce.standards.parameters, 'openCapacity.roomyKva'),
    feeders: report.feeders.map(published),
    mainTransformers: report.mainTransformers.map(published),
    // Without positions there is no map to show them on.
    substations: network.hasPlaces
      ? network.substations.map(({ name, x, y }) => ({ name, place: network.plane.toGeo({ x, y }) }))
      : [],
    distributionTransformers: network.distributionTransformers.flatMap(({ name, point, isPublic }) => {
      const openKva = rows.get(name) ?? null
      const place = network.points[point]
      if (!isPublic || !place || openKva === null) return []
      return [{ name, place: network.plane.toGeo(place), openKva: whole(openKva) }]
    }),
  }
}
