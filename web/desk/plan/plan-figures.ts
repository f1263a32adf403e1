import { isShareOfOne } from '#journey/supply-plan/rules/network-rule-names'
import type { SourceDescription } from '#power'
import type { PlanOption } from '#service/plan-options/draft-plans'

type Sources = Pick<PlanOption, 'sources'>
type Check = SourceDescription['checks'][number]

/** Every check of a plan: of its sources, then of the sources together. */
export const checksOf = (plan: Sources & { readonly checks?: readonly Check[] }): readonly Check[] => [
  ...plan.sources.flatMap((source) => source.checks),
  ...(plan.checks ?? []),
]

/** A rule that stands against the plan: it does not hold, also where its figure is not known. A soft rule only tells. */
export const isOpen = (check: Check): boolean => check.isHard && check.verdict !== 'holds'

/** The figure of one rule, at its worst over the sources; undefined where no source was checked for it. */
export function figureOf(plan: Sources, rule: string): Check | undefined {
  const found = plan.sources.flatMap((source) => source.checks).filter((check) => check.rule === rule)
  return found.find(isOpen) ?? found.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0))[0]
}

export const lengthM = (plan: Sources): number => plan.sources.reduce((sum, source) => sum + source.route.lengthM, 0)

/** Drop along the customer's own line at its worst, percent; 0 where it was not checked. */
export const dropPercent = (plan: Sources): number =>
  (figureOf(plan, 'proof.lineDrop') ?? figureOf(plan, 'lowVoltage.drop'))?.value ?? 0

/** 10 000 yuan from fen, one decimal. */
export const wan = (fen: number): string => (fen / 1_000_000).toFixed(1)

/** A figure of a check with its unit; shares in per cent. */
export function measured({ rule, unit }: Pick<Check, 'rule' | 'unit'>, value: number | null, unknown: string): string {
  if (value === null) return unknown
  return isShareOfOne(rule) ? `${shown(100 * value, unknown)} %` : `${shown(value, unknown)} ${unit}`.trim()
}

/** A figure as people write it: no more digits than it has meaning. */
export function shown(value: number | null, unknown: string): string {
  if (value === null) return unknown
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2
  return String(Number(value.toFixed(digits)))
}
