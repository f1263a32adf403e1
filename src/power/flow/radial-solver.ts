import type { CompiledCase } from './compile.ts'
import { planRadial } from './radial-plan.ts'
import { writeRadialResults } from './radial-results.ts'
import { createSolution, type FlowSolution } from './solution.ts'
import type { SpanningTree } from './spanning-tree.ts'
import { createSweepState, sweep } from './sweep.ts'

export interface RadialSolver {
  /**
   * Solves for a demand by node, pu (by default the case's own), and answers the same solution object each time,
   * overwritten: a batch of thousands allocates nothing.
   */
  solve(loadP?: Float64Array, loadQ?: Float64Array): FlowSolution
}

export interface FlowOptions {
  /** Largest power mismatch allowed at any node, pu. */
  readonly tolerancePu: number
  readonly maxIterations: number
}

export const defaultFlowOptions: FlowOptions = { tolerancePu: 1e-8, maxIterations: 100 }

export function createRadialSolver(
  compiled: CompiledCase,
  tree: SpanningTree,
  options = defaultFlowOptions,
): RadialSolver {
  const plan = planRadial(compiled, tree)
  const state = createSweepState(plan)
  const solution = createSolution(compiled)
  const { node, count } = tree
  // A voltage off by d leaves d times the place's own current over, so the largest demand sets the voltage tolerance.
  let largest = 1
  for (let place = 0; place < count; place++) {
    const at = node[place] as number
    const demand = Math.hypot(compiled.loadP[at] as number, compiled.loadQ[at] as number)
    const shunt = Math.hypot(plan.shuntG[place] as number, plan.shuntB[place] as number)
    largest = Math.max(largest, demand + shunt)
  }
  const tolerance = options.tolerancePu / largest
  return {
    solve(loadP = compiled.loadP, loadQ = compiled.loadQ) {
      for (let place = 0; place < count; place++) {
        const at = node[place] as number
        state.loadP[place] = loadP[at] as number
        state.loadQ[place] = loadQ[at] as number
      }
      const end = sweep(plan, state, tolerance, options.maxIterations)
      solution.converged = end.converged
      solution.iterations = end.iterations
      solution.mismatchPu = Number.NaN
      writeRadialResults(plan, state, solution)
      return solution
    },
  }
}
