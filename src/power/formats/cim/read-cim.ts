import { accept, type Result, refuse } from '#kernel'
import type { FlowBranch, FlowBus, FlowCase, FlowLink } from '../../flow/flow-case.ts'
import { splitShunt } from '../transformer-model.ts'
import { type CimNet, type CimUnits, getNeeded, getNumber, getUnits, layCim } from './cim-net.ts'
import { type CimObject, readRdf, XmlFault } from './rdf.ts'

const baseMva = 1

/** Equipment that carries power and that this reader does not know; in a file it is a fault rather than a wrong answer. */
const notSupported = [
  'SeriesCompensator',
  'AsynchronousMachine',
  'StaticVarCompensator',
  'CsConverter',
  'VsConverter',
  'NonlinearShuntCompensator',
]
export const switches = [
  'Breaker',
  'LoadBreakSwitch',
  'Disconnector',
  'Switch',
  'Fuse',
  'Recloser',
  'Sectionaliser',
  'Jumper',
]

/**
 * Reads a balanced network from CIM RDF/XML (IEC 61970-301 classes, all profiles in one file): lines, two-winding
 * transformers with ratio tap changer, consumers, equivalent injections, machines at fixed power, linear shunts,
 * switches, and energy sources or external injections as slack. In kV and MW, or in V and W, told by the voltages.
 */
export function readCim(file: string, content: string): Result<FlowCase> {
  const read = readCimNet(file, content)
  return read.ok ? accept(read.value.flowCase) : read
}

/** A flow case with the objects it was read from. */
export interface ReadCim {
  readonly net: CimNet
  readonly units: CimUnits
  readonly flowCase: FlowCase
  /** The line or transformer of each branch. */
  readonly branchObjects: readonly CimObject[]
}

export function readCimNet(file: string, content: string): Result<ReadCim> {
  try {
    const net = layCim(file, readRdf(file, content))
    const units = getUnits(net.kvOf)
    const placeOf = new Map(net.nodeIds.map((node, at) => [node, at]))
    const buses = readBuses(net, units, placeOf)
    const read = [...readLines(net, units, placeOf), ...readTransformers(net, units, placeOf)]
    for (const object of net.objects.values()) {
      if (notSupported.includes(object.type))
        net.faults.push({ path: object.path, code: 'cim.elementNotSupported', data: { found: object.type } })
    }
    if (!buses.some((bus) => bus.kind === 'slack')) net.faults.push({ path: file, code: 'network.noSource' })
    if (net.faults.length > 0) return refuse({ code: 'cim.faulty', faults: net.faults })
    const branches = read.map(({ branch }) => branch)
    const flowCase = { name: file, baseMva, buses, branches, links: readLinks(net, placeOf) }
    return accept({ net, units, flowCase, branchObjects: read.map(({ object }) => object) })
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error
    return refuse({
      code: 'cim.faulty',
      faults: [{ path: `${file}:${error.line}`, code: 'cim.notXml', data: { detail: error.message } }],
    })
  }
}

type Places = ReadonlyMap<string, number>

interface ReadBranch {
  readonly object: CimObject
  readonly branch: FlowBranch
}

export const ofType = ({ objects }: CimNet, ...types: readonly string[]): CimObject[] =>
  [...objects.values()].filter((object) => types.includes(object.type))
export const nameOf = (object: CimObject | undefined, id: string): string => object?.values.get('name') ?? id

function readBuses(net: CimNet, { perKv, perMw }: CimUnits, placeOf: Places): FlowBus[] {
  const buses: FlowBus[] = net.nodeIds.map((node) => ({
    name: nameOf(net.objects.get(node), node),
    kv: (net.kvOf.get(node) ?? 0) / perKv,
    kind: 'load',
    isInService: true,
    loadMw: 0,
    loadMvar: 0,
    shuntMw: 0,
    shuntMvar: 0,
    setPu: 1,
    setDegree: 0,
  }))
  const change = (object: CimObject, more: (bus: FlowBus) => Partial<FlowBus>) => {
    const place = placeOf.get(net.nodesOf.get(object.id)?.[0] ?? '') ?? -1
    const bus = buses[place]
    if (bus) buses[place] = { ...bus, ...more(bus) }
  }
  // Machines and injections count demand as positive, as consumers do.
  for (const object of ofType(
    net,
    'EnergyConsumer',
    'ConformLoad',
    'NonConformLoad',
    'EquivalentInjection',
    'SynchronousMachine',
  )) {
    const mw = (getNumber(object, 'p') ?? getNumber(object, 'pfixed') ?? 0) / perMw
    const mvar = (getNumber(object, 'q') ?? getNumber(object, 'qfixed') ?? 0) / perMw
    change(object, (bus) => ({ loadMw: bus.loadMw + mw, loadMvar: bus.loadMvar + mvar }))
  }
  for (const object of ofType(net, 'LinearShuntCompensator')) {
    const [b, g] = [getNeeded(net, object, 'bPerSection'), getNumber(object, 'gPerSection') ?? 0]
    const sections = getNumber(object, 'sections') ?? getNumber(object, 'normalSections') ?? 1
    change(object, (bus) => ({
      shuntMw: bus.shuntMw + g * sections * bus.kv ** 2,
      shuntMvar: bus.shuntMvar - b * sections * bus.kv ** 2,
    }))
  }
  for (const object of ofType(net, 'EnergySource', 'ExternalNetworkInjection')) {
    const volts = getNumber(object, 'voltageMagnitude')
    const radians = getNumber(object, 'voltageAngle') ?? 0
    change(object, (bus) => ({
      kind: 'slack',
      setPu: volts === undefined ? 1 : volts / perKv / bus.kv,
      setDegree: (radians * 180) / Math.PI,
    }))
  }
  return buses
}

function readLinks(net: CimNet, placeOf: Places): FlowLink[] {
  return ofType(net, ...switches).flatMap((object) => {
    const isOpen = (object.values.get('open') ?? object.values.get('normalOpen')) === 'true'
    const [from, to] = (net.nodesOf.get(object.id) ?? []).map((node) => placeOf.get(node ?? ''))
    return isOpen || from === undefined || to === undefined ? [] : [{ from, to }]
  })
}

/** Both ends of a branch; an end whose terminal is open stands at the other end's place, and is open. */
function findEnds(net: CimNet, object: CimObject, placeOf: Places) {
  const [first, second] = (net.nodesOf.get(object.id) ?? []).map((node) => placeOf.get(node ?? ''))
  const [from, to] = [first ?? second, second ?? first]
  if (from === undefined || to === undefined) return undefined
  return { from, to, isFromClosed: first !== undefined, isToClosed: second !== undefined }
}

function readLines(net: CimNet, { perKv }: CimUnits, placeOf: Places): ReadBranch[] {
  return ofType(net, 'ACLineSegment').flatMap((object) => {
    const ends = findEnds(net, object, placeOf)
    if (!ends) return []
    const kv = (net.kvOf.get(net.nodeIds[ends.from] ?? '') ?? Number.NaN) / perKv
    const baseOhm = kv ** 2 / baseMva
    const [r, x] = [getNeeded(net, object, 'r'), getNeeded(net, object, 'x')]
    if (r === 0 && x === 0) net.faults.push({ path: `${object.path}.x`, code: 'network.impedanceZero' })
    const model = splitShunt(
      r / baseOhm,
      x / baseOhm,
      (getNumber(object, 'gch') ?? 0) * baseOhm,
      (getNumber(object, 'bch') ?? 0) * baseOhm,
    )
    return { object, branch: { name: nameOf(object, object.id), ...ends, ...model, ratio: 1, shiftDegree: 0 } }
  })
}

function readTransformers(net: CimNet, { perKv, perMw }: CimUnits, placeOf: Places): ReadBranch[] {
  const windings = ofType(net, 'PowerTransformerEnd')
  return ofType(net, 'PowerTransformer').flatMap((object) => {
    const found = windings
      .filter((end) => end.references.get('PowerTransformer') === object.id)
      .toSorted((a, b) => (getNumber(a, 'endNumber') ?? 0) - (getNumber(b, 'endNumber') ?? 0))
    const [high, low, third] = found
    const ends = findEnds(net, object, placeOf)
    if (!high || !low || third || !ends) {
      net.faults.push({ path: object.path, code: 'cim.windingsNotSupported', data: { found: found.length } })
      return []
    }
    const rated = (end: CimObject) => (getNeeded(net, end, 'ratedU') / perKv) * getTap(net, end)
    const kv = (place: number) => (net.kvOf.get(net.nodeIds[place] ?? '') ?? Number.NaN) / perKv
    const [highKv, lowKv] = [rated(high), rated(low)]
    const untapped = getNeeded(net, high, 'ratedU') / getNeeded(net, low, 'ratedU')
    // Both windings' impedances seen from the low side, per unit there.
    const baseOhm = kv(ends.to) ** 2 / baseMva
    const sum = (name: string) => (getNumber(high, name) ?? 0) / untapped ** 2 + (getNumber(low, name) ?? 0)
    const admittance = (name: string) => (getNumber(high, name) ?? 0) * untapped ** 2 + (getNumber(low, name) ?? 0)
    if (sum('r') === 0 && sum('x') === 0) net.faults.push({ path: `${high.path}.x`, code: 'network.impedanceZero' })
    const ratedA = (end: CimObject, ratedKv: number) =>
      ((getNumber(end, 'ratedS') ?? Number.NaN) / perMw) * (1000 / (Math.sqrt(3) * ratedKv))
    const [ratedFromA, ratedToA] = [ratedA(high, highKv), ratedA(low, lowKv)]
    const clock = (getNumber(low, 'phaseAngleClock') ?? 0) - (getNumber(high, 'phaseAngleClock') ?? 0)
    const branch: FlowBranch = {
      name: nameOf(object, object.id),
      ...ends,
      ...splitShunt(sum('r') / baseOhm, sum('x') / baseOhm, admittance('g') * baseOhm, admittance('b') * baseOhm),
      ratio: (highKv / lowKv) * (kv(ends.to) / kv(ends.from)),
      shiftDegree: 30 * clock,
      ...(ratedFromA > 0 && { ratedFromA }),
      ...(ratedToA > 0 && { ratedToA }),
    }
    return { object, branch }
  })
}

/** Factor by which a tap changer raises the winding's rated voltage. */
function getTap(net: CimNet, end: CimObject): number {
  const tap = ofType(net, 'RatioTapChanger').find((found) => found.references.get('TransformerEnd') === end.id)
  if (!tap) return 1
  const step = getNumber(tap, 'step') ?? getNumber(tap, 'normalStep') ?? getNumber(tap, 'neutralStep') ?? 0
  return 1 + ((step - (getNumber(tap, 'neutralStep') ?? 0)) * (getNumber(tap, 'stepVoltageIncrement') ?? 0)) / 100
}
