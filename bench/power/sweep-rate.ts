import { compileCase, createRadialSolver, type FlowCase, growTree } from '../../src/power/index.ts'
import { layFloor } from './feeders.ts'
import { sweepFloor } from './floor.ts'

const scenarios = 64

/** The same 64 demands for every contender: each bus between half and the whole of its load. */
export function listDemands(source: FlowCase): { p: Float64Array; q: Float64Array }[] {
  let seed = 7
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
    return 0.5 + seed / 2 ** 33
  }
  return Array.from({ length: scenarios }, () => {
    const scale = source.buses.map(random)
    return {
      p: Float64Array.from(source.buses, (bus, at) => (bus.loadMw / source.baseMva) * (scale[at] ?? 1)),
      q: Float64Array.from(source.buses, (bus, at) => (bus.loadMvar / source.baseMva) * (scale[at] ?? 1)),
    }
  })
}

/** Solves a second of the floor and of the engine in turns, five times; answers the medians of solves per second. */
export function measureSweepRates(source: FlowCase): { floor: number; full: number; ratio: number } {
  const demands = listDemands(source)
  const compiled = compileCase(source)
  const solver = createRadialSolver(compiled, growTree(compiled))
  const { feeder, nodeOfPlace } = layFloor(source)
  const inPlaces = demands.map(({ p, q }) => ({
    p: Float64Array.from(nodeOfPlace, (node) => p[node] as number),
    q: Float64Array.from(nodeOfPlace, (node) => q[node] as number),
  }))
  const zeros = () => new Float64Array(compiled.nodeCount)
  const state = { re: zeros(), im: zeros(), jr: zeros(), ji: zeros(), lossP: 0, lossQ: 0 }
  const solveFloor = (at: number) => {
    const demand = inPlaces[at % scenarios]
    if (demand) sweepFloor(feeder, demand.p, demand.q, state, 1e-8)
    return state.lossP
  }
  const solveFull = (at: number) => {
    const demand = demands[at % scenarios]
    return solver.solve(demand?.p, demand?.q).lossP
  }
  for (let at = 0; at < scenarios; at++) {
    const gap = Math.abs(solveFloor(at) - solveFull(at))
    if (!(gap < 1e-7)) throw new Error(`floor and engine differ by ${gap} pu on ${source.name}`)
  }
  const rounds = Array.from({ length: 5 }, () => {
    const floor = countPerSecond(solveFloor, 0.3)
    const full = countPerSecond(solveFull, 0.3)
    return { floor, full, ratio: full / floor }
  })
  const median = (of: (round: { floor: number; full: number; ratio: number }) => number) =>
    rounds.map(of).toSorted((a, b) => a - b)[2] ?? 0
  return {
    floor: median((round) => round.floor),
    full: median((round) => round.full),
    ratio: median((round) => round.ratio),
  }
}

function countPerSecond(work: (at: number) => number, seconds: number): number {
  const end = performance.now() + seconds * 1000
  const begun = performance.now()
  let count = 0
  let kept = 0
  while (performance.now() < end) for (let at = 0; at < 256; at++) kept += work(count++)
  if (!Number.isFinite(kept)) throw new Error('a solve went wrong')
  return (count * 1000) / (performance.now() - begun)
}

/** Microseconds per bus of one full solve, for growing feeders. */
export function measureGrowth(source: FlowCase): number {
  const compiled = compileCase(source)
  const solver = createRadialSolver(compiled, growTree(compiled))
  solver.solve()
  const times = Array.from({ length: 7 }, () => {
    const begun = performance.now()
    const repeats = Math.max(1, Math.round(200_000 / source.buses.length))
    for (let at = 0; at < repeats; at++) solver.solve()
    return ((performance.now() - begun) * 1000) / repeats / source.buses.length
  })
  return times.toSorted((a, b) => a - b)[3] ?? Number.NaN
}
