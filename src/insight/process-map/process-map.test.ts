import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type EventLog, traceOf } from '../log/event-log.ts'
import { EventLogBuilder } from '../log/event-log-builder.ts'
import { directlyFollows } from './directly-follows.ts'
import { medianInPlace, percentileInPlace, selectInPlace } from './order-statistics.ts'
import { throughput } from './throughput.ts'
import { variants, variantTrace } from './variants.ts'

const traces = fc.array(fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 6 }), {
  minLength: 1,
  maxLength: 30,
})

function logOf(cases: readonly (readonly string[])[]): EventLog {
  const builder = new EventLogBuilder()
  cases.forEach((trace, c) => {
    trace.forEach((activity, i) => {
      builder.add(`case ${c}`, activity, 1000 * (i * i + c))
    })
  })
  return builder.build('by-time')
}

/** The same graph the slow and obvious way. */
function plainGraph(cases: readonly (readonly string[])[]): Map<string, number[]> {
  const steps = new Map<string, number[]>()
  for (const trace of cases) {
    for (let i = 1; i < trace.length; i++) {
      const edge = `${trace[i - 1]}>${trace[i]}`
      steps.set(edge, [...(steps.get(edge) ?? []), i * i - (i - 1) * (i - 1)])
    }
  }
  return steps
}

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return ((sorted[(sorted.length - 1) >> 1] ?? 0) + (sorted[sorted.length >> 1] ?? 0)) / 2
}

describe('directly-follows graph', () => {
  it('counts and times every step, as a plain count does', () => {
    fc.assert(
      fc.property(traces, (cases) => {
        const graph = directlyFollows(logOf(cases), { medians: true })
        const plain = plainGraph(cases)
        expect(graph.count.length).toBe(plain.size)
        graph.count.forEach((count, e) => {
          const edge = `${graph.activities[graph.source[e]!]}>${graph.activities[graph.target[e]!]}`
          const steps = plain.get(edge) ?? []
          expect(count).toBe(steps.length)
          expect(graph.meanSeconds[e]).toBeCloseTo(steps.reduce((a, b) => a + b, 0) / steps.length, 9)
          expect(graph.medianSeconds[e]).toBe(median(steps))
        })
      }),
    )
  })

  it('gives the same with so many activities that the matrix gives way to a hash map', () => {
    const cases = Array.from({ length: 50 }, (_, c) =>
      Array.from({ length: 60 }, (_, i) => `act ${(c * 60 + i * 7) % 2500}`),
    )
    const graph = directlyFollows(logOf(cases), { medians: true })
    const plain = plainGraph(cases)
    expect(graph.activities.length).toBeGreaterThan(2048)
    expect(graph.count.length).toBe(plain.size)
    expect(graph.count.reduce((a, b) => a + b, 0)).toBe(50 * 59)
    graph.medianSeconds.forEach((value, e) => {
      const edge = `${graph.activities[graph.source[e]!]}>${graph.activities[graph.target[e]!]}`
      expect(value).toBe(median(plain.get(edge) ?? []))
    })
  })
})

describe('variants', () => {
  it('are the distinct traces with their number of cases', () => {
    fc.assert(
      fc.property(traces, (cases) => {
        const log = logOf(cases)
        const found = variants(log)
        const plain = new Map<string, number>()
        for (const trace of cases) plain.set(trace.join(), (plain.get(trace.join()) ?? 0) + 1)
        expect(found.variantCount).toBe(plain.size)
        for (let v = 0; v < found.variantCount; v++) {
          expect(found.caseCount[v]).toBe(plain.get(variantTrace(log, found, v).join()))
        }
        found.variantOf.forEach((v, c) => {
          expect(variantTrace(log, found, v)).toEqual(traceOf(log, c))
        })
      }),
    )
  })

  it('keeps counting when thousands of variants outgrow the first table', () => {
    const cases = Array.from({ length: 3000 }, (_, c) => [...c.toString(4).padStart(6, '0')])
    expect(variants(logOf(cases)).variantCount).toBe(3000)
  })
})

describe('order statistics', () => {
  const values = fc.array(fc.double({ noNaN: true }), { minLength: 1, maxLength: 200 })

  it('selects what sorting would put there', () => {
    fc.assert(
      fc.property(values, fc.nat(), (list, at) => {
        const k = at % list.length
        expect(selectInPlace(Float64Array.from(list), k)).toBe(Float64Array.from(list).sort()[k])
      }),
    )
  })

  it('interpolates percentiles', () => {
    const data = () => Float64Array.from([40, 15, 50, 20, 35])
    expect(percentileInPlace(data(), 0.4)).toBeCloseTo(29, 12)
    expect(percentileInPlace(data(), 1)).toBe(50)
    expect(medianInPlace(data())).toBe(35)
    expect(medianInPlace(Float64Array.from([3, 1, 2, 10]))).toBe(2.5)
    expect(medianInPlace(new Float64Array())).toBeNaN()
  })
})

describe('event order', () => {
  it('sorts the events of a case by time, equal times as they came', () => {
    const builder = new EventLogBuilder()
    builder.add('x', 'late', 30)
    builder.add('y', 'only', 5)
    builder.add('x', 'first of ten', 10)
    builder.add('x', 'second of ten', 10)
    const log = builder.build('by-time')
    expect(traceOf(log, 0)).toEqual(['first of ten', 'second of ten', 'late'])
    expect(traceOf(log, 1)).toEqual(['only'])
    expect(throughput(log).meanSeconds).toBe(0.01)
  })
})
