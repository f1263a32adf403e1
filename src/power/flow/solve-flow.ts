import { type CompiledCase, compileCase, nodeKind } from './compile.ts'
import type { FlowCase } from './flow-case.ts'
import { getMismatchPu } from './mismatch.ts'
import { solveNewton, type Voltages } from './newton.ts'
import { createRadialSolver, defaultFlowOptions, type FlowOptions } from './radial-solver.ts'
import { createSolution, type FlowSolution } from './solution.ts'
import { getRootRatios, growTree, type SpanningTree } from './spanning-tree.ts'
import { writeVoltageResults } from './voltage-results.ts'

export interface SolvedFlow {
  readonly compiled: CompiledCase
  readonly solution: FlowSolution
  readonly method: 'sweep' | 'newton'
  /** No node is fed: nothing was solved. */
  readonly isWithoutSource: boolean
}

/**
 * Balanced power flow of any case: a sweep where the live network is a tree without voltage-holding nodes, Newton for
 * the rest and for trees on which the sweep does not come to rest. A case without solution ends with
 * `converged: false`; its numbers are the last ones tried and mean nothing.
 */
export function solveFlow(source: FlowCase, options: FlowOptions = defaultFlowOptions): SolvedFlow {
  const compiled = compileCase(source)
  const tree = growTree(compiled)
  if (tree.count === 0) return { compiled, solution: createSolution(compiled), method: 'sweep', isWithoutSource: true }
  const swept = tree.isRadial ? createRadialSolver(compiled, tree, options).solve() : undefined
  if (swept) {
    swept.mismatchPu = getMismatchPu(compiled, swept)
    if (swept.converged && swept.mismatchPu <= options.tolerancePu) {
      return { compiled, solution: swept, method: 'sweep', isWithoutSource: false }
    }
  }
  const solution = solveByNewton(compiled, tree, options)
  // Very low impedances leave rounding above the tolerance in either method; then what the sweep came to still holds.
  const isSweepBetter = swept?.converged && !solution.converged && swept.mismatchPu <= 100 * options.tolerancePu
  if (swept && isSweepBetter) return { compiled, solution: swept, method: 'sweep', isWithoutSource: false }
  return { compiled, solution, method: 'newton', isWithoutSource: false }
}

function solveByNewton(compiled: CompiledCase, tree: SpanningTree, options: FlowOptions): FlowSolution {
  const solution = createSolution(compiled)
  // From the sources' own voltage first; where that fails, from the voltages the file came with.
  let end = solveNewton(compiled, getFlatStart(compiled, tree), options)
  if (!end.converged) {
    const second = solveNewton(compiled, getFileStart(compiled), options)
    if (second.converged) end = second
  }
  writeVoltageResults(compiled, end.admittances, end.voltages, solution)
  solution.converged = end.converged
  solution.iterations = end.iterations
  solution.mismatchPu = getMismatchPu(compiled, solution)
  return solution
}

function getFlatStart(compiled: CompiledCase, tree: SpanningTree): Voltages {
  const ratios = getRootRatios(compiled, tree)
  const { magnitude, angleRad } = getFileStart(compiled)
  const root = new Int32Array(tree.count)
  for (let place = 0; place < tree.count; place++) {
    const up = tree.parent[place] as number
    root[place] = up < 0 ? place : (root[up] as number)
    const node = tree.node[place] as number
    const source = tree.node[root[place] as number] as number
    const [re, im] = [ratios.re[place] as number, ratios.im[place] as number]
    if (compiled.kind[node] === nodeKind.load) magnitude[node] = (compiled.setPu[source] as number) / Math.hypot(re, im)
    if (up >= 0) angleRad[node] = (compiled.setRad[source] as number) - Math.atan2(im, re)
  }
  return { magnitude, angleRad }
}

const getFileStart = (compiled: CompiledCase): Voltages => ({
  magnitude: compiled.setPu.map((v) => (v > 0 ? v : 1)),
  angleRad: compiled.setRad.slice(),
})
