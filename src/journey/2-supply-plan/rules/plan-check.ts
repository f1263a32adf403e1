import type { Json } from '#kernel'

/**
 * One thing a plan was checked for. `met`; `departs` from what the rules propose; `failed` a limit; `unknown` where the
 * rules cannot judge it (a conductor the catalogue does not know). All but `met` need a reason in the plan.
 */
export interface PlanCheck {
  /** `capacity-covers-load`, `metering.2.ctRatio` … */
  readonly check: string
  readonly number: Json
  readonly limit: Json
  /** The rule or table it goes by. */
  readonly source: string
  readonly verdict: 'met' | 'departs' | 'failed' | 'unknown'
}

const round = (value: number) => Math.round(value * 100) / 100

export const atLeast = (check: string, number: number, limit: number, source: string): PlanCheck => ({
  check,
  number: round(number),
  limit: round(limit),
  source,
  // Figures that differ only by the rounding of the form are the same.
  verdict: round(number) >= round(limit) ? 'met' : 'failed',
})

export const atMost = (check: string, number: number, limit: number, source: string): PlanCheck => ({
  check,
  number: round(number),
  limit: round(limit),
  source,
  verdict: round(number) <= round(limit) ? 'met' : 'failed',
})

export const asProposed = (check: string, number: Json, limit: Json, source: string): PlanCheck => ({
  check,
  number,
  limit,
  source,
  verdict: number === limit ? 'met' : 'departs',
})
