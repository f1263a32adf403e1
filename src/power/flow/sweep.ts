import type { RadialPlan } from './radial-plan.ts'

/** Working arrays of a sweep, by place: root-side voltage, current of each place with all beyond it, demand. */
export interface SweepState {
  readonly re: Float64Array
  readonly im: Float64Array
  readonly currentRe: Float64Array
  readonly currentIm: Float64Array
  readonly loadP: Float64Array
  readonly loadQ: Float64Array
}

export function createSweepState(plan: RadialPlan): SweepState {
  const zeros = () => new Float64Array(plan.tree.count)
  return { re: zeros(), im: zeros(), currentRe: zeros(), currentIm: zeros(), loadP: zeros(), loadQ: zeros() }
}

export interface SweepEnd {
  readonly converged: boolean
  readonly iterations: number
}

/**
 * Backward/forward sweep by current summation (Shirmohammadi et al. 1988) over a {@link RadialPlan}: currents are
 * summed from the leaves, voltages follow from the root. Ends when no voltage moves by more than `tolerance`, pu;
 * a voltage that runs away or turns to nothing ends it without convergence. The state's currents belong to its
 * final voltages, so that power balances exactly at every place.
 */
export function sweep(plan: RadialPlan, state: SweepState, tolerance: number, maxIterations: number): SweepEnd {
  start(plan, state)
  const limit = tolerance * tolerance
  for (let iterations = 1; iterations <= maxIterations; iterations++) {
    sumCurrents(plan, state)
    const moved = dropVoltages(plan, state)
    if (!(moved < 1e6)) return { converged: false, iterations }
    if (moved <= limit) {
      sumCurrents(plan, state)
      return { converged: true, iterations }
    }
  }
  sumCurrents(plan, state)
  return { converged: false, iterations: maxIterations }
}

/** Flat start: every place at its root's voltage, drawing the current of that voltage. */
function start(plan: RadialPlan, state: SweepState): void {
  const { parent, count, rootCount } = plan.tree
  const { re, im, currentRe, currentIm, loadP, loadQ } = state
  for (let place = 0; place < count; place++) {
    const up = parent[place] as number
    const a = (place < rootCount ? plan.rootRe[place] : re[up]) as number
    const b = (place < rootCount ? plan.rootIm[place] : im[up]) as number
    re[place] = a
    im[place] = b
    const size = 1 / (a * a + b * b)
    const p = loadP[place] as number
    const q = loadQ[place] as number
    currentRe[place] = (p * a + q * b) * size
    currentIm[place] = (p * b - q * a) * size
  }
  if (plan.hasShunts || plan.compiled.hasCurrentLoads) drawCurrents(plan, state)
}

function sumCurrents(plan: RadialPlan, state: SweepState): void {
  const { parent, count, rootCount } = plan.tree
  const { currentRe, currentIm } = state
  for (let place = count - 1; place >= rootCount; place--) {
    const up = parent[place] as number
    currentRe[up] = (currentRe[up] as number) + (currentRe[place] as number)
    currentIm[up] = (currentIm[up] as number) + (currentIm[place] as number)
  }
}

/** Voltages down the tree; answers the square of the largest move and leaves each place's own current behind. */
function dropVoltages(plan: RadialPlan, state: SweepState): number {
  const { seriesR, seriesX } = plan
  const { parent, count, rootCount } = plan.tree
  const { re, im, currentRe, currentIm, loadP, loadQ } = state
  const isPlain = !plan.hasShunts && !plan.compiled.hasCurrentLoads
  let moved = 0
  for (let place = rootCount; place < count; place++) {
    const up = parent[place] as number
    const r = seriesR[place] as number
    const x = seriesX[place] as number
    const jr = currentRe[place] as number
    const ji = currentIm[place] as number
    const a = (re[up] as number) - (r * jr - x * ji)
    const b = (im[up] as number) - (r * ji + x * jr)
    const da = a - (re[place] as number)
    const db = b - (im[place] as number)
    const step = da * da + db * db
    // Written so that a NaN is kept: a comparison with it must end the sweep.
    if (!(step <= moved)) moved = step
    re[place] = a
    im[place] = b
    if (isPlain) {
      const size = 1 / (a * a + b * b)
      const p = loadP[place] as number
      const q = loadQ[place] as number
      currentRe[place] = (p * a + q * b) * size
      currentIm[place] = (p * b - q * a) * size
    }
  }
  if (isPlain) drawRootCurrents(plan, state)
  else drawCurrents(plan, state)
  return moved
}

function drawRootCurrents(plan: RadialPlan, state: SweepState): void {
  for (let place = 0; place < plan.tree.rootCount; place++) drawCurrent(plan, state, place)
}

function drawCurrents(plan: RadialPlan, state: SweepState): void {
  for (let place = 0; place < plan.tree.count; place++) drawCurrent(plan, state, place)
}

/** Own current of a place at its voltage: constant power, constant current, and shunts. */
function drawCurrent(plan: RadialPlan, state: SweepState, place: number): void {
  const { compiled, tree, shuntG, shuntB } = plan
  const a = state.re[place] as number
  const b = state.im[place] as number
  let p = state.loadP[place] as number
  let q = state.loadQ[place] as number
  const size = a * a + b * b
  if (compiled.hasCurrentLoads) {
    const node = tree.node[place] as number
    const voltage = Math.sqrt(size) / (plan.ratio[place] as number)
    p += (compiled.currentP[node] as number) * voltage
    q += (compiled.currentQ[node] as number) * voltage
  }
  const g = shuntG[place] as number
  const y = shuntB[place] as number
  state.currentRe[place] = (p * a + q * b) / size + g * a - y * b
  state.currentIm[place] = (p * b - q * a) / size + g * b + y * a
}
