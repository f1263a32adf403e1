import { unzlibSync } from 'fflate'
import { accept, type Plane, type PlanePoint, type Result, refuse } from '#kernel'
import { isInside, type TerrainFeature } from '../../route/terrain.ts'
import { type AreaOfWays, joinRings, type Tags, type Way } from './areas-of-ways.ts'
import { groundOfTags } from './ground-of-tags.ts'
import { ProtoFault, readDeltas, readFields, readPacked, toSigned } from './protobuf.ts'

interface MapContent {
  readonly places: Map<number, PlanePoint>
  readonly ways: Map<number, Way>
  readonly areas: AreaOfWays[]
}

/**
 * Reads terrain from an OpenStreetMap extract (`.osm.pbf`): roads, water, railways, buildings and protected areas,
 * from ways and from multipolygon relations with their holes. An outline that the extract cuts open is left out.
 * Refusals: `osm.faulty` with `osm.notAMap` or `osm.broken`.
 */
export function readOsm(file: string, bytes: Uint8Array, plane: Plane): Result<readonly TerrainFeature[]> {
  const content: MapContent = { places: new Map(), ways: new Map(), areas: [] }
  try {
    for (const block of readBlocks(bytes)) readBlock(block, plane, content)
  } catch (error) {
    // Broken bytes show as a field beyond the end or as a stream that cannot be unpacked.
    const detail = error instanceof Error ? error.message : String(error)
    const code = error instanceof ProtoFault ? 'osm.notAMap' : 'osm.broken'
    return refuse({ code: 'osm.faulty', faults: [{ path: file, code, data: { detail } }] })
  }
  const lines = [...content.ways.values()].flatMap((way) => toFeature(way, content.places))
  return accept([...lines, ...content.areas.flatMap((area) => toAreas(area, content))])
}

/** The unpacked data blocks of the file. */
function* readBlocks(bytes: Uint8Array): Generator<Uint8Array> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 0; at < bytes.length; ) {
    if (at + 4 > bytes.length) throw new ProtoFault('header beyond the end')
    const headerEnd = at + 4 + view.getUint32(at)
    let type = ''
    let size = 0
    if (headerEnd > bytes.length) throw new ProtoFault('header beyond the end')
    for (const field of readFields(bytes.subarray(at + 4, headerEnd))) {
      if (field.number === 1) type = new TextDecoder().decode(field.bytes)
      if (field.number === 3) size = field.value
    }
    if (size === 0 || headerEnd + size > bytes.length) throw new ProtoFault('block beyond the end')
    if (type === 'OSMData') yield unpack(bytes.subarray(headerEnd, headerEnd + size))
    at = headerEnd + size
  }
}

function unpack(blob: Uint8Array): Uint8Array {
  for (const field of readFields(blob)) {
    if (field.number === 1) return field.bytes
    if (field.number === 3) return unzlibSync(field.bytes)
  }
  throw new ProtoFault('packing not supported')
}

/** Nanodegrees to degrees, with the block's own grid. */
interface Grid {
  readonly granularity: number
  readonly latOffset: number
  readonly lonOffset: number
}

function readBlock(block: Uint8Array, plane: Plane, content: MapContent): void {
  const fields = [...readFields(block)]
  const decoder = new TextDecoder()
  const texts = fields
    .filter(({ number }) => number === 1)
    .flatMap((field) => [...readFields(field.bytes)].map((text) => decoder.decode(text.bytes)))
  const getField = (number: number, usual: number) => fields.find((field) => field.number === number)?.value ?? usual
  const grid: Grid = { granularity: getField(17, 100), latOffset: getField(19, 0), lonOffset: getField(20, 0) }
  const place: Placing = (lat, lon) =>
    plane.toPlane({
      lat: 1e-9 * (grid.latOffset + grid.granularity * lat),
      lon: 1e-9 * (grid.lonOffset + grid.granularity * lon),
    })
  for (const group of fields) if (group.number === 2) readGroup(group.bytes, texts, place, content)
}

function readGroup(group: Uint8Array, texts: readonly string[], place: Placing, content: MapContent): void {
  for (const field of readFields(group)) {
    if (field.number === 1) readNode(field.bytes, place, content)
    else if (field.number === 2) readDenseNodes(field.bytes, place, content)
    else if (field.number === 3) readWay(field.bytes, texts, content)
    else if (field.number === 4) readRelation(field.bytes, texts, content)
  }
}

type Placing = (lat: number, lon: number) => PlanePoint

function readNode(bytes: Uint8Array, place: Placing, { places }: MapContent): void {
  const values = new Map([...readFields(bytes)].map((field) => [field.number, toSigned(field.value)]))
  places.set(values.get(1) ?? 0, place(values.get(8) ?? 0, values.get(9) ?? 0))
}

function readDenseNodes(bytes: Uint8Array, place: Placing, { places }: MapContent): void {
  const lists = new Map(
    [...readFields(bytes)]
      .filter(({ number }) => [1, 8, 9].includes(number))
      .map((field) => [field.number, readDeltas(field.bytes)]),
  )
  const [ids = [], lats = [], lons = []] = [lists.get(1), lists.get(8), lists.get(9)]
  for (const [at, id] of ids.entries()) places.set(id, place(lats[at] ?? 0, lons[at] ?? 0))
}

function readWay(bytes: Uint8Array, texts: readonly string[], { ways }: MapContent): void {
  let id = 0
  let refs: number[] = []
  for (const field of readFields(bytes)) {
    if (field.number === 1) id = field.value
    else if (field.number === 8) refs = readDeltas(field.bytes)
  }
  ways.set(id, { refs, tags: readTags(bytes, texts) })
}

/** Members are ways (type 1) in the roles outer and inner; other relations than areas are passed over. */
function readRelation(bytes: Uint8Array, texts: readonly string[], { areas }: MapContent): void {
  const tags = readTags(bytes, texts)
  if (!['multipolygon', 'boundary'].includes(tags.get('type') ?? '')) return
  const lists = new Map<number, Uint8Array>()
  for (const field of readFields(bytes)) lists.set(field.number, field.bytes)
  const list = (number: number) => lists.get(number) ?? new Uint8Array(0)
  const roles = readPacked(list(8)).map((role) => texts[role] ?? '')
  const types = readPacked(list(10))
  const members = readDeltas(list(9)).flatMap((wayId, at) =>
    types[at] === 1 ? [{ wayId, isInner: roles[at] === 'inner' }] : [],
  )
  areas.push({ tags, members })
}

function readTags(bytes: Uint8Array, texts: readonly string[]): Tags {
  let [keys, values]: number[][] = [[], []]
  for (const field of readFields(bytes)) {
    if (field.number === 2) keys = readPacked(field.bytes)
    else if (field.number === 3) values = readPacked(field.bytes)
  }
  return new Map((keys ?? []).map((key, at) => [texts[key] ?? '', texts[values?.[at] ?? -1] ?? '']))
}

function toFeature({ refs, tags }: Way, places: ReadonlyMap<number, PlanePoint>): TerrainFeature[] {
  const kind = groundOfTags(tags)
  // Extracts are cut: places beyond the edge are not in the file.
  const shape = refs.flatMap((ref) => places.get(ref) ?? [])
  return kind && shape.length >= 2 ? [{ ...kind, shape }] : []
}

/** The areas of a relation; each hole goes with the outline around it. */
function toAreas({ tags, members }: AreaOfWays, { ways, places }: MapContent): TerrainFeature[] {
  const kind = groundOfTags(tags)
  if (!kind?.isArea) return []
  const ringsOf = (isInner: boolean) =>
    joinRings(members.filter((member) => member.isInner === isInner).flatMap(({ wayId }) => ways.get(wayId) ?? []))
      .map((refs) => refs.flatMap((ref) => places.get(ref) ?? []))
      .filter((ring) => ring.length >= 4)
  const holes = ringsOf(true)
  return ringsOf(false).map((shape) => {
    const inside = holes.filter(([place]) => place && isInside(place, { shape }))
    return { ...kind, shape, ...(inside.length > 0 && { holes: inside }) }
  })
}
