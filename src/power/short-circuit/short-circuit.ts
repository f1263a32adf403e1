import { type BlockMatrix, createBlockSolver } from '../flow/block-elimination.ts'
import { orderElimination } from '../flow/elimination-order.ts'
import { buildPositive, buildZero, getVoltageFactor, type SequenceNetwork } from './sequence-networks.ts'
import type { ShortCircuitCase, ShortCircuitOptions } from './short-circuit-case.ts'

export interface ShortCircuitResult {
  readonly bus: string
  /** Initial symmetrical three-phase current I″k3, kA. */
  readonly threePhaseKa: number
  /** I″k2 = √3/2 · I″k3, with equal positive and negative impedances. */
  readonly twoPhaseKa: number
  /** I″k1; null where zero-sequence data are missing or no earthed neutral feeds it. */
  readonly lineToEarthKa: number | null
  /** Peak current of the three-phase short circuit, kA. */
  readonly peakKa: number
  readonly kappa: number
  readonly threePhaseMva: number
  /** Impedance at the fault, positive sequence, ohm at the bus's voltage. */
  readonly rOhm: number
  readonly xOhm: number
}

/** Impedances above this, per unit of 1 MVA, mean that nothing feeds the fault. */
const openPu = 1e5

/**
 * Short-circuit currents by IEC 60909-0 with the equivalent voltage source at the fault: c·Un/√3 over the network's
 * impedance seen from there, loads and line charging left out, far from generators. κ = 1.02 + 0.98·e^(−3R/X); the
 * factor 1.15 for meshed networks of uneven R/X is not applied.
 */
export function getShortCircuits(
  source: ShortCircuitCase,
  at: readonly number[],
  options: ShortCircuitOptions,
): ShortCircuitResult[] {
  const positive = createImpedanceFinder(source.buses.length, buildPositive(source, options))
  const zero = createImpedanceFinder(source.buses.length, buildZero(source, options))
  return at.map((bus) => {
    const { name, kv } = source.buses[bus] ?? { name: '', kv: Number.NaN }
    const z1 = positive(bus)
    const z0 = zero(bus)
    const c = getVoltageFactor(kv, options)
    const size = Math.hypot(z1.r, z1.x)
    const isFed = size < openPu
    const threePhaseKa = isFed ? c / (Math.sqrt(3) * kv * size) : 0
    const earth = Math.hypot(2 * z1.r + z0.r, 2 * z1.x + z0.x)
    const kappa = isFed ? getKappa(z1.r / z1.x) : Number.NaN
    return {
      bus: name,
      threePhaseKa,
      twoPhaseKa: (Math.sqrt(3) / 2) * threePhaseKa,
      lineToEarthKa: isFed && earth < openPu ? (Math.sqrt(3) * c) / (kv * earth) : null,
      peakKa: isFed ? kappa * Math.SQRT2 * threePhaseKa : 0,
      kappa,
      threePhaseMva: Math.sqrt(3) * kv * threePhaseKa,
      rOhm: z1.r * kv ** 2,
      xOhm: z1.x * kv ** 2,
    }
  })
}

/** Peak factor by IEC 60909-0, 8.1. */
export const getKappa = (rOverX: number): number => 1.02 + 0.98 * Math.exp(-3 * rOverX)

/**
 * Thermal equivalent current over `seconds`, kA: I_th = I″k·√(m + n) with n = 1, far from generators
 * (IEC 60909-0, clause 12). The heat of the decaying direct component is m = (e^(4fT·ln(κ−1)) − 1) / (2fT·ln(κ−1)).
 */
export function getThermalKa(initialKa: number, kappa: number, seconds: number, frequencyHz: number): number {
  const product = frequencyHz * seconds * Math.log(kappa - 1)
  const m = (Math.exp(4 * product) - 1) / (2 * product)
  return initialKa * Math.sqrt(m + 1)
}

interface Impedance {
  readonly r: number
  readonly x: number
}

/** Driving-point impedance of any bus: one solution of Y·v = 1 at the bus. */
function createImpedanceFinder(busCount: number, network: SequenceNetwork): (bus: number) => Impedance {
  const rows = collectRows(busCount, network)
  const matrix = toBlocks(rows)
  const solver = createBlockSolver(
    orderElimination(rows.map((row, at) => new Set([...row.keys()].filter((bus) => bus !== at)))),
  )
  return (bus) => {
    const rhs = new Float64Array(2 * busCount)
    rhs[2 * bus] = 1
    if (!solver.solve(matrix, rhs)) return { r: Number.POSITIVE_INFINITY, x: Number.POSITIVE_INFINITY }
    return { r: rhs[2 * bus] as number, x: rhs[2 * bus + 1] as number }
  }
}

function collectRows(busCount: number, { shunts, series }: SequenceNetwork): Map<number, Impedance>[] {
  // A trace to earth at each bus keeps parts that nothing feeds from making the whole unsolvable.
  const rows = Array.from({ length: busCount }, (_, bus) => new Map<number, Impedance>([[bus, { r: 1e-9, x: 0 }]]))
  const add = (row: number, column: number, g: number, b: number) => {
    const before = rows[row]?.get(column) ?? { r: 0, x: 0 }
    rows[row]?.set(column, { r: before.r + g, x: before.x + b })
  }
  for (const { bus, g, b } of shunts) add(bus, bus, g, b)
  for (const { from, to, r, x, ratio } of series) {
    const g = r / (r * r + x * x)
    const b = -x / (r * r + x * x)
    add(from, from, g / ratio ** 2, b / ratio ** 2)
    add(from, to, -g / ratio, -b / ratio)
    add(to, from, -g / ratio, -b / ratio)
    add(to, to, g, b)
  }
  return rows
}

/** A complex number as the block [g −b; b g]. */
function toBlocks(rows: readonly ReadonlyMap<number, Impedance>[]): BlockMatrix {
  const start = new Int32Array(rows.length + 1)
  for (const [row, entries] of rows.entries()) start[row + 1] = (start[row] as number) + entries.size
  const columns = new Int32Array(start[rows.length] as number)
  const values = new Float64Array(4 * columns.length)
  let at = 0
  for (const entries of rows) {
    for (const [column, { r, x }] of entries) {
      columns[at] = column
      values.set([r, -x, x, r], 4 * at++)
    }
  }
  return { start, columns, values }
}
