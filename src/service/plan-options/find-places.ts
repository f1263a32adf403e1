import { accept, type Fault, type Result, refuse } from '#kernel'
import { type AccessPlace, type Drafting, getIncrease, type Network } from '#power'
import type { DrawnSource } from './api.ts'

/** Where drawn sources stand in the network. Names that it does not hold, or not on that feeder, are all named. */
export function findPlaces(drafting: Drafting, sources: readonly DrawnSource[]): Result<AccessPlace[]> {
  const { prepared, need } = drafting
  const { network, topology } = prepared
  const faults: Fault[] = []
  const places = sources.flatMap((source, at): AccessPlace[] => {
    const { accessPoint, feeder, capacityKva, existingKva = 0, route, conductor } = source
    const point = network.points.findIndex((place) => place.name === accessPoint)
    const line = findFeeder(drafting, point, feeder)
    const fault = (field: string, code: string, found: string) => {
      faults.push({ path: `sources.${at}.${field}`, code, data: { found } })
      return []
    }
    if (point < 0) return fault('accessPoint', 'network.nameUnknown', accessPoint)
    if (line === undefined) return fault('feeder', 'network.nameUnknown', feeder ?? '')
    const isFed = line < 0 ? network.points[point]?.kind === 'bus-section' : topology.feeder[point] === line
    if (!isFed) return fault('accessPoint', 'network.wrongFeeder', accessPoint)
    return [
      {
        point,
        feeder: line,
        capacityKva,
        addedKva: capacityKva,
        ...(existingKva > 0 && getIncrease(capacityKva, existingKva)),
        loadKw: need.loadKw * Math.min(1, capacityKva / Math.max(need.capacityKva, 1)),
        ...(route && { drawnRoute: toPlane(network, route) }),
        ...(conductor && { conductorModel: conductor }),
      },
    ]
  })
  return faults.length > 0 ? refuse({ code: 'faulty-input', faults }) : accept(places)
}

/** −1 for a new feeder from a bus section; undefined for a name that the network does not hold. */
function findFeeder({ prepared }: Drafting, point: number, name: string | undefined): number | undefined {
  if (name === undefined) return prepared.topology.feeder[point] ?? -1
  const at = prepared.network.feeders.findIndex((feeder) => feeder.name === name)
  return at < 0 ? undefined : at
}

/** The public transformer a low-voltage source is drawn from, by its place in the network. */
export function findTransformer({ distributionTransformers }: Network, { accessPoint }: DrawnSource): Result<number> {
  const at = distributionTransformers.findIndex(({ name, isPublic }) => isPublic && name === accessPoint)
  if (at >= 0) return accept(at)
  const fault = { path: 'sources.0.accessPoint', code: 'network.nameUnknown', data: { found: accessPoint } }
  return refuse({ code: 'faulty-input', faults: [fault] })
}

export const toPlane = ({ plane }: Network, route: NonNullable<DrawnSource['route']>) =>
  route.map(({ longitude, latitude }) => plane.toPlane({ lon: longitude, lat: latitude }))
