import { describe, expect, it } from 'vitest'
import { listAmounts } from './places.ts'

const network = {
  points: [
    { name: 'A-1', kind: 'ring-main-unit' },
    { name: 'I', kind: 'bus-section' },
    { name: 'II', kind: 'bus-section' },
  ],
  busSections: [{ name: 'I' }, { name: 'II' }],
  mainTransformers: [
    { name: 'T1', busSection: 0 },
    { name: 'T2', busSection: 1 },
  ],
  feeders: [
    { name: 'A', busSection: 0 },
    { name: 'B', busSection: 0 },
    { name: 'C', busSection: 1 },
  ],
  distributionTransformers: [],
} as never
const source = { feeder: 'A', busSection: 'I', accessPoint: 'A-1', capacityKva: 800 }
const amountsOf = (more: object) =>
  Object.fromEntries(listAmounts(network, { ...source, ...more }).map(({ place, amount }) => [place, amount]))

describe('what a source takes', () => {
  it('is its capacity at feeder and main transformer, and one bay', () => {
    expect(amountsOf({})).toEqual({ 'feeder:A': 800, 'transformer:T1': 800, 'bay:A-1': 1 })
  })
  it('no bay for who is tied in already', () => {
    expect(amountsOf({ isPresent: true, capacityKva: 300 })).toEqual({ 'feeder:A': 300, 'transformer:T1': 300 })
  })
  it('load handed to a neighbour is taken there, and the less here', () => {
    const to = (toFeeder: string, kva: number) => amountsOf({ isPresent: true, transfer: { toFeeder, kva } })
    // On the same main transformer nothing but the customer comes on top.
    expect(to('B', 500)).toEqual({ 'feeder:A': 300, 'feeder:B': 500, 'transformer:T1': 800 })
    expect(to('C', 500)).toEqual({ 'feeder:A': 300, 'feeder:C': 500, 'transformer:T1': 300, 'transformer:T2': 500 })
    // More room made than is taken is promised to nobody else before the work is done.
    expect(to('C', 1000)).toEqual({ 'feeder:C': 1000, 'transformer:T2': 1000 })
  })
  it('a feeder moved to another bus section takes the load it brings along, and a bay, there', () => {
    expect(amountsOf({ move: { toBusSection: 'II', kva: 3000 } })).toEqual({
      'feeder:A': 800,
      'transformer:T2': 3800,
      'bay:II': 1,
      'bay:A-1': 1,
    })
  })
})
