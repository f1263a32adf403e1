import { accept, type Fault, type Result, refuse } from '#kernel'
import type { FlowBranch, FlowBus, FlowCase, FlowLink } from '../../flow/flow-case.ts'
import { splitShunt } from '../transformer-model.ts'

type Item = Readonly<Record<string, unknown>>

const baseMva = 1
const frequencyHz = 50
const notSupported = ['three_winding_transformer', 'asym_line']

interface Model {
  readonly file: string
  readonly data: Readonly<Record<string, unknown>>
  readonly placeOf: ReadonlyMap<number, number>
  readonly kv: readonly number[]
  readonly faults: Fault[]
}

/**
 * Reads a power-grid-model input (JSON, parsed) for balanced flow: nodes, lines, links, transformers, sources with
 * their own impedance, shunts, symmetric and per-phase loads and generators. Names are the file's ids.
 */
export function readPowerGridModel(file: string, content: Readonly<Record<string, unknown>>): Result<FlowCase> {
  const data = (content.data ?? {}) as Readonly<Record<string, unknown>>
  const nodes = listItems(data, 'node')
  const faults: Fault[] = []
  const kv = nodes.map((node) => (getNumber(node, 'u_rated') ?? Number.NaN) / 1000)
  for (const [at, value] of kv.entries()) {
    if (!(value > 0))
      faults.push({ path: `${file}:node[${at}].u_rated`, code: 'network.voltageNotPositive', data: { found: value } })
  }
  for (const kind of notSupported) {
    if (listItems(data, kind).length > 0)
      faults.push({ path: `${file}:${kind}`, code: 'powerGridModel.elementNotSupported' })
  }
  const model = { file, data, placeOf: new Map(nodes.map((node, at) => [node.id as number, at])), kv, faults }
  const buses: FlowBus[] = nodes.map((node, at) => plainBus(String(node.id), kv[at] ?? 0))
  addAppliances(model, buses)
  const branches = [...readLines(model), ...readTransformers(model), ...readSources(model, buses)]
  const links: FlowLink[] = listItems(data, 'link').flatMap((item, at) => {
    const ends = readEnds(model, item, `link[${at}]`)
    return ends && isOn(item, 'from_status') && isOn(item, 'to_status') ? [{ from: ends.from, to: ends.to }] : []
  })
  if (!buses.some((bus) => bus.kind === 'slack')) faults.push({ path: `${file}:source`, code: 'network.noSource' })
  if (faults.length > 0) return refuse({ code: 'powerGridModel.faulty', faults })
  return accept({ name: file, baseMva, buses, branches, links })
}

/** Items of a kind; what is not an object stands as an empty one, so that its place in the list is kept for faults. */
const listItems = (data: Readonly<Record<string, unknown>>, kind: string): readonly Item[] => {
  const found = data[kind]
  if (!Array.isArray(found)) return []
  return (found as unknown[]).map((item) => (typeof item === 'object' && item !== null ? (item as Item) : {}))
}

const getNumber = (item: Item, field: string): number | undefined => {
  const value = item[field]
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

const isOn = (item: Item, field: string): boolean => (getNumber(item, field) ?? 1) === 1

const plainBus = (name: string, kv: number): FlowBus => ({
  name,
  kv,
  kind: 'load',
  isInService: true,
  loadMw: 0,
  loadMvar: 0,
  shuntMw: 0,
  shuntMvar: 0,
  setPu: 1,
  setDegree: 0,
})

function needed(model: Model, item: Item, path: string, field: string): number {
  const value = getNumber(item, field)
  if (value === undefined)
    model.faults.push({
      path: `${model.file}:${path}.${field}`,
      code: 'network.notANumber',
      data: { found: item[field] ?? null },
    })
  return value ?? Number.NaN
}

function readEnds(model: Model, item: Item, path: string): { from: number; to: number } | undefined {
  const find = (field: string) => {
    const place = model.placeOf.get(getNumber(item, field) ?? Number.NaN)
    if (place === undefined)
      model.faults.push({
        path: `${model.file}:${path}.${field}`,
        code: 'network.busUnknown',
        data: { found: item[field] ?? null },
      })
    return place
  }
  const [from, to] = [find('from_node'), find('to_node')]
  return from === undefined || to === undefined ? undefined : { from, to }
}

/** Sum of a specified power, W or var: one number, or one per phase; missing phases count nothing. */
function sumPhases(value: unknown): number {
  if (typeof value === 'number') return value
  if (Array.isArray(value))
    return value.reduce((sum: number, phase: unknown) => sum + (typeof phase === 'number' ? phase : 0), 0)
  return 0
}

function addAppliances(model: Model, buses: FlowBus[]): void {
  for (const [kind, sign] of [
    ['sym_load', 1],
    ['asym_load', 1],
    ['sym_gen', -1],
    ['asym_gen', -1],
    ['shunt', 1],
  ] as const) {
    for (const [at, item] of listItems(model.data, kind).entries()) {
      if (!isOn(item, 'status')) continue
      const place = model.placeOf.get(getNumber(item, 'node') ?? Number.NaN) ?? -1
      const bus = buses[place]
      if (!bus) {
        model.faults.push({
          path: `${model.file}:${kind}[${at}].node`,
          code: 'network.busUnknown',
          data: { found: item.node ?? null },
        })
        continue
      }
      buses[place] = kind === 'shunt' ? withShunt(bus, item) : withPower(bus, item, sign)
    }
  }
}

function withShunt(bus: FlowBus, item: Item): FlowBus {
  const square = bus.kv ** 2
  return {
    ...bus,
    shuntMw: bus.shuntMw + (getNumber(item, 'g1') ?? 0) * square,
    shuntMvar: bus.shuntMvar - (getNumber(item, 'b1') ?? 0) * square,
  }
}

function withPower(bus: FlowBus, item: Item, sign: number): FlowBus {
  const mw = (sign * sumPhases(item.p_specified)) / 1e6
  const mvar = (sign * sumPhases(item.q_specified)) / 1e6
  const type = getNumber(item, 'type') ?? 0
  if (type === 1) return { ...bus, shuntMw: bus.shuntMw + mw, shuntMvar: bus.shuntMvar + mvar }
  if (type === 2)
    return { ...bus, currentLoadMw: (bus.currentLoadMw ?? 0) + mw, currentLoadMvar: (bus.currentLoadMvar ?? 0) + mvar }
  return { ...bus, loadMw: bus.loadMw + mw, loadMvar: bus.loadMvar + mvar }
}

function readLines(model: Model): FlowBranch[] {
  return listItems(model.data, 'line').flatMap((item, at) => {
    const path = `line[${at}]`
    const ends = readEnds(model, item, path)
    if (!ends) return []
    const baseOhm = (model.kv[ends.from] ?? Number.NaN) ** 2 / baseMva
    const b = 2 * Math.PI * frequencyHz * (getNumber(item, 'c1') ?? 0) * baseOhm
    const ratedA = getNumber(item, 'i_n')
    return {
      name: String(item.id),
      ...ends,
      ...splitShunt(
        needed(model, item, path, 'r1') / baseOhm,
        needed(model, item, path, 'x1') / baseOhm,
        b * (getNumber(item, 'tan1') ?? 0),
        b,
      ),
      ratio: 1,
      shiftDegree: 0,
      isFromClosed: isOn(item, 'from_status'),
      isToClosed: isOn(item, 'to_status'),
      ...(ratedA !== undefined && { ratedFromA: ratedA, ratedToA: ratedA }),
    }
  })
}

function readTransformers(model: Model): FlowBranch[] {
  return listItems(model.data, 'transformer').flatMap((item, at) => {
    const path = `transformer[${at}]`
    const ends = readEnds(model, item, path)
    if (!ends) return []
    const [fromKv, toKv] = [model.kv[ends.from] ?? Number.NaN, model.kv[ends.to] ?? Number.NaN]
    const steps = (getNumber(item, 'tap_pos') ?? 0) - (getNumber(item, 'tap_nom') ?? 0)
    const direction = (getNumber(item, 'tap_max') ?? 0) >= (getNumber(item, 'tap_min') ?? 0) ? 1 : -1
    const added = (direction * steps * (getNumber(item, 'tap_size') ?? 0)) / 1000
    const isTapAtFrom = (getNumber(item, 'tap_side') ?? 0) === 0
    const u1 = needed(model, item, path, 'u1') / 1000 + (isTapAtFrom ? added : 0)
    const u2 = needed(model, item, path, 'u2') / 1000 + (isTapAtFrom ? 0 : added)
    const ratedMva = needed(model, item, path, 'sn') / 1e6
    const baseOhm = toKv ** 2 / baseMva
    const z = (needed(model, item, path, 'uk') * u2 ** 2) / ratedMva / baseOhm
    const r = ((needed(model, item, path, 'pk') / 1e6) * u2 ** 2) / ratedMva ** 2 / baseOhm
    const y = ((getNumber(item, 'i0') ?? 0) * ratedMva * baseOhm) / u2 ** 2
    const g = (((getNumber(item, 'p0') ?? 0) / 1e6) * baseOhm) / u2 ** 2
    const ratedA = (kv: number) => (ratedMva * 1000) / (Math.sqrt(3) * kv)
    return {
      name: String(item.id),
      ...ends,
      ...splitShunt(r, Math.sqrt(Math.max(0, z ** 2 - r ** 2)), g, -Math.sqrt(Math.max(0, y ** 2 - g ** 2))),
      ratio: (u1 / u2) * (toKv / fromKv),
      shiftDegree: (getNumber(item, 'clock') ?? 0) * 30,
      isFromClosed: isOn(item, 'from_status'),
      isToClosed: isOn(item, 'to_status'),
      ratedFromA: ratedA(fromKv),
      ratedToA: ratedA(toKv),
    }
  })
}

/** A source is an ideal voltage behind the impedance of its short-circuit power: a bus and a branch of its own. */
function readSources(model: Model, buses: FlowBus[]): FlowBranch[] {
  return listItems(model.data, 'source').flatMap((item, at) => {
    const to = model.placeOf.get(getNumber(item, 'node') ?? Number.NaN)
    if (to === undefined) {
      model.faults.push({
        path: `${model.file}:source[${at}].node`,
        code: 'network.busUnknown',
        data: { found: item.node ?? null },
      })
      return []
    }
    if (!isOn(item, 'status')) return []
    const z = (baseMva * 1e6) / (getNumber(item, 'sk') ?? 1e10)
    const ratio = getNumber(item, 'rx_ratio') ?? 0.1
    const xPu = z / Math.sqrt(1 + ratio ** 2)
    const setPu = needed(model, item, `source[${at}]`, 'u_ref')
    const setDegree = ((getNumber(item, 'u_ref_angle') ?? 0) * 180) / Math.PI
    buses.push({ ...plainBus(`source ${item.id}`, model.kv[to] ?? 0), kind: 'slack', setPu, setDegree })
    return {
      name: `source ${item.id}`,
      from: buses.length - 1,
      to,
      ...splitShunt(xPu * ratio, xPu, 0, 0),
      ratio: 1,
      shiftDegree: 0,
      isFromClosed: true,
      isToClosed: true,
    }
  })
}
