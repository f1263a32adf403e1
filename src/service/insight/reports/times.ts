import { percentileInPlace } from '#insight/process-map/order-statistics'

/** How long something took, working days; null where nothing was measured. */
export interface Times {
  readonly median: number | null
  readonly mean: number | null
  readonly p90: number | null
}

/** The figures of some durations in working days. */
export function timesOf(days: readonly number[]): Times {
  if (days.length === 0) return { median: null, mean: null, p90: null }
  const sorted = Float64Array.from(days)
  return {
    median: round(percentileInPlace(sorted, 0.5)),
    mean: round(days.reduce((sum, value) => sum + value, 0) / days.length),
    p90: round(percentileInPlace(sorted, 0.9)),
  }
}

/** Working days to a thousandth (about half a minute): what lies behind is noise. */
export const round = (value: number): number => Math.round(value * 1000) / 1000
