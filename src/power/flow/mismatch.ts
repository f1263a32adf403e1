import { getEdgeAdmittances } from './admittance.ts'
import { type CompiledCase, nodeKind } from './compile.ts'
import type { FlowSolution } from './solution.ts'

/**
 * Largest power mismatch of any load node, pu, from the voltages alone: what flows out by the branch admittances
 * against what the node draws. Independent of how the solver came to the voltages.
 */
export function getMismatchPu(compiled: CompiledCase, solution: FlowSolution): number {
  const y = getEdgeAdmittances(compiled)
  const { nodeCount, edgeCount, edgeFrom, edgeTo, kind } = compiled
  const re = solution.voltagePu.map((v, node) => v * Math.cos(solution.angleRad[node] as number))
  const im = solution.voltagePu.map((v, node) => v * Math.sin(solution.angleRad[node] as number))
  const missingP = new Float64Array(nodeCount)
  const missingQ = new Float64Array(nodeCount)
  for (let node = 0; node < nodeCount; node++) {
    const v = solution.voltagePu[node] as number
    missingP[node] =
      (compiled.loadP[node] as number) +
      v * (compiled.currentP[node] as number) +
      v * v * (compiled.shuntG[node] as number)
    missingQ[node] =
      (compiled.loadQ[node] as number) +
      v * (compiled.currentQ[node] as number) -
      v * v * (compiled.shuntB[node] as number)
  }
  const flow = (node: number, other: number, selfG: number, selfB: number, farG: number, farB: number) => {
    const [a, b, c, d] = [re[node] as number, im[node] as number, re[other] as number, im[other] as number]
    const currentRe = selfG * a - selfB * b + farG * c - farB * d
    const currentIm = selfG * b + selfB * a + farG * d + farB * c
    missingP[node] = (missingP[node] as number) + a * currentRe + b * currentIm
    missingQ[node] = (missingQ[node] as number) + b * currentRe - a * currentIm
  }
  for (let edge = 0; edge < edgeCount; edge++) {
    const [from, to] = [edgeFrom[edge] as number, edgeTo[edge] as number]
    const at = (admittance: Float64Array) => admittance[edge] as number
    flow(from, to, at(y.ffG), at(y.ffB), at(y.ftG), at(y.ftB))
    flow(to, from, at(y.ttG), at(y.ttB), at(y.tfG), at(y.tfB))
  }
  let largest = 0
  for (let node = 0; node < nodeCount; node++) {
    if (kind[node] === nodeKind.dead || kind[node] === nodeKind.slack) continue
    largest = Math.max(largest, Math.abs(missingP[node] as number))
    if (kind[node] === nodeKind.load) largest = Math.max(largest, Math.abs(missingQ[node] as number))
  }
  return largest
}
