import type { GeoPoint } from '#kernel'
import { type CimNet, getNumber } from './cim-net.ts'
import type { CimObject } from './rdf.ts'
import { ofType, switches } from './read-cim.ts'

/**
 * Where the nodes of a file are, degrees as its `PositionPoint`s give them: at the end of a line's own track, at the
 * equipment that stands there, or at its substation; over a switch a node is where the other is. Undefined where the file
 * has no position at all.
 */
export function findPlaces(net: CimNet): ReadonlyMap<string, GeoPoint> | undefined {
  const tracks = readTracks(net)
  if (tracks.size === 0) return undefined
  const places = new Map<string, GeoPoint>()
  const note = (node: string | undefined, place: GeoPoint | undefined) => {
    if (node !== undefined && place !== undefined && !places.has(node)) places.set(node, place)
  }
  for (const [equipment, nodes] of net.nodesOf) {
    const track = tracks.get(equipment)
    if (track && track.length > 1) {
      note(nodes[0], track[0])
      note(nodes.at(-1), track.at(-1))
    }
  }
  for (const [equipment, nodes] of net.nodesOf) {
    const track = tracks.get(equipment)
    if (track?.length === 1) for (const node of nodes) note(node, track[0])
  }
  for (const node of net.nodeIds) note(node, tracks.get(stationOf(net, node)?.id ?? '')?.[0])
  const joined = ofType(net, ...switches).map(({ id }) => net.nodesOf.get(id) ?? [])
  for (let before = -1; before !== places.size; ) {
    before = places.size
    for (const [from, to] of joined) {
      note(from, places.get(to ?? ''))
      note(to, places.get(from ?? ''))
    }
  }
  return places
}

/** The points of each resource's location, in their order. */
function readTracks({ objects }: CimNet): ReadonlyMap<string, readonly GeoPoint[]> {
  const points = new Map<string, CimObject[]>()
  for (const object of objects.values()) {
    if (object.type !== 'PositionPoint') continue
    const location = object.references.get('Location') ?? ''
    points.set(location, [...(points.get(location) ?? []), object])
  }
  const trackOf = (location: string): readonly GeoPoint[] =>
    (points.get(location) ?? [])
      .toSorted((a, b) => (getNumber(a, 'sequenceNumber') ?? 0) - (getNumber(b, 'sequenceNumber') ?? 0))
      .map((point) => ({
        lon: getNumber(point, 'xPosition') ?? Number.NaN,
        lat: getNumber(point, 'yPosition') ?? Number.NaN,
      }))
      .filter(({ lon, lat }) => Number.isFinite(lon) && Number.isFinite(lat))
  const tracks = new Map<string, readonly GeoPoint[]>()
  const note = (resource: string | undefined, location: string) => {
    const track = trackOf(location)
    if (resource !== undefined && track.length > 0) tracks.set(resource, track)
  }
  for (const object of objects.values()) {
    if (object.type === 'Location') note(object.references.get('PowerSystemResources'), object.id)
    else if (object.references.has('Location') && object.type !== 'PositionPoint')
      note(object.id, object.references.get('Location') ?? '')
  }
  return tracks
}

/** The substation a node stands in, over bay and voltage level; undefined on a line outside. */
export function stationOf({ objects }: CimNet, node: string): CimObject | undefined {
  const up = ['ConnectivityNodeContainer', 'VoltageLevel', 'Substation']
  let found = objects.get(node)
  for (let steps = 0; found && found.type !== 'Substation' && steps < up.length; steps += 1) {
    const next: string | undefined = up.map((name) => found?.references.get(name)).find((id) => id !== undefined)
    found = next === undefined ? undefined : objects.get(next)
  }
  return found?.type === 'Substation' ? found : undefined
}
