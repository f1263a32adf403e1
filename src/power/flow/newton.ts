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
  for (let iterations = 0; ; iterations++) {
    const mismatchPu = linearise(compiled, matrix, voltages, jacobian, rhs)
    if (mismatchPu <= options.tolerancePu) return { ...end, converged: true, iterations, mismatchPu }
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
  voltages: Voltages,
  jacobian: BlockMatrix,
  rhs: Float64Array,
): number {
  const { values } = jacobian
  let largest = 0
  for (let node = 0; node < compiled.nodeCount; node++) {
    const type = compiled.kind[node] as number
    if (type === nodeKind.slack || type === nodeKind.dead) {
      values.fill(0, 4 * (matrix.start[node] as number), 4 * (matrix.start[node + 1] as number))
      put(values, matrix.start[node] as number, 1, 0, 0, 1)
      rhs[2 * node] = 0
      rhs[2 * node + 1] = 0
      continue
    }
    const [p, q] = fillFarBlocks(matrix, voltages, node, values, type === nodeKind.voltage)
    const missing = fillOwnBlock(compiled, matrix, voltages.magnitude[node] as number, node, [p, q], values, rhs)
    if (!(missing < Number.POSITIVE_INFINITY)) return Number.NaN
    largest = Math.max(largest, missing)
  }
  return largest
}

/** Blocks towards the neighbours, ∂P/∂θ, V∂P/∂V; ∂Q/∂θ, V∂Q/∂V; answers the power that flows to them. */
function fillFarBlocks(
  matrix: NodeMatrix,
  { magnitude, angleRad }: Voltages,
  node: number,
  values: Float64Array,
  isVoltageHeld: boolean,
): [number, number] {
  let p = 0
  let q = 0
  for (let at = (matrix.start[node] as number) + 1; at < (matrix.start[node + 1] as number); at++) {
    const other = matrix.columns[at] as number
    const turn = (angleRad[node] as number) - (angleRad[other] as number)
    const product = (magnitude[node] as number) * (magnitude[other] as number)
    const cos = Math.cos(turn) * product
    const sin = Math.sin(turn) * product
    const flowP = (matrix.g[at] as number) * cos + (matrix.b[at] as number) * sin
    const flowQ = (matrix.g[at] as number) * sin - (matrix.b[at] as number) * cos
    p += flowP
    q += flowQ
    put(values, at, flowQ, flowP, isVoltageHeld ? 0 : -flowP, isVoltageHeld ? 0 : flowQ)
  }
  return [p, q]
}

/** The diagonal block and the right-hand side; answers the node's mismatch. A held voltage leaves ΔV = 0 in its second row. */
function fillOwnBlock(
  compiled: CompiledCase,
  matrix: NodeMatrix,
  v: number,
  node: number,
  [p, q]: readonly [number, number],
  values: Float64Array,
  rhs: Float64Array,
): number {
  const first = matrix.start[node] as number
  const ownP = (matrix.g[first] as number) * v * v
  const ownQ = -(matrix.b[first] as number) * v * v
  const currentP = (compiled.currentP[node] as number) * v
  const currentQ = (compiled.currentQ[node] as number) * v
  const missingP = -(compiled.loadP[node] as number) - currentP - (p + ownP)
  const missingQ = -(compiled.loadQ[node] as number) - currentQ - (q + ownQ)
  const isHeld = compiled.kind[node] === nodeKind.voltage
  put(values, first, -q, p + 2 * ownP + currentP, isHeld ? 0 : p, isHeld ? 1 : q + 2 * ownQ + currentQ)
  rhs[2 * node] = missingP
  rhs[2 * node + 1] = isHeld ? 0 : missingQ
  return isHeld ? Math.abs(missingP) : Math.max(Math.abs(missingP), Math.abs(missingQ))
}

function put(values: Float64Array, at: number, a: number, b: number, c: number, d: number): void {
  values[4 * at] = a
  values[4 * at + 1] = b
  values[4 * at + 2] = c
  values[4 * at + 3] = d
}
