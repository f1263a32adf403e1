import { accept, type Result, refuse } from '#kernel'
import type { FlowBranch, FlowBus, FlowCase } from '../../flow/flow-case.ts'
import { reportFlow } from '../../flow/report.ts'
import { solveFlow } from '../../flow/solve-flow.ts'
import { isSameKv } from '../../network/read-section.ts'
import { emptySheets, type NetworkSheets } from '../../network/sheets.ts'
import { growFeeders } from './grow-feeders.ts'
import type { Laying } from './laying.ts'
import type { NetDetails } from './net-details.ts'

/** Rating over maximum load taken for a transformer station of which only the load is known. */
const ratingOverLoad = 1.25

/** From here on a voltage is not low any more, kV. */
const lowestKv = 1

/**
 * Turns a balanced flow case with what its file says beside it into the sheets of a network: the low side of each
 * transformer between medium and higher voltage is a bus section of a substation (without any, each source is), each
 * line that leaves it a feeder, each other bus a unit or a joint, each load and each transformer to low voltage a
 * distribution transformer; a line out of service is open at its far end. Historic maxima are those of the file's own
 * power flow. Higher and low voltage are left out. Faults: `network.noSolution`, `network.transformerInLine`,
 * `network.placeMissing`, `network.lengthMissing`, `network.ratingMissing`; what is wrong beyond that `buildNetwork` names.
 */
export function sheetsOfFlow(file: string, given: FlowCase, details: NetDetails): Result<NetworkSheets> {
  const flowCase = withOneNameEach(given)
  const report = reportFlow(solveFlow(flowCase))
  if (!report.converged) return refuse({ code: 'network.faulty', faults: [{ path: file, code: 'network.noSolution' }] })
  const laying: Laying = {
    file,
    flowCase,
    details,
    sheets: emptySheets(),
    faults: [],
    flowOf: new Map(report.branches.map((branch) => [branch.branch, branch])),
    busSections: new Set(),
    feederOfBus: new Map(),
  }
  addSubstations(laying)
  addUnits(laying)
  growFeeders(laying)
  addLoads(laying)
  addTransformers(laying)
  const { faults, sheets } = laying
  return faults.length > 0 ? refuse({ code: 'network.faulty', faults }) : accept(sheets)
}

/** Names that a file gives twice are told apart by a number. */
function withOneNameEach({ buses, branches, ...rest }: FlowCase): FlowCase {
  const numbered = <Row extends { readonly name: string }>(rows: readonly Row[]): Row[] => {
    const seen = new Map<string, number>()
    return rows.map((row) => {
      const times = (seen.get(row.name) ?? 0) + 1
      seen.set(row.name, times)
      return times === 1 ? row : { ...row, name: `${row.name} #${times}` }
    })
  }
  return { ...rest, buses: numbered(buses), branches: numbered(branches) }
}

const kvOf = ({ flowCase }: Laying, bus: number): number => flowCase.buses[bus]?.kv ?? 0

/** High and low end of a branch between voltage levels; undefined for a line. */
function sidesOf(
  laying: Laying,
  { from, to }: FlowBranch,
): { readonly high: number; readonly low: number } | undefined {
  const [a, b] = [kvOf(laying, from), kvOf(laying, to)]
  if (isSameKv(a, b)) return undefined
  return a > b ? { high: from, low: to } : { high: to, low: from }
}

function addSubstations(laying: Laying): void {
  const { flowCase, details, sheets, busSections } = laying
  for (const [at, branch] of flowCase.branches.entries()) {
    const sides = sidesOf(laying, branch)
    if (!sides || kvOf(laying, sides.low) < lowestKv) continue
    addBusSection(laying, sides.low, kvOf(laying, sides.high), branch.name)
    const flow = laying.flowOf.get(branch.name)
    const ratedA = sides.low === branch.to ? branch.ratedToA : branch.ratedFromA
    const path = details.branchPaths[at] ?? laying.file
    if (ratedA === undefined)
      laying.faults.push({ path: `${path}.${details.ratingField}`, code: 'network.ratingMissing' })
    sheets.mainTransformers.push({
      name: branch.name,
      substation: stationOf(laying, sides.low),
      busSection: flowCase.buses[sides.low]?.name ?? '',
      ratedMva: ((ratedA ?? 0) * Math.sqrt(3) * kvOf(laying, sides.low)) / 1000,
      historicMaxMva:
        Math.max(Math.hypot(flow?.fromKw ?? 0, flow?.fromKvar ?? 0), Math.hypot(flow?.toKw ?? 0, flow?.toKvar ?? 0)) /
        1000,
      promisedKva: 0,
      path,
    })
  }
  if (busSections.size > 0) return
  for (const [at, bus] of flowCase.buses.entries())
    if (bus.kind === 'slack') addBusSection(laying, at, bus.kv, bus.name)
}

const stationOf = ({ details, flowCase }: Laying, bus: number): string =>
  details.stationNames[bus] ?? flowCase.buses[bus]?.name ?? ''

function addBusSection(laying: Laying, at: number, highKv: number, incomer: string): void {
  const { flowCase, details, sheets, busSections } = laying
  const bus = flowCase.buses[at]
  if (!bus || busSections.has(at)) return
  busSections.add(at)
  const name = stationOf(laying, at)
  const path = details.busPaths[at] ?? laying.file
  if (!sheets.substations.some((row) => row.name === name))
    sheets.substations.push({ name, highKv, path, ...placeOf(laying, at) })
  sheets.busSections.push({
    name: bus.name,
    substation: name,
    kv: bus.kv,
    incomer,
    spareBays: details.spareBays,
    setPu: bus.kind === 'slack' ? bus.setPu : undefined,
    shortCircuitMva: undefined,
    rOverX: undefined,
    path,
  })
}

/** A bus of the network itself: not low voltage, and not above the bus sections. */
function isOfNetwork(laying: Laying, { kv, isInService }: FlowBus): boolean {
  const highest = Math.max(...[...laying.busSections].map((at) => kvOf(laying, at)))
  return isInService && kv >= lowestKv && (kv <= highest || isSameKv(kv, highest))
}

function addUnits(laying: Laying): void {
  const { flowCase, details, sheets, busSections } = laying
  for (const [at, bus] of flowCase.buses.entries()) {
    if (busSections.has(at) || !isOfNetwork(laying, bus)) continue
    const isUnit = details.isUnit[at] ?? false
    sheets.ringMainUnits.push({
      name: bus.name,
      kind: isUnit ? 'ring-main-unit' : 'joint',
      kv: bus.kv,
      spareBays: isUnit ? details.spareBays : 0,
      path: details.busPaths[at] ?? laying.file,
      ...placeOf(laying, at),
    })
  }
}

/** Where a bus is; nowhere in a file without positions, a fault where only this one is missing. */
function placeOf({ details, file, faults }: Laying, at: number): { readonly lon: number; readonly lat: number } {
  if (!details.places) return { lon: 0, lat: 0 }
  const place = details.places[at]
  if (place) return { lon: place.lon, lat: place.lat }
  faults.push({ path: details.busPaths[at] ?? file, code: 'network.placeMissing' })
  return { lon: 0, lat: 0 }
}

function addLoads(laying: Laying): void {
  const { flowCase, details } = laying
  for (const [at, bus] of flowCase.buses.entries()) {
    const kw = (bus.loadMw + (bus.currentLoadMw ?? 0)) * 1000
    if (kw > 0 && isOfNetwork(laying, bus))
      addStation(laying, at, `${bus.name} load`, kw, undefined, details.busPaths[at])
  }
}

/** Transformers to low voltage, with the load that goes through them. */
function addTransformers(laying: Laying): void {
  for (const [at, branch] of laying.flowCase.branches.entries()) {
    const sides = sidesOf(laying, branch)
    if (!sides || kvOf(laying, sides.low) >= lowestKv) continue
    const flow = laying.flowOf.get(branch.name)
    const ratedA = sides.high === branch.from ? branch.ratedFromA : branch.ratedToA
    const kva = ratedA === undefined ? undefined : ratedA * Math.sqrt(3) * kvOf(laying, sides.high)
    const kw = Math.max(flow?.fromKw ?? 0, flow?.toKw ?? 0)
    addStation(laying, sides.high, branch.name, kw, kva, laying.details.branchPaths[at])
  }
}

function addStation(
  laying: Laying,
  bus: number,
  name: string,
  kw: number,
  kva: number | undefined,
  path: string | undefined,
): void {
  const { sheets, feederOfBus, flowCase } = laying
  const point = flowCase.buses[bus]
  const feeder = feederOfBus.get(bus)
  const row = feeder === undefined ? undefined : sheets.feeders[feeder]
  if (!point) return
  if (row && feeder !== undefined) sheets.feeders[feeder] = { ...row, users: row.users + 1 }
  sheets.distributionTransformers.push({
    name,
    point: point.name,
    kva: kva ?? Math.max(30, kw * ratingOverLoad),
    highKv: point.kv,
    lowKv: 0.4,
    public: false,
    historicMaxKw: kw,
    phaseAMaxA: undefined,
    phaseBMaxA: undefined,
    phaseCMaxA: undefined,
    zone: undefined,
    path: path ?? laying.file,
  })
}
