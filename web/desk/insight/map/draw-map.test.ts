import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawMap, stepHeight, stepWidth } from './draw-map.ts'
import { rankSteps } from './rank-steps.ts'

const arcs = [
  { source: 'accept', target: 'survey', count: 10 },
  { source: 'survey', target: 'draft', count: 9 },
  { source: 'draft', target: 'sign', count: 12 },
  { source: 'sign', target: 'draft', count: 3 },
  { source: 'sign', target: 'reply', count: 9 },
  { source: 'accept', target: 'draft', count: 1 },
  { source: 'accept', target: 'accept', count: 1 },
]
const ids = ['accept', 'survey', 'draft', 'sign', 'reply']

describe('a process map', () => {
  it('leads down along what most cases do, and back where they return', () => {
    const { rowOf, back } = rankSteps(ids, arcs)
    expect(ids.map((id) => rowOf.get(id))).toEqual([0, 1, 2, 3, 4])
    expect(back.map(({ source, target }) => `${source} ${target}`)).toEqual(['sign draft', 'accept accept'])
  })

  it('draws every step and every path inside its frame, and no step over another', () => {
    const anyMap = fc.integer({ min: 1, max: 14 }).chain((size) =>
      fc.record({
        size: fc.constant(size),
        arcs: fc.uniqueArray(
          fc.record({
            source: fc.integer({ min: 0, max: size - 1 }),
            target: fc.integer({ min: 0, max: size - 1 }),
            count: fc.integer({ min: 1, max: 99 }),
          }),
          { selector: ({ source, target }) => source * size + target, maxLength: 30 },
        ),
      }),
    )
    fc.assert(
      fc.property(anyMap, ({ size, arcs: numbered }) => {
        const steps = Array.from({ length: size }, (_, i) => `s${i}`)
        const named = numbered.map((arc) => ({ ...arc, source: `s${arc.source}`, target: `s${arc.target}` }))
        const drawn = drawMap(steps, named)
        expect(drawn.arcs.map(({ arc }) => arc)).toHaveLength(named.length)
        for (const { path } of drawn.arcs) expect(path).not.toMatch(/NaN|Infinity/)
        for (const a of drawn.steps) {
          expect(a.x >= 0 && a.y >= 0 && a.x + stepWidth <= drawn.width && a.y + stepHeight <= drawn.height).toBe(true)
          for (const b of drawn.steps) {
            if (a !== b && a.y === b.y) expect(Math.abs(a.x - b.x)).toBeGreaterThanOrEqual(stepWidth)
          }
        }
      }),
    )
  })
})
