import type { ComparedPlan, PlanComparison } from '#casefile'
import { failsHard, type PlanDescription } from '#power'

type Compared = Pick<PlanDescription, 'sources' | 'checks' | 'cost'>

/** The figures plans are compared by. */
export const figuresOf = ({ sources, checks, cost }: Compared): ComparedPlan => ({
  accessPoints: sources.map(({ accessPoint }) => accessPoint),
  conductors: sources.map(({ conductor }) => conductor),
  lengthM: Math.round(sources.reduce((sum, { route }) => sum + route.lengthM, 0)),
  lowFen: cost.lowFen,
  highFen: cost.highFen,
  lifeCycleFen: cost.lifeCycleFen,
  failed: [...sources.flatMap((source) => source.checks), ...checks].filter(failsHard).length,
})

/** A plan beside the drafted one from the same access points, whatever their order, and beside the best that was drafted. */
export function compareWithDraft(
  plan: Compared,
  drafted: readonly (Compared & { readonly rank: number })[],
): PlanComparison {
  const key = ({ sources }: Compared) =>
    sources
      .map(({ accessPoint }) => accessPoint)
      .toSorted()
      .join('\n')
  const ranked = (found: (typeof drafted)[number] | undefined) =>
    found ? { rank: found.rank, ...figuresOf(found) } : null
  return {
    plan: figuresOf(plan),
    draft: ranked(drafted.find((each) => key(each) === key(plan))),
    best: ranked(drafted[0]),
  }
}
