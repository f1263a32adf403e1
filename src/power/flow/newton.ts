import { buildNodeMatrix, type EdgeAdmittances, getEdgeAdmittances, type NodeMatrix } from './admittance.ts'
import { type BlockMatrix, createBlockSolver } from './block-elimination.ts'
import { type CompiledCase, nodeKind } from './compile.ts'
import { orderElimination } from './elimination-order.ts'
import type { FlowOptions } from './radial-solver.ts'

export interface Voltages {
  readonly magnitude: Float64Array
  readonly angleRad: Float64Array
}

export interface NewtonEnd {
  readonly converged: boolean
  readonly iterations: number
  readonly mismatchPu: number
  readonly voltages: Voltages
  readonly admittances: EdgeAdmittances
  readonly matrix: NodeMatrix
}

/**
 * Newton-Raphson in polar form (Tinney and Hart 1967) with 2 × 2 blocks per node and minimum-degree elimination, for
 * meshed networks and nodes that hold their voltage. Reactive limits of generators are not applied.
 */
export function solveNewton(compiled: CompiledCase, start: Voltages, options: FlowOptions): NewtonEnd {
  const admittances = getEdgeAdmittances(compiled)
  const matrix = buildNodeMatrix(compiled, admittances)
  const { nodeCount } = compiled
  const voltages = { magnitude: start.magnitude.slice(), angleRad: start.angleRad.slice() }
  const neighbours = Array.from({ length: nodeCount }, (_, row) => {
    return new Set(matrix.columns.subarray((matrix.start[row] as number) + 1, matrix.start[row + 1]))
  })
  const solver = createBlockSolver(orderElimination(neighbours))
  const jacobian: BlockMatrix = {
    start: matrix.start,
    columns: matrix.columns,
    values: new Float64Array(4 * matrix.columns.length),
  }
  const rhs = new Float64Array(2 * nodeCount)
  const end = { voltages, admittances, matrix }
  let best = Number.POSITIVE_INFINITY
  for (let iterations = 0; ; iterations++) {
    const mismatchPu = linearise(compiled, matrix, voltages, jacobian, rhs)
    if (mismatchPu <= options.tolerancePu) return { ...end, converged: true, iterations, mismatchPu }
    best = Math.min(best, mismatchPu)
    const isHopeless = !(mismatchPu < 1e6) || iterations >= Math.min(options.maxIterations, 40)
    if (isHopeless || !solver.solve(jacobian, rhs)) return { ...end, converged: false, iterations, mismatchPu }
    for (let node = 0; node < nodeCount; node++) {
      voltages.angleRad[node] = (voltages.angleRad[node] as number) + (rhs[2 * node] as number)
      voltages.magnitude[node] = (voltages.magnitude[node] as number) * (1 + (rhs[2 * node + 1] as number))
    }
  }
}

/** Fills Jacobian and right-hand side (Δθ, ΔV/V) at these voltages; answers the largest mismatch, pu. */
function linearise(
  compiled: CompiledCase,
  matrix: NodeMatrix,
  { magnitude, angleRad }: Voltages,
  jacobian: BlockMatrix,
  rhs: Float64Array,
): number {
  const { kind } = compiled
  const { values } = jacobian
  let largest = 0
  for (let node = 0; node < compiled.nodeCount; node++) {
    const first = matrix.start[node] as number
    const last = matrix.start[node + 1] as number
    const type = kind[node] as number
    const isFixed = type === nodeKind.slack || type === nodeKind.dead
    const v = magnitude[node] as number
    let p = 0
    let q = 0
    for (let at = first + 1; at < last; at++) {
      const other = matrix.columns[at] as number
      const turn = (angleRad[node] as number) - (angleRad[other] as number)
      const product = v * (magnitude[other] as number)
      const cos = Math.cos(turn) * product
      const sin = Math.sin(turn) * product
      const g = matrix.g[at] as number
      const b = matrix.b[at] as number
      const flowP = g * cos + b * sin
      const flowQ = g * sin - b * cos
      p += flowP
      q += flowQ
      // ∂P/∂θ, V∂P/∂V; ∂Q/∂θ, V∂Q/∂V of the far node
      put(
        values,
        at,
        isFixed ? 0 : flowQ,
        isFixed ? 0 : flowP,
        isFixed || type === nodeKind.voltage ? 0 : -flowP,
        isFixed || type === nodeKind.voltage ? 0 : flowQ,
      )
    }
    if (isFixed) {
      put(values, first, 1, 0, 0, 1)
      rhs[2 * node] = 0
      rhs[2 * node + 1] = 0
      continue
    }
    const square = v * v
    const ownP = (matrix.g[first] as number) * square
    const ownQ = -(matrix.b[first] as number) * square
    const currentP = (compiled.currentP[node] as number) * v
    const currentQ = (compiled.currentQ[node] as number) * v
    const missingP = -(compiled.loadP[node] as number) - currentP - (p + ownP)
    rhs[2 * node] = missingP
    largest = Math.max(largest, Math.abs(missingP))
    if (type === nodeKind.voltage) {
      put(values, first, -q, p + 2 * ownP + currentP, 0, 1)
      rhs[2 * node + 1] = 0
    } else {
      const missingQ = -(compiled.loadQ[node] as number) - currentQ - (q + ownQ)
      put(values, first, -q, p + 2 * ownP + currentP, p, q + 2 * ownQ + currentQ)
      rhs[2 * node + 1] = missingQ
      largest = Math.max(largest, Math.abs(missingQ))
    }
    if (!(Math.abs(missingP) < Number.POSITIVE_INFINITY)) return Number.NaN
  }
  return largest
}

function put(values: Float64Array, at: number, a: number, b: number, c: number, d: number): void {
  values[4 * at] = a
  values[4 * at + 1] = b
  values[4 * at + 2] = c
  values[4 * at + 3] = d
}
