import type { FlowBranch } from '../../flow/flow-case.ts'
import { isSameKv } from '../../network/read-section.ts'
import type { Laying } from './laying.ts'

/** Length that carries a line's whole impedance where the format has no lengths and nothing is drawn, m. */
const lengthUnknownM = 1000

/** Where one can go from a bus without impedance or over a line. */
interface Way {
  readonly to: number
  /** Number of the branch; undefined: a closed switch. */
  readonly line: number | undefined
}

/**
 * Adds switches, sections and feeders: walks out of each bus section over closed switches and lines; each line that
 * leaves what no feeder has reached yet begins one. Lines that nothing reaches stay, so that the island is named.
 */
export function growFeeders(laying: Laying): void {
  addSwitches(laying)
  const used = walkOut(laying, listWays(laying))
  for (const [at, branch] of laying.flowCase.branches.entries())
    if (!used.has(at) && isLine(laying, branch)) addLineLeft(laying, at, branch)
}

/** The lines that were walked over. */
function walkOut(laying: Laying, ways: ReadonlyMap<number, readonly Way[]>): ReadonlySet<number> {
  const used = new Set<number>()
  const seen = new Set<number>(laying.busSections)
  const queue = [...seen]
  for (let bus = queue.shift(); bus !== undefined; bus = queue.shift()) {
    for (const way of ways.get(bus) ?? []) {
      if (way.line !== undefined && used.has(way.line)) continue
      if (way.line !== undefined) used.add(way.line)
      const feeder = follow(laying, bus, way)
      if (seen.has(way.to)) continue
      if (feeder !== undefined) laying.feederOfBus.set(way.to, feeder)
      seen.add(way.to)
      queue.push(way.to)
    }
  }
  return used
}

/** The feeder that leads on; undefined over switches of a bus section, which belong to none. */
function follow(laying: Laying, bus: number, { to, line }: Way): number | undefined {
  const before = laying.feederOfBus.get(bus)
  if (line === undefined) return before
  const feeder = before ?? beginFeeder(laying, bus, line)
  addSection(laying, line, feeder, bus, to)
  return feeder
}

function isLine({ flowCase, sheets }: Laying, { from, to }: FlowBranch): boolean {
  const [a, b] = [flowCase.buses[from], flowCase.buses[to]]
  const isKnown = (name: string) =>
    sheets.busSections.some((row) => row.name === name) || sheets.ringMainUnits.some((row) => row.name === name)
  return a !== undefined && b !== undefined && isSameKv(a.kv, b.kv) && isKnown(a.name) && isKnown(b.name)
}

const isClosed = ({ isFromClosed, isToClosed }: FlowBranch): boolean => isFromClosed && isToClosed

function listWays(laying: Laying): ReadonlyMap<number, readonly Way[]> {
  const { flowCase, details, faults } = laying
  const ways = new Map<number, Way[]>()
  const join = (from: number, to: number, line: number | undefined) => {
    ways.set(from, [...(ways.get(from) ?? []), { to, line }])
    ways.set(to, [...(ways.get(to) ?? []), { to: from, line }])
  }
  for (const { from, to, isClosed: closed } of details.switches) if (closed) join(from, to, undefined)
  for (const [at, branch] of flowCase.branches.entries()) {
    if (!isLine(laying, branch)) continue
    if (branch.ratio !== 1 || branch.shiftDegree !== 0)
      faults.push({ path: details.branchPaths[at] ?? laying.file, code: 'network.transformerInLine' })
    if (isClosed(branch)) join(branch.from, branch.to, at)
  }
  return ways
}

function addSwitches({ flowCase, details, sheets }: Laying): void {
  const known = new Set([...sheets.busSections, ...sheets.ringMainUnits].map(({ name }) => name))
  const names = new Map<string, number>()
  for (const { name, from, to, kind, isClosed: closed, path } of details.switches) {
    const ends = [flowCase.buses[from]?.name ?? '', flowCase.buses[to]?.name ?? ''] as const
    if (!known.has(ends[0]) || !known.has(ends[1])) continue
    const times = (names.get(name) ?? 0) + 1
    names.set(name, times)
    sheets.switches.push({
      name: times === 1 ? name : `${name} #${times}`,
      from: ends[0],
      to: ends[1],
      kind,
      closed,
      path,
    })
  }
}

const nameOf = ({ flowCase }: Laying, bus: number): string => flowCase.buses[bus]?.name ?? ''

function beginFeeder(laying: Laying, bus: number, line: number): number {
  const { flowCase, sheets, details, busSections } = laying
  const branch = flowCase.branches[line]
  const flow = laying.flowOf.get(branch?.name ?? '')
  const section = busSections.has(bus) ? bus : findSection(laying, bus)
  sheets.feeders.push({
    name: `Feeder ${branch?.name ?? ''}`,
    busSection: nameOf(laying, section),
    kv: flowCase.buses[bus]?.kv ?? 0,
    ratedA: branch?.ratedFromA ?? 0,
    historicMaxA: Math.max(flow?.fromA ?? 0, flow?.toA ?? 0),
    users: 0,
    promisedKva: 0,
    path: details.branchPaths[line] ?? laying.file,
  })
  return sheets.feeders.length - 1
}

/** The bus section that a bus hangs on over closed switches alone. */
function findSection({ details, busSections }: Laying, bus: number): number {
  const seen = new Set([bus])
  const queue = [bus]
  for (let at = queue.shift(); at !== undefined; at = queue.shift()) {
    if (busSections.has(at)) return at
    for (const { from, to, isClosed: closed } of details.switches) {
      if (!closed || (from !== at && to !== at)) continue
      const other = from === at ? to : from
      if (!seen.has(other)) queue.push(other)
      seen.add(other)
    }
  }
  return bus
}

/**
 * A line out of service: fed from its first end and open at the other. One that is closed and that nothing feeds stays
 * as it is, under a feeder of its own, and its buses are named as islands.
 */
function addLineLeft(laying: Laying, at: number, branch: FlowBranch): void {
  const { feederOfBus, busSections } = laying
  if (isClosed(branch)) {
    addSection(laying, at, beginFeeder(laying, branch.from, at), branch.from, branch.to)
    return
  }
  const isFed = (bus: number) => feederOfBus.has(bus) || busSections.has(bus)
  const [start, far] = isFed(branch.from) || !isFed(branch.to) ? [branch.from, branch.to] : [branch.to, branch.from]
  const feeder = feederOfBus.get(start) ?? beginFeeder(laying, start, at)
  addSection(laying, at, feeder, start, far, addOpenEnd(laying, at, branch, far))
}

/** The open end of a line: a joint at the far bus, with an open switch between; the name of the joint. */
function addOpenEnd(laying: Laying, at: number, branch: FlowBranch, far: number): string {
  const { flowCase, details, sheets } = laying
  const path = details.branchPaths[at] ?? laying.file
  const name = `${branch.name} open end`
  const { lon, lat } = details.places?.[far] ?? { lon: 0, lat: 0 }
  sheets.ringMainUnits.push({ name, kind: 'joint', kv: flowCase.buses[far]?.kv ?? 0, spareBays: 0, path, lon, lat })
  const switched = { from: name, to: nameOf(laying, far), kind: 'load-break', closed: false } as const
  sheets.switches.push({ name: `${name} switch`, ...switched, path })
  return name
}

function addSection(laying: Laying, at: number, feeder: number, from: number, to: number, toName?: string): void {
  const { flowCase, details, sheets, faults, file } = laying
  const branch = flowCase.branches[at]
  if (!branch) return
  const path = details.branchPaths[at] ?? file
  const lengthM = details.lengthsM ? details.lengthsM[at] : lengthUnknownM
  if (lengthM === undefined || lengthM <= 0) faults.push({ path: `${path}.length`, code: 'network.lengthMissing' })
  if (branch.ratedFromA === undefined)
    faults.push({ path: `${path}.${details.ratingField}`, code: 'network.ratingMissing' })
  const km = Math.max(lengthM ?? lengthUnknownM, 1e-3) / 1000
  const baseOhm = (flowCase.buses[from]?.kv ?? 0) ** 2 / flowCase.baseMva
  sheets.sections.push({
    name: branch.name,
    feeder: sheets.feeders[feeder]?.name ?? '',
    from: nameOf(laying, from),
    to: toName ?? nameOf(laying, to),
    laying: 'overhead',
    model: undefined,
    lengthM: km * 1000,
    rOhmPerKm: (branch.rPu * baseOhm) / km,
    xOhmPerKm: (branch.xPu * baseOhm) / km,
    ratedA: branch.ratedFromA,
    cNfPerKm: Math.max(0, ((branch.bFromPu + branch.bToPu) / baseOhm / (2 * Math.PI * 50) / km) * 1e9),
    path,
  })
}
