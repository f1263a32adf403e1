import type { CompiledCase } from './compile.ts'

/**
 * Full result of a power flow, per unit of the case's base. Node arrays by node, edge arrays by edge of the compiled
 * case. Powers flow into the branch at each end; node powers are injected into the network.
 */
export interface FlowSolution {
  converged: boolean
  iterations: number
  /** Largest power mismatch of any node, pu; what the voltages found leave over. */
  mismatchPu: number
  readonly voltagePu: Float64Array
  readonly angleRad: Float64Array
  readonly injectedP: Float64Array
  readonly injectedQ: Float64Array
  readonly fromP: Float64Array
  readonly fromQ: Float64Array
  readonly toP: Float64Array
  readonly toQ: Float64Array
  readonly fromCurrentPu: Float64Array
  readonly toCurrentPu: Float64Array
  /** Current over rated current at the fuller end; NaN where no rating is known. */
  readonly loading: Float64Array
  lossP: number
  lossQ: number
  minVoltagePu: number
  minVoltageNode: number
}

export function createSolution(compiled: CompiledCase): FlowSolution {
  const nodes = () => new Float64Array(compiled.nodeCount).fill(Number.NaN)
  const edges = () => new Float64Array(compiled.edgeCount)
  return {
    converged: false,
    iterations: 0,
    mismatchPu: Number.NaN,
    voltagePu: nodes(),
    angleRad: nodes(),
    injectedP: nodes(),
    injectedQ: nodes(),
    fromP: edges(),
    fromQ: edges(),
    toP: edges(),
    toQ: edges(),
    fromCurrentPu: edges(),
    toCurrentPu: edges(),
    loading: edges(),
    lossP: Number.NaN,
    lossQ: Number.NaN,
    minVoltagePu: Number.NaN,
    minVoltageNode: -1,
  }
}

/** 1 / rated current in per unit at each end of each edge; NaN where the rating or the voltage is not known. */
export function getInverseRatings(compiled: CompiledCase): { from: Float64Array; to: Float64Array } {
  const { source, branchOfEdge, edgeCount } = compiled
  const from = new Float64Array(edgeCount)
  const to = new Float64Array(edgeCount)
  const invert = (ratedA: number | undefined, kv: number | undefined): number =>
    ratedA && kv ? (source.baseMva * 1000) / (Math.sqrt(3) * kv * ratedA) : Number.NaN
  for (let edge = 0; edge < edgeCount; edge++) {
    const branch = source.branches[branchOfEdge[edge] as number]
    if (!branch) continue
    const near = invert(branch.ratedFromA, source.buses[branch.from]?.kv)
    const far = invert(branch.ratedToA, source.buses[branch.to]?.kv)
    // Where only one end's rating is known, the other end never decides.
    from[edge] = Number.isNaN(near) && !Number.isNaN(far) ? 0 : near
    to[edge] = Number.isNaN(far) && !Number.isNaN(near) ? 0 : far
  }
  return { from, to }
}

/** Adds what branches open at one end draw to the losses. */
export function addHalfOpenLoss(compiled: CompiledCase, solution: FlowSolution): void {
  for (const { node, g, b } of compiled.halfOpen) {
    const square = (solution.voltagePu[node] as number) ** 2
    solution.lossP += g * square
    solution.lossQ -= b * square
  }
}
