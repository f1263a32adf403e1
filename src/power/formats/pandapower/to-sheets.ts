import { accept, type Fault, type Result, refuse } from '#kernel'
import { type FlowReport, reportFlow } from '../../flow/report.ts'
import { solveFlow } from '../../flow/solve-flow.ts'
import { emptySheets, type NetworkSheets } from '../../network/sheets.ts'
import { type FrameRow, readFrame } from './frames.ts'
import { readPandapower } from './read-pandapower.ts'

/** What a pandapower net does not say and a network for drafting needs. */
export interface NetAssumptions {
  /** Spare bays of each medium-voltage place and of each bus section. */
  readonly spareBays: number
  readonly busSectionBays: number
}

/** Rating over maximum load taken for a transformer station of which only the load is known. */
const ratingOverLoad = 1.25

/**
 * Turns a pandapower net with coordinates into the sheets of a network: each transformer to medium voltage is a
 * substation with one bus section, each line that leaves it a feeder, each other bus a ring main unit, each load a
 * distribution transformer. Historic maxima are those of the net's own power flow. A line open at one end ends in a
 * joint with an open switch. Faults: buses without coordinates (`network.placeMissing`), and those of the reader.
 */
export function sheetsFromPandapower(
  file: string,
  content: Readonly<Record<string, unknown>>,
  assumptions: NetAssumptions,
): Result<NetworkSheets> {
  const flowCase = readPandapower(file, content)
  if (!flowCase.ok) return flowCase
  const report = reportFlow(solveFlow(flowCase.value))
  if (!report.converged) return refuse({ code: 'network.faulty', faults: [{ path: file, code: 'network.noSolution' }] })
  const tables = (content._object ?? content) as Readonly<Record<string, unknown>>
  const net = layNet(file, tables, report, assumptions)
  growFeeders(net)
  addLoads(net)
  return net.faults.length > 0 ? refuse({ code: 'network.faulty', faults: net.faults }) : accept(net.sheets)
}

interface Net {
  readonly file: string
  readonly sheets: ReturnType<typeof emptySheets>
  readonly faults: Fault[]
  readonly report: FlowReport
  readonly buses: ReadonlyMap<number, FrameRow>
  readonly lines: readonly FrameRow[]
  readonly loads: readonly FrameRow[]
  readonly grids: readonly FrameRow[]
  readonly openEnds: ReadonlySet<string>
  readonly busSections: ReadonlySet<number>
  readonly feederOfBus: Map<number, number>
}

function layNet(
  file: string,
  tables: Readonly<Record<string, unknown>>,
  report: FlowReport,
  { spareBays, busSectionBays }: NetAssumptions,
): Net {
  const read = (table: string) => readFrame(file, tables, table)
  const transformers = read('trafo')
  const busSections = new Set(transformers.map((row) => row.number('lv_bus', -1)))
  const highBuses = new Set(transformers.map((row) => row.number('hv_bus', -1)))
  const net: Net = {
    file,
    sheets: emptySheets(),
    faults: [],
    report,
    buses: new Map(read('bus').map((row) => [row.index, row])),
    lines: read('line').filter((row) => row.flag('in_service', true)),
    loads: read('load').filter((row) => row.flag('in_service', true)),
    grids: read('ext_grid'),
    openEnds: new Set(
      read('switch').flatMap((row) =>
        row.text('et') === 'l' && !row.flag('closed', true)
          ? [`${row.number('element', -1)}:${row.number('bus', -1)}`]
          : [],
      ),
    ),
    busSections,
    feederOfBus: new Map(),
  }
  for (const row of transformers) addSubstation(net, row, busSectionBays)
  for (const [index, row] of net.buses) {
    if (busSections.has(index) || highBuses.has(index)) continue
    net.sheets.ringMainUnits.push({
      name: nameOf(net, index),
      kind: 'ring-main-unit',
      kv: row.number('vn_kv', 0),
      spareBays,
      path: row.path,
      ...placeOf(net, row),
    })
  }
  return net
}

const nameOf = (net: Net, bus: number): string => `${net.buses.get(bus)?.text('name') ?? 'bus'} #${bus}`

function placeOf(net: Net, row: FrameRow): { lon: number; lat: number } {
  const geo = row.text('geo')
  const pair = geo === undefined ? undefined : /"coordinates":\s*\[\s*(-?[\d.eE+-]+)\s*,\s*(-?[\d.eE+-]+)/.exec(geo)
  const [lon, lat] = [Number(pair?.[1] ?? Number.NaN), Number(pair?.[2] ?? Number.NaN)]
  if (Number.isFinite(lon) && Number.isFinite(lat)) return { lon, lat }
  net.faults.push({ path: `${row.path}.geo`, code: 'network.placeMissing' })
  return { lon: 0, lat: 0 }
}

function addSubstation(net: Net, row: FrameRow, spareBays: number): void {
  const bus = row.number('lv_bus', -1)
  const low = net.buses.get(bus)
  const name = row.text('name') ?? `trafo ${row.index}`
  if (!low) return
  const found = net.report.branches.find((branch) => branch.branch === name)
  const historicMaxMva = Math.hypot(found?.fromKw ?? 0, found?.fromKvar ?? 0) / 1000
  const solved = net.report.buses.find((candidate) => candidate.bus === low.text('name'))
  net.sheets.substations.push({ name, highKv: row.number('vn_hv_kv', 110), path: row.path, ...placeOf(net, low) })
  net.sheets.busSections.push({
    name: nameOf(net, bus),
    substation: name,
    kv: low.number('vn_kv', 0),
    incomer: name,
    spareBays,
    setPu: solved?.voltagePu ?? undefined,
    ...getFaultPower(net, row),
    path: low.path,
  })
  net.sheets.mainTransformers.push({
    name,
    substation: name,
    busSection: nameOf(net, bus),
    ratedMva: row.number('sn_mva', 0),
    historicMaxMva,
    promisedKva: 0,
    path: row.path,
  })
}

/**
 * Fault power at the low side of a transformer, MVA: its own impedance behind the grid's; a grid of unknown fault power
 * counts as without impedance, which gives the largest current.
 */
function getFaultPower(net: Net, row: FrameRow): { shortCircuitMva: number; rOverX: number } {
  const percent = row.number('vk_percent', 10)
  const resistive = row.number('vkr_percent', 0)
  const grid = net.grids
    .find((found) => found.number('bus', -1) === row.number('hv_bus', -2))
    ?.number('s_sc_max_mva', Number.POSITIVE_INFINITY)
  const shortCircuitMva = 1 / (percent / 100 / row.number('sn_mva', 1) + 1 / (grid ?? Number.POSITIVE_INFINITY))
  return { shortCircuitMva, rOverX: resistive / Math.sqrt(Math.max(1e-9, percent ** 2 - resistive ** 2)) }
}

/** Walks out of each bus section over lines closed at both ends; each line that leaves it begins a feeder. */
function growFeeders(net: Net): void {
  const linesAt = new Map<number, FrameRow[]>()
  for (const line of net.lines) {
    for (const bus of [line.number('from_bus', -1), line.number('to_bus', -1)])
      linesAt.set(bus, [...(linesAt.get(bus) ?? []), line])
  }
  const used = new Set<number>()
  const queue = [...net.busSections]
  for (let bus = queue.shift(); bus !== undefined; bus = queue.shift()) {
    for (const line of linesAt.get(bus) ?? []) {
      if (used.has(line.index) || isOpenAt(net, line, bus)) continue
      used.add(line.index)
      const next = followLine(net, line, bus)
      if (next !== undefined) queue.push(next)
    }
  }
}

const isOpenAt = (net: Net, line: FrameRow, bus: number): boolean => net.openEnds.has(`${line.index}:${bus}`)

/** Adds the section a line makes; answers the bus it newly reaches. */
function followLine(net: Net, line: FrameRow, bus: number): number | undefined {
  const { sheets, feederOfBus } = net
  const other = line.number('from_bus', -1) === bus ? line.number('to_bus', -1) : line.number('from_bus', -1)
  const feeder = feederOfBus.get(bus) ?? beginFeeder(net, bus, line)
  const isOpen = isOpenAt(net, line, other)
  const end = isOpen ? addOpenEnd(net, line, other) : nameOf(net, other)
  addSection(net, line, sheets.feeders[feeder]?.name ?? '', nameOf(net, bus), end)
  if (isOpen || feederOfBus.has(other) || net.busSections.has(other)) return undefined
  feederOfBus.set(other, feeder)
  return other
}

function beginFeeder(net: Net, bus: number, line: FrameRow): number {
  const name = line.text('name') ?? `line ${line.index}`
  const found = net.report.branches.find((branch) => branch.branch === name)
  net.sheets.feeders.push({
    name: `Feeder ${name}`,
    busSection: nameOf(net, bus),
    kv: net.buses.get(bus)?.number('vn_kv', 0) ?? 0,
    ratedA: line.number('max_i_ka', 0) * 1000 * line.number('parallel', 1),
    historicMaxA: Math.max(found?.fromA ?? 0, found?.toA ?? 0),
    users: 0,
    promisedKva: 0,
    path: line.path,
  })
  return net.sheets.feeders.length - 1
}

function addOpenEnd(net: Net, line: FrameRow, bus: number): string {
  const row = net.buses.get(bus)
  const name = `${line.text('name') ?? 'line'} #${line.index} open end`
  if (!row) return name
  net.sheets.ringMainUnits.push({
    name,
    kind: 'joint',
    kv: row.number('vn_kv', 0),
    spareBays: 0,
    path: line.path,
    ...placeOf(net, row),
  })
  net.sheets.switches.push({
    name: `${name} switch`,
    from: name,
    to: nameOf(net, bus),
    kind: 'load-break',
    closed: false,
    path: line.path,
  })
  return name
}

function addSection(net: Net, line: FrameRow, feeder: string, from: string, to: string): void {
  const parallel = line.number('parallel', 1)
  net.sheets.sections.push({
    name: `${line.text('name') ?? 'line'} #${line.index}`,
    feeder,
    from,
    to,
    laying: line.text('type') === 'ol' ? 'overhead' : 'cable',
    model: undefined,
    lengthM: line.number('length_km', 0) * 1000,
    rOhmPerKm: line.number('r_ohm_per_km', 0) / parallel,
    xOhmPerKm: line.number('x_ohm_per_km', 0) / parallel,
    ratedA: line.number('max_i_ka', 0) * 1000 * parallel,
    cNfPerKm: line.number('c_nf_per_km', 0) * parallel,
    path: line.path,
  })
}

function addLoads(net: Net): void {
  for (const row of net.loads) {
    const bus = row.number('bus', -1)
    const feeder = net.feederOfBus.get(bus)
    const kw = row.number('p_mw', 0) * row.number('scaling', 1) * 1000
    const found = net.sheets.feeders[feeder ?? -1]
    if (!found || feeder === undefined) continue
    net.sheets.feeders[feeder] = { ...found, users: found.users + 1 }
    net.sheets.distributionTransformers.push({
      name: `${row.text('name') ?? 'load'} #${row.index}`,
      point: nameOf(net, bus),
      kva: Math.max(30, kw * ratingOverLoad),
      highKv: net.buses.get(bus)?.number('vn_kv', 0) ?? 0,
      lowKv: 0.4,
      public: false,
      historicMaxKw: kw,
      phaseAMaxA: undefined,
      phaseBMaxA: undefined,
      phaseCMaxA: undefined,
      zone: undefined,
      path: row.path,
    })
  }
}
