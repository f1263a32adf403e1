import { accept, createPlane, type Fault, type Plane, type Result, refuse } from '#kernel'
import type { Conductor } from '../sizing/conductor.ts'
import { getMiddle } from './geometry.ts'
import type { BusSection, Network, NetworkPoint } from './network.ts'
import { isSameKv, readSection } from './read-section.ts'
import type { NetworkSheets } from './sheets.ts'
import { findTopologyFaults } from './topology-faults.ts'

/** Places farther than this from the middle of the network are off the map, m. */
const mapRadiusM = 300_000

interface Building {
  readonly sheets: NetworkSheets
  readonly plane: Plane
  readonly conductors: ReadonlyMap<string, Conductor>
  readonly faults: Fault[]
  readonly hasPlaces: boolean
}

/**
 * Puts the sheets together and finds every fault at once, with row and field: names twice, references to nothing,
 * wrong voltage, missing or zero impedance, places off the map, lengths shorter than the straight line, closed loops,
 * and places that no bus section feeds. `hasPlaces` false: the file has no positions, and none is asked for.
 */
export function buildNetwork(
  sheets: NetworkSheets,
  conductors: readonly Conductor[],
  hasPlaces = true,
): Result<Network> {
  const places = [...sheets.substations, ...sheets.poles, ...sheets.ringMainUnits]
  const building: Building = {
    sheets,
    plane: createPlane(getMiddle(places)),
    conductors: new Map(conductors.map((row) => [row.model, row])),
    faults: [],
    hasPlaces,
  }
  findDoubleNames(building)
  if (hasPlaces) findPlacesOffMap(building)
  findFaultyPeriod(building)
  const network = putTogether(building)
  const faults = [...building.faults, ...(building.faults.length === 0 ? findTopologyFaults(network) : [])]
  return faults.length > 0 ? refuse({ code: 'network.faulty', faults }) : accept(network)
}

function findDoubleNames({ sheets, faults }: Building): void {
  const { busSections, poles, ringMainUnits, distributionTransformers, supplyPoints } = sheets
  const groups = [
    [...busSections, ...poles, ...ringMainUnits, ...distributionTransformers, ...supplyPoints],
    sheets.substations,
    sheets.mainTransformers,
    sheets.feeders,
    sheets.sections,
    sheets.switches,
    sheets.lowVoltageLines,
  ]
  for (const rows of groups) {
    const first = new Map<string, string>()
    for (const { name, path } of rows) {
      const before = first.get(name)
      if (before) faults.push({ path: `${path}.name`, code: 'network.nameTwice', data: { found: name, first: before } })
      else first.set(name, path)
    }
  }
}

function findPlacesOffMap({ sheets, plane, faults }: Building): void {
  for (const row of [...sheets.substations, ...sheets.poles, ...sheets.ringMainUnits, ...sheets.supplyPoints]) {
    if (Math.abs(row.lon) > 180 || Math.abs(row.lat) > 90) {
      faults.push({ path: `${row.path}.lon`, code: 'network.notDegrees', data: { lon: row.lon, lat: row.lat } })
      continue
    }
    const { x, y } = plane.toPlane(row)
    if (Math.hypot(x, y) <= mapRadiusM && !(row.lon === 0 && row.lat === 0)) continue
    faults.push({ path: `${row.path}.lon`, code: 'network.offTheMap', data: { lon: row.lon, lat: row.lat } })
  }
}

/** One row at most, and a period that does not end before it begins. */
function findFaultyPeriod({ sheets, faults }: Building): void {
  const [first, ...more] = sheets.measured
  for (const { path } of more) faults.push({ path, code: 'network.periodTwice', data: { first: first?.path ?? '' } })
  if (first && first.maximaUntil < first.maximaFrom)
    faults.push({
      path: `${first.path}.maximaUntil`,
      code: 'network.periodBackwards',
      data: { from: first.maximaFrom, until: first.maximaUntil },
    })
}

function putTogether(building: Building): Network {
  const { sheets, plane, faults } = building
  const index = (rows: readonly { readonly name: string }[]) => new Map(rows.map((row, at) => [row.name, at]))
  const look = (
    map: ReadonlyMap<string, number>,
    row: { readonly path: string },
    field: string,
    name: string,
  ): number => {
    const found = map.get(name)
    if (found === undefined)
      faults.push({ path: `${row.path}.${field}`, code: 'network.nameUnknown', data: { found: name } })
    return found ?? -1
  }
  const substationOf = index(sheets.substations)
  const substations = sheets.substations.map((row) => ({ name: row.name, highKv: row.highKv, ...plane.toPlane(row) }))
  const busSections: BusSection[] = sheets.busSections.map((row, at) => ({
    name: row.name,
    point: at,
    substation: look(substationOf, row, 'substation', row.substation),
    kv: row.kv,
    incomer: row.incomer,
    spareBays: row.spareBays,
    setPu: row.setPu ?? 1,
    shortCircuitMva: row.shortCircuitMva,
    rOverX: row.rOverX ?? 0.1,
  }))
  const points = listPoints(building, substations, busSections)
  const pointOf = index(points)
  const sectionOf = index(sheets.busSections)
  const feederOf = index(sheets.feeders)
  const feeders = sheets.feeders.map((row) => ({
    ...row,
    busSection: look(sectionOf, row, 'busSection', row.busSection),
  }))
  for (const [at, feeder] of feeders.entries()) {
    const bus = busSections[feeder.busSection]
    if (bus && !isSameKv(bus.kv, feeder.kv))
      faults.push({
        path: `${sheets.feeders[at]?.path}.kv`,
        code: 'network.wrongVoltage',
        data: { found: feeder.kv, wanted: bus.kv },
      })
  }
  const lowNames = new Set(
    [...sheets.distributionTransformers, ...sheets.supplyPoints, ...sheets.poles].map((row) => row.name),
  )
  for (const row of sheets.lowVoltageLines) {
    for (const field of ['from', 'to'] as const) {
      if (!lowNames.has(row[field]))
        faults.push({ path: `${row.path}.${field}`, code: 'network.nameUnknown', data: { found: row[field] } })
    }
    if (!building.conductors.has(row.model))
      faults.push({ path: `${row.path}.model`, code: 'network.modelUnknown', data: { found: row.model } })
  }
  return {
    plane,
    substations,
    busSections,
    mainTransformers: sheets.mainTransformers.map((row) => ({
      ...row,
      substation: look(substationOf, row, 'substation', row.substation),
      busSection: look(sectionOf, row, 'busSection', row.busSection),
    })),
    feeders,
    points,
    sections: sheets.sections.map((row) => {
      const feeder = look(feederOf, row, 'feeder', row.feeder)
      const ends = { from: look(pointOf, row, 'from', row.from), to: look(pointOf, row, 'to', row.to) }
      return readSection(building, row, { feeder, ...ends }, points, feeders[feeder]?.kv)
    }),
    switches: sheets.switches.map((row) => ({
      name: row.name,
      kind: row.kind,
      isClosed: row.closed,
      path: row.path,
      from: look(pointOf, row, 'from', row.from),
      to: look(pointOf, row, 'to', row.to),
    })),
    distributionTransformers: sheets.distributionTransformers.map((row) => {
      const point = look(pointOf, row, 'point', row.point)
      const kv = points[point]?.kv
      if (kv !== undefined && !isSameKv(kv, row.highKv))
        faults.push({
          path: `${row.path}.highKv`,
          code: 'network.wrongVoltage',
          data: { found: row.highKv, wanted: kv },
        })
      return { ...row, point, isPublic: row.public }
    }),
    lowVoltageLines: sheets.lowVoltageLines,
    supplyPoints: sheets.supplyPoints.map((row) => ({
      name: row.name,
      phases: row.phases,
      kw: row.kw,
      ...plane.toPlane(row),
    })),
    hasPlaces: building.hasPlaces,
    measured: sheets.measured[0],
  }
}

function listPoints(
  { sheets, plane }: Building,
  substations: Network['substations'],
  busSections: readonly BusSection[],
): NetworkPoint[] {
  const sections = sheets.busSections.map((row, at): NetworkPoint => {
    const { x, y } = substations[busSections[at]?.substation ?? -1] ?? { x: 0, y: 0 }
    return { name: row.name, kind: 'bus-section', kv: row.kv, spareBays: row.spareBays, x, y, path: row.path }
  })
  const poles = sheets.poles.map(
    (row): NetworkPoint => ({
      name: row.name,
      kind: 'pole',
      kv: row.kv,
      spareBays: 0,
      path: row.path,
      ...plane.toPlane(row),
    }),
  )
  const units = sheets.ringMainUnits.map(
    (row): NetworkPoint => ({
      name: row.name,
      kind: row.kind,
      kv: row.kv,
      spareBays: row.spareBays,
      path: row.path,
      ...plane.toPlane(row),
    }),
  )
  return [...sections, ...poles, ...units]
}
