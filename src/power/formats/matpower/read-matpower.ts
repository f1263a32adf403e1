import { accept, type Fault, type Result, refuse } from '#kernel'
import type { FlowBus, FlowCase } from '../../flow/flow-case.ts'
import { runCase } from './evaluator.ts'
import { tokenize } from './lexer.ts'
import { parseCase } from './parser.ts'
import { type ReadBranches, readBranches } from './read-branches.ts'
import { type Matrix, StatementFault, type Value } from './values.ts'

/** The tables of a case after its statements have run. */
interface CaseTables {
  readonly name: string
  readonly baseMva: number
  readonly bus: Matrix
  readonly gen: Matrix
  readonly branch: Matrix
}

/**
 * Reads a MATPOWER case (`.m`, version 1 or 2) and runs the statements in it. Faults, all at once where the tables can
 * be read: `matpower.*` with the line of a statement, or `bus[n].field`, `gen[n].field`, `branch[n].field` counted
 * from 1 as in the file. Branches without impedance become links; generators at load buses are negative demand.
 */
export function readMatpower(file: string, content: string): Result<FlowCase> {
  const read = readMatpowerCase(file, content)
  return read.ok ? accept(read.value.flowCase) : read
}

/** A case with the rows that its branches and links stand in, counted from 1. */
export interface MatpowerCase extends Pick<ReadBranches, 'branchRows' | 'linkRows'> {
  readonly flowCase: FlowCase
}

export function readMatpowerCase(file: string, content: string): Result<MatpowerCase> {
  const tables = readTables(file, content)
  if (!tables.ok) return tables
  const { name, baseMva, bus, gen, branch } = tables.value
  const faults: Fault[] = []
  const indexOf = indexBuses(file, bus, faults)
  const supply = sumGenerators(file, gen, indexOf, faults)
  const buses = rowsOf(bus).map((row, at) => readBus(`${file}:bus[${at + 1}]`, row, supply.get(at), faults))
  const { branches, links, ...rows } = readBranches(file, rowsOf(branch), { indexOf, buses }, faults)
  if (!buses.some((found) => found.kind === 'slack')) {
    const first = buses.findIndex((found) => found.kind === 'voltage')
    const chosen = buses[first]
    if (chosen) buses[first] = { ...chosen, kind: 'slack' }
    else faults.push({ path: `${file}:bus`, code: 'network.noSource' })
  }
  if (faults.length > 0) return refuse({ code: 'matpower.faulty', faults })
  return accept({ flowCase: { name, baseMva, buses, branches, links }, ...rows })
}

function readTables(file: string, content: string): Result<CaseTables> {
  try {
    const source = parseCase(tokenize(content))
    const variables = runCase(source)
    const output = variables.get(source.outputs[0] ?? 'mpc')
    const fields: ReadonlyMap<string, Value> = output?.kind === 'struct' ? output.fields : variables
    const faults: Fault[] = []
    const get = (name: string, columns: number): Matrix | undefined => {
      const found = fields.get(name)
      if (found?.kind === 'matrix' && (found.columns >= columns || found.rows === 0)) return found
      faults.push({ path: `${file}:${name}`, code: 'matpower.tableMissing', data: { columns } })
      return undefined
    }
    const [base, bus, gen, branch] = [get('baseMVA', 1), get('bus', 13), get('gen', 8), get('branch', 11)]
    if (!base || !bus || !gen || !branch) return refuse({ code: 'matpower.faulty', faults })
    const baseMva = base.data[0] ?? Number.NaN
    if (!(baseMva > 0))
      return refuse({ code: 'matpower.faulty', faults: [{ path: `${file}:baseMVA`, code: 'network.baseNotPositive' }] })
    return accept({ name: source.name || file, baseMva, bus, gen, branch })
  } catch (error) {
    if (!(error instanceof StatementFault)) throw error
    const fault = { path: `${file}:${error.line}`, code: error.code, data: error.data }
    return refuse({ code: 'matpower.faulty', faults: [fault] })
  }
}

function rowsOf({ rows, columns, data }: Matrix): Float64Array[] {
  return Array.from({ length: rows }, (_, row) => data.subarray(row * columns, (row + 1) * columns))
}

function indexBuses(file: string, bus: Matrix, faults: Fault[]): Map<number, number> {
  const indexOf = new Map<number, number>()
  for (const [at, row] of rowsOf(bus).entries()) {
    const number = row[0] as number
    if (indexOf.has(number))
      faults.push({ path: `${file}:bus[${at + 1}].BUS_I`, code: 'network.nameTwice', data: { found: number } })
    indexOf.set(number, at)
  }
  return indexOf
}

interface Supply {
  readonly mw: number
  readonly mvar: number
  readonly setPu: number
}

function sumGenerators(
  file: string,
  gen: Matrix,
  indexOf: ReadonlyMap<number, number>,
  faults: Fault[],
): Map<number, Supply> {
  const supply = new Map<number, Supply>()
  for (const [at, row] of rowsOf(gen).entries()) {
    const [number, mw = 0, mvar = 0, , , setPu = 1, , status = 1] = row
    const bus = indexOf.get(number as number)
    if (bus === undefined) {
      faults.push({ path: `${file}:gen[${at + 1}].GEN_BUS`, code: 'network.busUnknown', data: { found: number } })
    } else if (status > 0) {
      const before = supply.get(bus)
      // With several units at a bus MATPOWER holds the voltage of the last one.
      supply.set(bus, { mw: (before?.mw ?? 0) + mw, mvar: (before?.mvar ?? 0) + mvar, setPu })
    }
  }
  return supply
}

function checkBus(path: string, row: Float64Array, faults: Fault[]): void {
  const [, type, pd, qd, gs, bs, , vm, va, baseKv] = row
  for (const [field, value] of Object.entries({ PD: pd, QD: qd, GS: gs, BS: bs, VM: vm, VA: va, BASE_KV: baseKv })) {
    if (Number.isFinite(value)) continue
    faults.push({ path: `${path}.${field}`, code: 'network.notANumber', data: { found: String(value) } })
  }
  if (![1, 2, 3, 4].includes(type ?? 0))
    faults.push({ path: `${path}.BUS_TYPE`, code: 'network.kindUnknown', data: { found: type } })
}

function readBus(path: string, row: Float64Array, supply: Supply | undefined, faults: Fault[]): FlowBus {
  checkBus(path, row, faults)
  const [number, type, pd = 0, qd = 0, gs = 0, bs = 0, , vm = 1, va = 0, baseKv = 0] = row
  const kind = type === 3 ? 'slack' : type === 2 && supply ? 'voltage' : 'load'
  const isHeld = kind !== 'load'
  return {
    name: String(number),
    kv: baseKv,
    kind,
    isInService: type !== 4,
    loadMw: pd - (kind === 'slack' ? 0 : (supply?.mw ?? 0)),
    loadMvar: qd - (kind === 'load' ? (supply?.mvar ?? 0) : 0),
    shuntMw: gs,
    shuntMvar: -bs,
    setPu: isHeld && supply ? supply.setPu : vm,
    setDegree: va,
  }
}
