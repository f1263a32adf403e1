import { accept, type GeoPoint, type Result } from '#kernel'
import type { NetworkSheets } from '../../network/sheets.ts'
import type { NamedSwitch } from '../flow-sheets/net-details.ts'
import { sheetsOfFlow } from '../flow-sheets/sheets-of-flow.ts'
import { getNumber } from './cim-net.ts'
import { findPlaces, stationOf } from './find-places.ts'
import type { CimObject } from './rdf.ts'
import { nameOf, ofType, type ReadCim, readCimNet, switches } from './read-cim.ts'

export interface CimSheets {
  readonly sheets: NetworkSheets
  /** False where the file has no `PositionPoint` at all. */
  readonly hasPlaces: boolean
}

/**
 * Turns a CIM file into the sheets of a network: places from `Location` and `PositionPoint`, lengths from
 * `Conductor.length` (km, or m in a file of V and W), ratings from the `CurrentLimit` of a line or its terminal, stations
 * from `Substation`. Faults with the line of the object.
 */
export function sheetsFromCim(file: string, content: string, spareBays: number): Result<CimSheets> {
  const read = readCimNet(file, content)
  if (!read.ok) return read
  const { net, units, branchObjects } = read.value
  const { branches } = read.value.flowCase
  const places = findPlaces(net)
  const limits = listCurrentLimits(read.value)
  const flowCase = {
    ...read.value.flowCase,
    branches: branches.map((branch, at) => {
      const ratedA = limits.get(branchObjects[at]?.id ?? '')
      return ratedA === undefined ? branch : { ...branch, ratedFromA: ratedA, ratedToA: ratedA }
    }),
  }
  // A file of V and W tells lengths in metres, one of kV and MW in kilometres.
  const metre = units.perKv === 1 ? 1000 : 1
  const sheets = sheetsOfFlow(file, flowCase, {
    busPaths: net.nodeIds.map((node) => net.objects.get(node)?.path ?? `${file}:${node}`),
    branchPaths: branchObjects.map(({ path }) => path),
    places: places && net.nodeIds.map((node): GeoPoint | undefined => places.get(node)),
    lengthsM: places
      ? branchObjects.map((object) => {
          const length = getNumber(object, 'length')
          return length === undefined ? undefined : length * metre
        })
      : undefined,
    ratingField: 'CurrentLimit',
    isUnit: listUnits(read.value),
    stationNames: net.nodeIds.map((node) => stationOf(net, node)?.values.get('name')),
    switches: listSwitches(read.value),
    spareBays,
  })
  return sheets.ok ? accept({ sheets: sheets.value, hasPlaces: places !== undefined }) : sheets
}

/** The smallest current limit of each piece of equipment, A. */
function listCurrentLimits({ net }: ReadCim): ReadonlyMap<string, number> {
  const found = new Map<string, number>()
  for (const limit of ofType(net, 'CurrentLimit')) {
    const set = net.objects.get(limit.references.get('OperationalLimitSet') ?? '')
    const terminal = net.objects.get(set?.references.get('Terminal') ?? '')
    const equipment = set?.references.get('Equipment') ?? terminal?.references.get('ConductingEquipment')
    const ampere = getNumber(limit, 'normalValue') ?? getNumber(limit, 'value')
    if (equipment === undefined || ampere === undefined || ampere <= 0) continue
    found.set(equipment, Math.min(ampere, found.get(equipment) ?? Number.POSITIVE_INFINITY))
  }
  return found
}

const tiedIn = ['BusbarSection', 'EnergyConsumer', 'ConformLoad', 'NonConformLoad', 'PowerTransformer']

/** Nodes that a busbar, a load or a transformer stands at. */
function listUnits({ net }: ReadCim): readonly boolean[] {
  const nodes = new Set(ofType(net, ...tiedIn).flatMap(({ id }) => net.nodesOf.get(id) ?? []))
  return net.nodeIds.map((node) => nodes.has(node))
}

function listSwitches({ net }: ReadCim): readonly NamedSwitch[] {
  const placeOf = new Map(net.nodeIds.map((node, at) => [node, at]))
  return ofType(net, ...switches).flatMap((object) => {
    const [from, to] = (net.nodesOf.get(object.id) ?? []).map((node) => placeOf.get(node ?? ''))
    if (from === undefined || to === undefined) return []
    const isOpen = (object.values.get('open') ?? object.values.get('normalOpen')) === 'true'
    return [{ name: nameOf(object, object.id), from, to, kind: kindOf(object), isClosed: !isOpen, path: object.path }]
  })
}

function kindOf({ type }: CimObject): NamedSwitch['kind'] {
  if (type === 'Breaker' || type === 'Recloser') return 'breaker'
  return type === 'LoadBreakSwitch' || type === 'Sectionaliser' ? 'load-break' : 'disconnector'
}
