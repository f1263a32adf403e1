import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { getAccepted } from '#kernel'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { NetBuilder } from '../petri/net-builder.ts'
import { type AcceptingNet, fire, isEnabled, sameMarking } from '../petri/petri-net.ts'
import { netFaults } from '../petri/reachability.ts'
import { alignLog, TraceAligner } from './alignment.ts'
import type { AlignmentMove } from './alignment-search.ts'
import { DualSimplex } from './dual-simplex.ts'
import { exhaustiveCost } from './exhaustive-alignment.ts'
import { tokenReplay } from './token-replay.ts'

const labels = ['a', 'b', 'c', null, null]
const places = 5

/** Nets with loops, choices, joins, weights and labels used twice; those without bound or end are passed over. */
const nets: fc.Arbitrary<AcceptingNet> = fc
  .array(
    fc.record({
      label: fc.constantFrom(...labels),
      inputs: fc.uniqueArray(fc.nat(places - 1), { minLength: 1, maxLength: 2 }),
      outputs: fc.uniqueArray(fc.nat(places - 1), { minLength: 1, maxLength: 2 }),
      weight: fc.constantFrom(1, 1, 1, 2),
    }),
    { minLength: 2, maxLength: 7 },
  )
  .map((transitions) => {
    const builder = new NetBuilder()
    for (let place = 0; place < places; place++) builder.addPlace()
    for (const { label, inputs, outputs, weight } of transitions) {
      const t = builder.addTransition(label)
      for (const place of inputs) builder.addInput(place, t)
      outputs.forEach((place, i) => {
        builder.addOutput(t, place, i === 0 ? weight : 1)
      })
    }
    return builder.build(new Map([[0, 1]]), new Map([[places - 1, 1]]))
  })
  .filter((net) => netFaults(net).length === 0)

const traces = fc.array(fc.constantFrom('a', 'b', 'c', 'x'), { maxLength: 6 })

/** Plays the moves: do they run the net to its end and read the trace, and what do they cost? */
function costOfMoves(net: AcceptingNet, trace: readonly string[], moves: readonly AlignmentMove[]): number {
  let marking = net.initial
  let cost = 0
  const read: string[] = []
  for (const { event, transition } of moves) {
    const fired = net.transitions[transition]
    if (event >= 0) read.push(trace[event]!)
    if (!fired) {
      cost++
      continue
    }
    expect(isEnabled(fired, marking)).toBe(true)
    marking = fire(fired, marking)
    if (event >= 0) expect(fired.label).toBe(trace[event])
    else if (fired.label !== null) cost++
  }
  expect(sameMarking(marking, net.final)).toBe(true)
  expect(read).toEqual(trace)
  return cost
}

describe('alignments', () => {
  it('cost as little as exhaustive search finds, and are what they claim', () => {
    let costly = 0
    fc.assert(
      fc.property(nets, fc.array(traces, { minLength: 1, maxLength: 4 }), (net, some) => {
        const aligner = new TraceAligner(net)
        for (const trace of some) {
          const aligned = aligner.align(trace)
          if (typeof aligned === 'string') throw new Error(aligned)
          expect(aligned.cost).toBe(exhaustiveCost(net, trace))
          expect(costOfMoves(net, trace, aligned.moves)).toBe(aligned.cost)
          if (aligned.cost > 1) costly++
        }
      }),
      { numRuns: 400 },
    )
    expect(costly).toBeGreaterThan(50)
  })

  it('give fitness by case and over all moves', () => {
    const net = sequence(['a', 'b'])
    const log = logOf([
      ['a', 'b'],
      ['a', 'b'],
      ['a', 'x'],
    ])
    const { fitness, moveFitness, percentFit, costs } = getAccepted(alignLog(log, net))
    expect(costs).toEqual([0, 0, 2])
    expect(fitness).toBeCloseTo((1 + 1 + 0.5) / 3, 12)
    expect(moveFitness).toBeCloseTo(1 - 2 / 12, 12)
    expect(percentFit).toBeCloseTo(200 / 3, 12)
  })
})

function sequence(activities: readonly (string | null)[]): AcceptingNet {
  const builder = new NetBuilder()
  let place = builder.addPlace()
  const first = place
  for (const activity of activities) {
    const next = builder.addPlace()
    builder.addStep(place, activity, next)
    place = next
  }
  return builder.build(new Map([[first, 1]]), new Map([[place, 1]]))
}

function logOf(cases: readonly (readonly string[])[]) {
  const builder = new EventLogBuilder()
  cases.forEach((trace, c) => {
    trace.forEach((activity, i) => {
      builder.add(`${c}`, activity, i)
    })
  })
  return builder.build('as-added')
}

describe('token replay', () => {
  // Counted by hand: one token in, one out, a and b consume and produce one each.
  it.each([
    { trace: ['a', 'b'], produced: 3, consumed: 3, missing: 0, remaining: 0 },
    { trace: ['b'], produced: 2, consumed: 2, missing: 1, remaining: 1 },
    { trace: ['a'], produced: 2, consumed: 2, missing: 1, remaining: 1 },
    { trace: ['a', 'a', 'b'], produced: 4, consumed: 4, missing: 1, remaining: 1 },
    { trace: ['a', 'x', 'b'], produced: 3, consumed: 3, missing: 0, remaining: 0 },
  ])('of $trace on a then b', ({ trace, ...counts }) => {
    expect(tokenReplay(logOf([trace]), sequence(['a', 'b'])).byVariant).toEqual([counts])
  })

  it('goes through silent transitions, to enable and to end', () => {
    const { tokenFitness, produced } = tokenReplay(logOf([['a', 'b']]), sequence([null, 'a', null, null, 'b', null]))
    expect(tokenFitness).toBe(1)
    expect(produced).toBe(7)
  })

  it('weighs variants by their cases', () => {
    const { tokenFitness, percentFitTraces } = tokenReplay(logOf([['a', 'b'], ['a', 'b'], ['b']]), sequence(['a', 'b']))
    expect(tokenFitness).toBeCloseTo(1 - 1 / 8, 12)
    expect(percentFitTraces).toBeCloseTo(200 / 3, 12)
  })
})

describe('nets that cannot be used', () => {
  it('are refused with the place: tokens piling up', () => {
    const builder = new NetBuilder()
    const [start, end, pile] = [builder.addPlace('start'), builder.addPlace('end'), builder.addPlace('pile')]
    builder.addStep(start, 'a', end)
    builder.addOutput(builder.addStep(start, 'more', start), pile)
    const net = builder.build(new Map([[start, 1]]), new Map([[end, 1]]))
    expect(netFaults(net)).toEqual([{ path: 'place pile', code: 'unbounded-net', data: { transition: 't2' } }])
    expect(alignLog(logOf([['a']]), net).ok).toBe(false)
  })

  it('are refused: no way to the end', () => {
    const builder = new NetBuilder()
    const [start, middle, end] = [builder.addPlace(), builder.addPlace(), builder.addPlace()]
    builder.addStep(start, 'a', middle)
    const net = builder.build(new Map([[start, 1]]), new Map([[end, 1]]))
    expect(netFaults(net)).toMatchObject([{ code: 'model-cannot-finish' }])
  })
})

describe('dual simplex', () => {
  it('finds the least cost of a transport problem known by hand, for changing right sides', () => {
    // Two depots, two sites, all shipped: costs 4 6 / 5 3. Rows: depot 1, depot 2, site 1, site 2.
    const column = (cost: number, ...rows: number[]) => ({ cost, rows: rows.map((row) => ({ row, coefficient: 1 })) })
    const simplex = new DualSimplex([column(4, 0, 2), column(6, 0, 3), column(5, 1, 2), column(3, 1, 3)], 4)
    expect(simplex.solve(Float64Array.of(10, 20, 15, 15))).toBeCloseTo(40 + 25 + 45, 9)
    expect(simplex.solve(Float64Array.of(20, 10, 15, 15))).toBeCloseTo(60 + 30 + 30, 9)
    expect(Array.from(simplex.solution())).toEqual([15, 5, 0, 10])
    expect(simplex.solve(Float64Array.of(10, 10, 15, 15))).toBe(Number.POSITIVE_INFINITY)
    expect(simplex.solve(Float64Array.of(0, 0, 0, 0))).toBe(0)
  })
})
