import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileCase, nodeKind } from './compile.ts'
import type { FlowBranch, FlowBus, FlowCase } from './flow-case.ts'
import { getMismatchPu } from './mismatch.ts'
import { solveNewton } from './newton.ts'
import { createRadialSolver, defaultFlowOptions } from './radial-solver.ts'
import { createSolution, type FlowSolution } from './solution.ts'
import { solveFlow } from './solve-flow.ts'
import { growTree } from './spanning-tree.ts'
import { writeVoltageResults } from './voltage-results.ts'

interface Part {
  readonly up: number
  readonly isReversed: boolean
  readonly r: number
  readonly x: number
  readonly b: number
  readonly ratio: number
  readonly shift: number
  readonly p: number
  readonly q: number
  readonly current: number
  readonly shunt: number
  readonly isFarOpen: boolean
}

const share = (min: number, max: number) => fc.double({ min, max, noNaN: true })

const part: fc.Arbitrary<Part> = fc.record({
  up: share(0, 1),
  isReversed: fc.boolean(),
  r: share(0.001, 0.02),
  x: share(0.001, 0.03),
  b: fc.oneof(fc.constant(0), share(0, 0.01)),
  ratio: fc.oneof(fc.constant(1), share(0.95, 1.05)),
  shift: fc.constantFrom(0, 0, 30, -150),
  p: share(0, 0.05),
  q: share(-0.02, 0.03),
  current: fc.oneof(fc.constant(0), share(0, 0.02)),
  shunt: fc.oneof(fc.constant(0), share(-0.02, 0.02)),
  isFarOpen: fc.boolean(),
})

const bus = (at: number, found?: Part): FlowBus => ({
  name: String(at),
  kv: 10,
  kind: at === 0 ? 'slack' : 'load',
  isInService: true,
  loadMw: found?.p ?? 0,
  loadMvar: found?.q ?? 0,
  currentLoadMw: found?.current ?? 0,
  shuntMw: 0,
  shuntMvar: found?.shunt ?? 0,
  setPu: 1.02,
  setDegree: 0,
})

function branch(at: number, found: Part): FlowBranch {
  const up = Math.min(at - 1, Math.floor(found.up * at))
  const [from, to] = found.isReversed ? [at, up] : [up, at]
  const half = found.b / 2
  return {
    name: `b${at}`,
    from,
    to,
    rPu: found.r,
    xPu: found.x,
    gFromPu: 0,
    bFromPu: half,
    gToPu: half / 10,
    bToPu: half,
    ratio: found.ratio,
    shiftDegree: found.shift,
    isFromClosed: true,
    isToClosed: true,
    ratedFromA: 100,
    ratedToA: 100,
  }
}

const feeder: fc.Arbitrary<FlowCase> = fc.array(part, { minLength: 1, maxLength: 25 }).map((parts) => ({
  name: 'random feeder',
  baseMva: 1,
  buses: [bus(0), ...parts.map((found, at) => bus(at + 1, found)), bus(parts.length + 1)],
  branches: [
    ...parts.map((found, at) => branch(at + 1, found)),
    // One more cable that hangs with its far end open where the draw says so.
    {
      ...branch(parts.length + 1, parts[0] as Part),
      isFromClosed: !parts[0]?.isReversed,
      isToClosed: Boolean(parts[0]?.isReversed),
    },
  ],
  links: [],
}))

const plain: fc.Arbitrary<FlowCase> = feeder.map((source) => ({
  ...source,
  buses: source.buses.map((found) => ({
    ...found,
    currentLoadMw: 0,
    shuntMvar: 0,
    loadMvar: Math.abs(found.loadMvar),
  })),
  branches: source.branches.map((found) => ({ ...found, ratio: 1, shiftDegree: 0, bFromPu: 0, bToPu: 0, gToPu: 0 })),
}))

function solveByNewton(source: FlowCase): FlowSolution {
  const compiled = compileCase(source)
  const start = solveFlow(source)
  const flat = {
    magnitude: start.solution.voltagePu.map((v) => (v > 0 ? v * 0.99 : 1)),
    angleRad: start.solution.angleRad.map((a) => (Number.isFinite(a) ? a : 0)),
  }
  const root = compiled.kind.indexOf(nodeKind.slack)
  flat.magnitude[root] = 1.02
  const end = solveNewton(compiled, flat, defaultFlowOptions)
  const solution = createSolution(compiled)
  writeVoltageResults(compiled, end.admittances, end.voltages, solution)
  return solution
}

const expectClose = (a: Float64Array, b: Float64Array) => {
  for (const [at, value] of a.entries()) {
    if (Number.isNaN(value)) expect(b[at]).toBeNaN()
    else expect(Math.abs(value - (b[at] as number))).toBeLessThanOrEqual(2e-7)
  }
}

describe('power flow, by property', () => {
  it('the sweep and Newton agree on every result of every feeder', () => {
    fc.assert(
      fc.property(feeder, (source) => {
        const solved = solveFlow(source)
        expect(solved.method).toBe('sweep')
        const newton = solveByNewton(source)
        for (const key of [
          'voltagePu',
          'angleRad',
          'injectedP',
          'injectedQ',
          'fromP',
          'fromQ',
          'toP',
          'toQ',
          'fromCurrentPu',
          'toCurrentPu',
          'loading',
        ] as const) {
          expectClose(solved.solution[key], newton[key])
        }
        expect(Math.abs(solved.solution.lossP - newton.lossP)).toBeLessThanOrEqual(1e-7)
        expect(Math.abs(solved.solution.lossQ - newton.lossQ)).toBeLessThanOrEqual(1e-7)
      }),
      { numRuns: 150 },
    )
  })

  it('power balances at every node: mismatch at most 1e-8 pu, supply equals demand and losses', () => {
    fc.assert(
      fc.property(feeder, (source) => {
        const { compiled, solution } = solveFlow(source)
        expect(getMismatchPu(compiled, solution)).toBeLessThanOrEqual(1e-8)
        const injected = solution.injectedP.reduce((sum, p) => sum + (Number.isNaN(p) ? 0 : p), 0)
        expect(Math.abs(injected - solution.lossP)).toBeLessThanOrEqual(1e-7)
      }),
      { numRuns: 150 },
    )
  })

  it('voltage falls along a feeder that only draws', () => {
    fc.assert(
      fc.property(plain, (source) => {
        const { compiled, solution } = solveFlow(source)
        const tree = growTree(compiled)
        for (let place = 1; place < tree.count; place++) {
          const up = tree.node[tree.parent[place] as number] as number
          const here = solution.voltagePu[tree.node[place] as number] as number
          expect(here).toBeLessThanOrEqual((solution.voltagePu[up] as number) + 1e-9)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('loads k times as large over impedances k times as small leave the voltages as they were', () => {
    fc.assert(
      fc.property(plain, share(0.2, 5), (source, k) => {
        const scaled = {
          ...source,
          buses: source.buses.map((found) => ({ ...found, loadMw: found.loadMw * k, loadMvar: found.loadMvar * k })),
          branches: source.branches.map((found) => ({ ...found, rPu: found.rPu / k, xPu: found.xPu / k })),
        }
        expectClose(solveFlow(source).solution.voltagePu, solveFlow(scaled).solution.voltagePu)
      }),
      { numRuns: 100 },
    )
  })

  it('the base chosen changes nothing', () => {
    fc.assert(
      fc.property(feeder, share(0.1, 10), (source, k) => {
        const rebased = {
          ...source,
          baseMva: source.baseMva * k,
          branches: source.branches.map((b) => ({
            ...b,
            rPu: b.rPu * k,
            xPu: b.xPu * k,
            gFromPu: b.gFromPu / k,
            bFromPu: b.bFromPu / k,
            gToPu: b.gToPu / k,
            bToPu: b.bToPu / k,
          })),
        }
        expectClose(solveFlow(source).solution.voltagePu, solveFlow(rebased).solution.voltagePu)
      }),
      { numRuns: 60 },
    )
  })

  it('a solver used again gives what a fresh one gives', () => {
    fc.assert(
      fc.property(feeder, (source) => {
        const compiled = compileCase(source)
        const solver = createRadialSolver(compiled, growTree(compiled))
        const none = new Float64Array(compiled.nodeCount)
        const first = solver.solve().voltagePu.slice()
        solver.solve(none, none)
        expect(solver.solve().voltagePu).toEqual(first)
      }),
      { numRuns: 50 },
    )
  })
})

describe('cases at the edge', () => {
  const line = (from: number, to: number, r = 0.1): FlowBranch => ({
    ...branch(1, { up: 0, isReversed: false, r, x: r, b: 0, ratio: 1, shift: 0 } as Part),
    from,
    to,
    name: `${from}-${to}`,
  })
  const load = (at: number, loadMw: number): FlowBus => ({ ...bus(at), kind: 'load', loadMw })
  it('says that a load beyond what the line can carry has no solution', () => {
    const { solution } = solveFlow({
      name: '',
      baseMva: 1,
      buses: [bus(0), load(1, 5)],
      branches: [line(0, 1)],
      links: [],
    })
    expect(solution.converged).toBe(false)
  })
  it('finds a solution by Newton where the sweep comes to no rest', () => {
    // Just short of the nose: P = V²·…; r = x = 0.1, no Q: largest P ≈ 2.15 pu at 1.02 pu.
    const { solution, compiled } = solveFlow({
      name: '',
      baseMva: 1,
      buses: [bus(0), load(1, 2.14)],
      branches: [line(0, 1)],
      links: [],
    })
    expect(solution.converged).toBe(true)
    expect(getMismatchPu(compiled, solution)).toBeLessThanOrEqual(1e-8)
  })
  it('names no source as such and leaves an island without voltage', () => {
    expect(solveFlow({ name: '', baseMva: 1, buses: [load(0, 1)], branches: [], links: [] }).isWithoutSource).toBe(true)
    const { solution } = solveFlow({
      name: '',
      baseMva: 1,
      buses: [bus(0), load(1, 0.1), load(2, 1)],
      branches: [line(0, 1)],
      links: [],
    })
    expect(solution.converged).toBe(true)
    expect(solution.voltagePu[2]).toBeNaN()
  })
  it('holds voltage and active power at a generator bus', () => {
    const held = { ...load(1, -0.5), kind: 'voltage' as const, setPu: 1.03 }
    const { solution, method } = solveFlow({
      name: '',
      baseMva: 1,
      buses: [bus(0), held, load(2, 0.4)],
      branches: [line(0, 1, 0.02), line(1, 2, 0.02), line(0, 2, 0.02)],
      links: [],
    })
    expect([method, solution.converged]).toEqual(['newton', true])
    expect(solution.voltagePu[1]).toBeCloseTo(1.03, 12)
    expect(solution.injectedP[1]).toBeCloseTo(0.5, 8)
  })
  it('treats linked buses as one', () => {
    const { solution, compiled } = solveFlow({
      name: '',
      baseMva: 1,
      buses: [bus(0), load(1, 0.1), load(2, 0.1)],
      branches: [line(0, 1)],
      links: [{ from: 1, to: 2 }],
    })
    expect(compiled.nodeCount).toBe(2)
    expect(solution.fromP[0]).toBeGreaterThan(0.2)
  })
})
