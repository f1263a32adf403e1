import type { RadialPlan } from './radial-plan.ts'
import { addHalfOpenLoss, type FlowSolution } from './solution.ts'
import type { SweepState } from './sweep.ts'

/**
 * Full bus and branch results of a swept radial case, written into `solution`. Powers are the same seen from the root
 * or from the place itself, so only voltages and currents are turned back through the transformer ratios.
 */
export function writeRadialResults(plan: RadialPlan, state: SweepState, solution: FlowSolution): void {
  writeVoltages(plan, state, solution)
  writeBranches(plan, state, solution)
  for (let place = 0; place < plan.tree.rootCount; place++) writeRoot(plan, state, solution, place)
}

function writeVoltages(plan: RadialPlan, state: SweepState, solution: FlowSolution): void {
  const { compiled, inverseRatio, angleRad } = plan
  const { node, count } = plan.tree
  const { re, im, loadP, loadQ } = state
  const { voltagePu, angleRad: angle, injectedP, injectedQ } = solution
  const { ownShuntG, ownShuntB, currentP, currentQ, hasCurrentLoads } = compiled
  let lowest = Number.POSITIVE_INFINITY
  let lowestNode = -1
  for (let place = 0; place < count; place++) {
    const at = node[place] as number
    const a = re[place] as number
    const b = im[place] as number
    const voltage = Math.sqrt(a * a + b * b) * (inverseRatio[place] as number)
    voltagePu[at] = voltage
    angle[at] = getAngle(a, b) - (angleRad[place] as number)
    const current = hasCurrentLoads ? voltage : 0
    const square = voltage * voltage
    injectedP[at] = -(loadP[place] as number) - current * (currentP[at] as number) - square * (ownShuntG[at] as number)
    injectedQ[at] = -(loadQ[place] as number) - current * (currentQ[at] as number) + square * (ownShuntB[at] as number)
    if (voltage < lowest) {
      lowest = voltage
      lowestNode = at
    }
  }
  solution.minVoltagePu = lowest
  solution.minVoltageNode = lowestNode
}

/**
 * atan2 with a short cut for the small angles of distribution networks: below 0.05 the series to t¹³ is exact to the
 * last bit and three times as fast.
 */
function getAngle(re: number, im: number): number {
  const t = im / re
  if (!(re > 0 && t < 0.05 && t > -0.05)) return Math.atan2(im, re)
  const u = t * t
  return t * (1 - u * (1 / 3 - u * (1 / 5 - u * (1 / 7 - u * (1 / 9 - u * (1 / 11 - u / 13))))))
}

function writeBranches(plan: RadialPlan, state: SweepState, solution: FlowSolution): void {
  const { parent, edge, isForward, count, rootCount } = plan.tree
  const { inverseRatingParent, inverseRatingChild, ratio, hasBranchShunts, seriesR, seriesX } = plan
  const { re, im, currentRe, currentIm } = state
  const { fromP, fromQ, toP, toQ, fromCurrentPu, toCurrentPu, loading } = solution
  let lossP = 0
  let lossQ = 0
  for (let place = rootCount; place < count; place++) {
    const up = parent[place] as number
    const a = re[place] as number
    const b = im[place] as number
    let jr = currentRe[place] as number
    let ji = currentIm[place] as number
    // The current summed at a place holds its branch's far shunt too, so it is the current of the series part.
    let childP = a * jr + b * ji
    let childQ = b * jr - a * ji
    const square = jr * jr + ji * ji
    let usedP = (seriesR[place] as number) * square
    let usedQ = (seriesX[place] as number) * square
    let childCurrent = Math.sqrt(square)
    let parentCurrent = childCurrent
    if (hasBranchShunts) {
      const childSquare = a * a + b * b
      const c = re[up] as number
      const d = im[up] as number
      const parentSquare = c * c + d * d
      const shuntP = (plan.childEndG[place] as number) * childSquare
      const shuntQ = -(plan.childEndB[place] as number) * childSquare
      const upP = (plan.parentEndG[place] as number) * parentSquare
      const upQ = -(plan.parentEndB[place] as number) * parentSquare
      childP -= shuntP
      childQ -= shuntQ
      childCurrent = Math.sqrt((childP * childP + childQ * childQ) / childSquare)
      jr += (plan.parentEndG[place] as number) * c - (plan.parentEndB[place] as number) * d
      ji += (plan.parentEndG[place] as number) * d + (plan.parentEndB[place] as number) * c
      parentCurrent = Math.sqrt(jr * jr + ji * ji)
      usedP += shuntP + upP
      usedQ += shuntQ + upQ
    }
    childCurrent *= ratio[place] as number
    parentCurrent *= ratio[up] as number
    const parentP = childP + usedP
    const parentQ = childQ + usedQ
    lossP += usedP
    lossQ += usedQ
    const at = edge[place] as number
    const forward = isForward[place] === 1
    fromP[at] = forward ? parentP : -childP
    fromQ[at] = forward ? parentQ : -childQ
    toP[at] = forward ? -childP : parentP
    toQ[at] = forward ? -childQ : parentQ
    fromCurrentPu[at] = forward ? parentCurrent : childCurrent
    toCurrentPu[at] = forward ? childCurrent : parentCurrent
    const nearer = parentCurrent * (inverseRatingParent[place] as number)
    const farther = childCurrent * (inverseRatingChild[place] as number)
    loading[at] = Math.max(nearer, farther)
  }
  solution.lossP = lossP
  solution.lossQ = lossQ
  addHalfOpenLoss(plan.compiled, solution)
}

/** A root gives what its own demand and its branches draw: the current summed there, shunts of branches included. */
function writeRoot(plan: RadialPlan, state: SweepState, solution: FlowSolution, place: number): void {
  const { compiled, tree } = plan
  const node = tree.node[place] as number
  const a = state.re[place] as number
  const b = state.im[place] as number
  const jr = state.currentRe[place] as number
  const ji = state.currentIm[place] as number
  const square = a * a + b * b
  const voltage = Math.sqrt(square)
  const current = compiled.hasCurrentLoads ? voltage : 0
  // Injected into the network's branches: everything drawn less the root's own demand and shunt.
  solution.injectedP[node] =
    a * jr +
    b * ji -
    (state.loadP[place] as number) -
    current * (compiled.currentP[node] as number) -
    square * (compiled.ownShuntG[node] as number)
  solution.injectedQ[node] =
    b * jr -
    a * ji -
    (state.loadQ[place] as number) -
    current * (compiled.currentQ[node] as number) +
    square * (compiled.ownShuntB[node] as number)
}
