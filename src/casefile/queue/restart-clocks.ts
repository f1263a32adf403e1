import type { PlainDate } from '#kernel'
import type { CaseFile } from '../case-file.ts'
import type { NewFact } from '../fact.ts'
import { findLimits } from '../find-limits.ts'
import type { PublishedStandards } from '../standards.ts'

/** New rounds of the clocks a reopened case needs: one for each node with an open task, and the whole process. */
export function factsOfFreshClocks(
  file: CaseFile,
  standards: PublishedStandards,
  today: PlainDate,
  because: string,
): readonly NewFact[] {
  const nodes = new Set(['whole', ...[...file.state.tasks.values()].flatMap((task) => task.node ?? [])])
  return [...nodes].flatMap((node) => {
    const limits = findLimits(standards, file.state.variables, node, today)
    if (limits.length === 0) return []
    const round = file.state.clocks.filter((clock) => clock.node === node).length + 1
    return [
      {
        type: 'clock-started',
        body: { clock: `${node}#${round}`, node, limits: limits.map((limit) => ({ ...limit })), because },
      },
    ]
  })
}
