import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type FourWireNetwork, type FourWireNode, solveFourWire } from './four-wire.ts'
import { solveFlow } from './solve-flow.ts'

const none = [0, 0, 0] as const
const node = (
  name: string,
  phaseW: readonly [number, number, number] = none,
  phaseVar: readonly [number, number, number] = none,
): FourWireNode => ({ name, phaseW, phaseVar })
const line = (from: number, to: number, r = 0.1, x = 0) => ({
  from,
  to,
  phaseR: r,
  phaseX: x,
  neutralR: 2 * r,
  neutralX: x,
  mutualX: 0,
})
const net = (nodes: FourWireNode[], lines: FourWireNetwork['lines']): FourWireNetwork => ({
  sourceV: 230,
  nodes,
  lines,
})

describe('four-wire flow, by hand', () => {
  it('one load on phase a: V² − U·V + P·(R + Rn) = 0', () => {
    const { converged, phaseToNeutralV, neutralV, lineA, lossW } = solveFourWire(
      net([node('s'), node('x', [5000, 0, 0])], [line(0, 1)]),
    )
    // (230 + √(230² − 4·5000·0.3)) / 2 = 223.2832 V; I = 22.3931 A; neutral 0.2·I = 4.4786 V.
    const voltage = (230 + Math.sqrt(230 ** 2 - 4 * 5000 * 0.3)) / 2
    expect(voltage).toBeCloseTo(223.28, 2)
    expect(converged).toBe(true)
    expect(phaseToNeutralV[1]?.[0]).toBeCloseTo(voltage, 6)
    expect(neutralV[1]).toBeCloseTo((0.2 * 5000) / voltage, 6)
    expect(lineA[0]?.[0]).toBeCloseTo(5000 / voltage, 6)
    expect(lineA[0]?.[3]).toBeCloseTo(5000 / voltage, 6)
    expect(lossW).toBeCloseTo(0.3 * (5000 / voltage) ** 2, 5)
    // The idle phases rise: |U∠−120° + 4.4786| against the neutral.
    const shift = (0.2 * 5000) / voltage
    expect(phaseToNeutralV[1]?.[1]).toBeCloseTo(
      Math.hypot(230 * Math.cos((2 * Math.PI) / 3) - shift, 230 * Math.sin((2 * Math.PI) / 3)),
      6,
    )
  })
  it('equal loads on a and b leave a neutral current of the same size', () => {
    const { lineA } = solveFourWire(net([node('s'), node('x', [1000, 1000, 0])], [line(0, 1, 1e-6)]))
    // I∠0 + I∠−120 = I∠−60.
    expect(lineA[0]?.[3]).toBeCloseTo(1000 / 230, 4)
  })
  it('a load between two phases draws nothing from the neutral', () => {
    const { lineA } = solveFourWire(net([node('s'), { ...node('x'), betweenW: [4000, 0, 0] }], [line(0, 1)]))
    expect(lineA[0]?.[3]).toBeCloseTo(0, 9)
    expect(lineA[0]?.[2]).toBeCloseTo(0, 9)
    // V² − √3·230·V + 4000·0.2 = 0.
    const voltage = (Math.sqrt(3) * 230 + Math.sqrt(3 * 230 ** 2 - 4 * 4000 * 0.2)) / 2
    expect(lineA[0]?.[0]).toBeCloseTo(4000 / voltage, 6)
  })
  it('an earthed neutral carries part of the current back through the ground', () => {
    const free = solveFourWire(net([node('s'), node('x', [5000, 0, 0])], [line(0, 1)]))
    const earthed = solveFourWire(net([node('s'), { ...node('x', [5000, 0, 0]), earthOhm: 4 }], [line(0, 1)]))
    expect(earthed.converged).toBe(true)
    expect(earthed.neutralV[1]).toBeLessThan(free.neutralV[1] as number)
    // Neutral and earth side by side: 0.2 ∥ 4 ohm.
    const ratio = (earthed.neutralV[1] as number) / (earthed.lineA[0]?.[0] as number)
    expect(ratio).toBeCloseTo((0.2 * 4) / 4.2, 6)
  })
  it('says that a load beyond the line has no solution', () => {
    expect(solveFourWire(net([node('s'), node('x', [60000, 0, 0])], [line(0, 1)])).converged).toBe(false)
  })
})

describe('four-wire flow, by property', () => {
  const load = fc.record({
    w: fc.double({ min: 0, max: 4000, noNaN: true }),
    vars: fc.double({ min: -500, max: 1500, noNaN: true }),
    up: fc.nat(100),
  })
  it('the balanced limit is the balanced flow of the positive sequence', () => {
    fc.assert(
      fc.property(fc.array(load, { minLength: 1, maxLength: 8 }), (loads) => {
        const nodes = [node('s'), ...loads.map(({ w, vars }, at) => node(String(at), [w, w, w], [vars, vars, vars]))]
        const lines = loads.map(({ up }, at) => ({
          from: up % (at + 1),
          to: at + 1,
          phaseR: 0.02,
          phaseX: 0.03,
          neutralR: 0.05,
          neutralX: 0.04,
          mutualX: 0.01,
        }))
        const solved = solveFourWire(net(nodes, lines))
        const kv = (230 * Math.sqrt(3)) / 1000
        const flow = solveFlow({
          name: '',
          baseMva: 0.1,
          buses: nodes.map((found, at) => ({
            name: found.name,
            kv,
            kind: at === 0 ? ('slack' as const) : ('load' as const),
            isInService: true,
            loadMw: (3 * found.phaseW[0]) / 1e6,
            loadMvar: (3 * found.phaseVar[0]) / 1e6,
            shuntMw: 0,
            shuntMvar: 0,
            setPu: 1,
            setDegree: 0,
          })),
          branches: lines.map((found) => ({
            name: '',
            from: found.from,
            to: found.to,
            rPu: (found.phaseR * 0.1) / kv ** 2,
            xPu: ((found.phaseX - found.mutualX) * 0.1) / kv ** 2,
            gFromPu: 0,
            bFromPu: 0,
            gToPu: 0,
            bToPu: 0,
            ratio: 1,
            shiftDegree: 0,
            isFromClosed: true,
            isToClosed: true,
          })),
          links: [],
        })
        expect(solved.converged).toBe(flow.solution.converged)
        if (!solved.converged) return
        for (const [at, [a, b, c]] of solved.phaseToNeutralV.entries()) {
          const wanted = 230 * (flow.solution.voltagePu[at] as number)
          for (const found of [a, b, c]) expect(Math.abs(found - wanted)).toBeLessThan(1e-5)
          expect(solved.unbalancePercent[at]).toBeLessThan(1e-6)
          expect(solved.neutralV[at]).toBeLessThan(1e-6)
        }
        expect(Math.abs(solved.lossW - flow.solution.lossP * 1e5)).toBeLessThan(1e-3)
      }),
      { numRuns: 60 },
    )
  })
  it('moving the same loads to other phases turns the result round with them', () => {
    fc.assert(
      fc.property(load, load, (one, two) => {
        const first = solveFourWire(net([node('s'), node('x', [one.w, two.w, 0])], [line(0, 1, 0.05, 0.02)]))
        const turned = solveFourWire(net([node('s'), node('x', [0, one.w, two.w])], [line(0, 1, 0.05, 0.02)]))
        const [a, b, c] = first.phaseToNeutralV[1] ?? [0, 0, 0]
        const [ta, tb, tc] = turned.phaseToNeutralV[1] ?? [0, 0, 0]
        for (const [x, y] of [
          [a, tb],
          [b, tc],
          [c, ta],
        ])
          expect(Math.abs((x ?? 0) - (y ?? 0))).toBeLessThan(1e-5)
      }),
      { numRuns: 60 },
    )
  })
})
