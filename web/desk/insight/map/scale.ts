import type { MapActivity, MapPath } from '#service/insight/reports/process-map'

/** What tint and width stand for: how often, or how long. */
export type Measure = 'count' | 'time'

/** Number of tints of a step, from none to the strongest. */
export const levels = 5

export const stepValue = (step: MapActivity, measure: Measure): number =>
  measure === 'count' ? step.events : (step.handling.median ?? 0)

/** Tint of a step, 0 to 4, by its share of the largest. */
export function levelOf(step: MapActivity, steps: readonly MapActivity[], measure: Measure): number {
  const largest = Math.max(...steps.map((each) => stepValue(each, measure)))
  return largest <= 0 ? 0 : Math.min(levels - 1, Math.floor((stepValue(step, measure) / largest) * levels))
}

const thinnestPx = 1.5
const thickestPx = 8

/** Width of a path in px, by its share of the largest. */
export function widthOf(path: MapPath, paths: readonly MapPath[], measure: Measure): number {
  const value = (each: MapPath) => (measure === 'count' ? each.count : (each.waiting.median ?? 0))
  const largest = Math.max(...paths.map(value))
  return largest <= 0 ? thinnestPx : thinnestPx + (value(path) / largest) * (thickestPx - thinnestPx)
}
