import type { EdgeAdmittances } from './admittance.ts'
import { type CompiledCase, nodeKind } from './compile.ts'
import type { Voltages } from './newton.ts'
import { addHalfOpenLoss, type FlowSolution, getInverseRatings } from './solution.ts'

/** Full bus and branch results that follow from the voltages alone, by the edges' admittances. */
export function writeVoltageResults(
  compiled: CompiledCase,
  y: EdgeAdmittances,
  { magnitude, angleRad }: Voltages,
  solution: FlowSolution,
): void {
  const re = magnitude.map((v, node) => v * Math.cos(angleRad[node] as number))
  const im = magnitude.map((v, node) => v * Math.sin(angleRad[node] as number))
  const ratings = getInverseRatings(compiled)
  writeNodes(compiled, magnitude, angleRad, solution)
  let lossP = 0
  let lossQ = 0
  for (let edge = 0; edge < compiled.edgeCount; edge++) {
    const from = compiled.edgeFrom[edge] as number
    const to = compiled.edgeTo[edge] as number
    const at = (admittance: Float64Array) => admittance[edge] as number
    const [a, b, c, d] = [re[from] as number, im[from] as number, re[to] as number, im[to] as number]
    const fr = at(y.ffG) * a - at(y.ffB) * b + at(y.ftG) * c - at(y.ftB) * d
    const fi = at(y.ffG) * b + at(y.ffB) * a + at(y.ftG) * d + at(y.ftB) * c
    const tr = at(y.tfG) * a - at(y.tfB) * b + at(y.ttG) * c - at(y.ttB) * d
    const ti = at(y.tfG) * b + at(y.tfB) * a + at(y.ttG) * d + at(y.ttB) * c
    const fromP = a * fr + b * fi
    const fromQ = b * fr - a * fi
    const toP = c * tr + d * ti
    const toQ = d * tr - c * ti
    solution.fromP[edge] = fromP
    solution.fromQ[edge] = fromQ
    solution.toP[edge] = toP
    solution.toQ[edge] = toQ
    const fromCurrent = Math.hypot(fr, fi)
    const toCurrent = Math.hypot(tr, ti)
    solution.fromCurrentPu[edge] = fromCurrent
    solution.toCurrentPu[edge] = toCurrent
    const nearer = fromCurrent * at(ratings.from)
    const farther = toCurrent * at(ratings.to)
    solution.loading[edge] = Math.max(nearer, farther)
    inject(solution, from, fromP, fromQ)
    inject(solution, to, toP, toQ)
    lossP += fromP + toP
    lossQ += fromQ + toQ
  }
  solution.lossP = lossP
  solution.lossQ = lossQ
  addHalfOpenLoss(compiled, solution)
  for (const { node, g, b } of compiled.halfOpen) {
    const square = (solution.voltagePu[node] as number) ** 2
    inject(solution, node, g * square, -b * square)
  }
}

function writeNodes(
  { kind, nodeCount }: CompiledCase,
  magnitude: Float64Array,
  angleRad: Float64Array,
  solution: FlowSolution,
): void {
  solution.minVoltagePu = Number.POSITIVE_INFINITY
  for (let node = 0; node < nodeCount; node++) {
    const isDead = kind[node] === nodeKind.dead
    const v = magnitude[node] as number
    solution.voltagePu[node] = isDead ? Number.NaN : v
    solution.angleRad[node] = isDead ? Number.NaN : (angleRad[node] as number)
    solution.injectedP[node] = isDead ? Number.NaN : 0
    solution.injectedQ[node] = isDead ? Number.NaN : 0
    if (isDead) continue
    if (v < solution.minVoltagePu) {
      solution.minVoltagePu = v
      solution.minVoltageNode = node
    }
  }
}

function inject(solution: FlowSolution, node: number, p: number, q: number): void {
  solution.injectedP[node] = (solution.injectedP[node] as number) + p
  solution.injectedQ[node] = (solution.injectedQ[node] as number) + q
}
