import { accept, type Fault, type Result, refuse } from '#kernel'
import type { FlowBranch, FlowBus, FlowCase, FlowLink } from '../../flow/flow-case.ts'
import { type BusDemand, busTables, noDemand } from './demand.ts'
import { type FrameRow, readFrame } from './frames.ts'
import { readTransformer } from './transformers.ts'

/** Elements of pandapower that this reader does not know; one in service is a fault rather than a wrong answer. */
const notSupported = ['trafo3w', 'impedance', 'xward', 'dcline', 'motor', 'svc', 'tcsc', 'ssc', 'vsc', 'b2b_vsc']

interface Net {
  readonly file: string
  readonly tables: Readonly<Record<string, unknown>>
  readonly baseMva: number
  readonly frequencyHz: number
  readonly busRows: readonly FrameRow[]
  readonly placeOf: ReadonlyMap<number, number>
  readonly faults: Fault[]
}

/**
 * Reads a pandapower net (JSON as `to_json` writes it, parsed): buses, lines, transformers with tap, vector group and
 * iron losses, loads with constant current and impedance shares, static and voltage-holding generators, storage,
 * shunts, wards, switches, external grids. Faults name table, index and column.
 */
export function readPandapower(file: string, content: Readonly<Record<string, unknown>>): Result<FlowCase> {
  const inner = content._object
  const tables = (typeof inner === 'object' && inner !== null ? inner : content) as Readonly<Record<string, unknown>>
  const busRows = readFrame(file, tables, 'bus')
  const net: Net = {
    file,
    tables,
    baseMva: typeof tables.sn_mva === 'number' ? tables.sn_mva : 1,
    frequencyHz: typeof tables.f_hz === 'number' ? tables.f_hz : 50,
    busRows,
    placeOf: new Map(busRows.map((row, at) => [row.index, at])),
    faults: [],
  }
  if (busRows.length === 0) net.faults.push({ path: `${file}:bus`, code: 'network.noBuses' })
  for (const table of notSupported) {
    for (const row of readFrame(file, tables, table)) {
      if (row.flag('in_service', true)) net.faults.push({ path: row.path, code: 'pandapower.elementNotSupported' })
    }
  }
  const buses = readBuses(net)
  const { links, openEnds, bridges } = readSwitches(net)
  const branches = [...readLines(net, openEnds), ...readTransformers(net, openEnds), ...bridges]
  if (!buses.some((bus) => bus.kind === 'slack' && bus.isInService))
    net.faults.push({ path: `${file}:ext_grid`, code: 'network.noSource' })
  if (net.faults.length > 0) return refuse({ code: 'pandapower.faulty', faults: net.faults })
  const name = typeof tables.name === 'string' && tables.name !== '' ? tables.name : file
  return accept({ name, baseMva: net.baseMva, buses, branches, links })
}

function placeOf(net: Net, row: FrameRow, column: string): number | undefined {
  const index = row.needed(column, net.faults)
  const place = net.placeOf.get(index)
  if (place === undefined && Number.isFinite(index)) {
    net.faults.push({ path: `${row.path}.${column}`, code: 'network.busUnknown', data: { found: index } })
  }
  return place
}

const kvAt = (net: Net, place: number): number => net.busRows[place]?.number('vn_kv', Number.NaN) ?? Number.NaN

function readBuses(net: Net): FlowBus[] {
  const demands: BusDemand[] = net.busRows.map(noDemand)
  for (const [table, add] of Object.entries(busTables)) {
    for (const row of readFrame(net.file, net.tables, table)) {
      if (!row.flag('in_service', true)) continue
      const place = placeOf(net, row, 'bus')
      const demand = demands[place ?? -1]
      if (place !== undefined && demand) add(row, demand, kvAt(net, place), net.faults)
    }
  }
  return net.busRows.map((row, at) => {
    const kv = row.needed('vn_kv', net.faults)
    if (kv <= 0) net.faults.push({ path: `${row.path}.vn_kv`, code: 'network.voltageNotPositive', data: { found: kv } })
    const demand = demands[at] ?? noDemand()
    return { name: row.text('name') ?? `bus ${row.index}`, kv, isInService: row.flag('in_service', true), ...demand }
  })
}

/** Ends that a switch holds open, as `l:index:bus` or `t:index:bus`. */
type OpenEnds = ReadonlySet<string>

function readSwitches(net: Net): { links: FlowLink[]; openEnds: OpenEnds; bridges: FlowBranch[] } {
  const links: FlowLink[] = []
  const bridges: FlowBranch[] = []
  const openEnds = new Set<string>()
  for (const row of readFrame(net.file, net.tables, 'switch')) {
    const from = placeOf(net, row, 'bus')
    const kind = row.text('et')
    const isClosed = row.flag('closed', true)
    if (kind !== 'b') {
      if (!isClosed) openEnds.add(`${kind}:${row.number('element', -1)}:${from}`)
      continue
    }
    const to = placeOf(net, row, 'element')
    if (!isClosed || from === undefined || to === undefined) continue
    const ohm = row.number('z_ohm', 0)
    if (ohm === 0) links.push({ from, to })
    else bridges.push(bridge(row, from, to, (ohm * net.baseMva) / kvAt(net, from) ** 2))
  }
  return { links, openEnds, bridges }
}

const bridge = (row: FrameRow, from: number, to: number, rPu: number): FlowBranch => ({
  name: row.text('name') ?? `switch ${row.index}`,
  from,
  to,
  rPu,
  xPu: 0,
  gFromPu: 0,
  bFromPu: 0,
  gToPu: 0,
  bToPu: 0,
  ratio: 1,
  shiftDegree: 0,
  isFromClosed: true,
  isToClosed: true,
})

function readLines(net: Net, openEnds: OpenEnds): FlowBranch[] {
  return readFrame(net.file, net.tables, 'line').flatMap((row) => {
    const [from, to] = [placeOf(net, row, 'from_bus'), placeOf(net, row, 'to_bus')]
    if (from === undefined || to === undefined) return []
    const parallel = row.number('parallel', 1)
    const lengthKm = row.needed('length_km', net.faults)
    const baseOhm = kvAt(net, from) ** 2 / net.baseMva
    const perUnit = (column: string) => (row.needed(column, net.faults) * lengthKm) / parallel / baseOhm
    const [rPu, xPu] = [perUnit('r_ohm_per_km'), perUnit('x_ohm_per_km')]
    if (rPu === 0 && xPu === 0) net.faults.push({ path: `${row.path}.x_ohm_per_km`, code: 'network.impedanceZero' })
    const farad = row.number('c_nf_per_km', 0) * 1e-9 * lengthKm * parallel
    const b = (2 * Math.PI * net.frequencyHz * farad * baseOhm) / 2
    const g = (row.number('g_us_per_km', 0) * 1e-6 * lengthKm * parallel * baseOhm) / 2
    const ratedA = row.number('max_i_ka', Number.NaN) * 1000 * row.number('df', 1) * parallel
    const isInService = row.flag('in_service', true)
    return {
      name: row.text('name') ?? `line ${row.index}`,
      from,
      to,
      rPu,
      xPu,
      gFromPu: g,
      bFromPu: b,
      gToPu: g,
      bToPu: b,
      ratio: 1,
      shiftDegree: 0,
      isFromClosed: isInService && !openEnds.has(`l:${row.index}:${from}`),
      isToClosed: isInService && !openEnds.has(`l:${row.index}:${to}`),
      ...(ratedA > 0 && { ratedFromA: ratedA, ratedToA: ratedA }),
    }
  })
}

function readTransformers(net: Net, openEnds: OpenEnds): FlowBranch[] {
  return readFrame(net.file, net.tables, 'trafo').flatMap((row) => {
    const [from, to] = [placeOf(net, row, 'hv_bus'), placeOf(net, row, 'lv_bus')]
    if (from === undefined || to === undefined) return []
    const isInService = row.flag('in_service', true)
    const ends = {
      from,
      to,
      fromKv: kvAt(net, from),
      toKv: kvAt(net, to),
      isFromClosed: isInService && !openEnds.has(`t:${row.index}:${from}`),
      isToClosed: isInService && !openEnds.has(`t:${row.index}:${to}`),
    }
    return readTransformer(row, ends, net.baseMva, net.faults)
  })
}
