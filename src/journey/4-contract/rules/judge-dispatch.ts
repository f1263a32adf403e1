import type { CaseFile, PublishedStandards } from '#casefile'
import type { SupplyPlan } from '#journey/supply-plan'
import { accept, type PlainDate, type Result } from '#kernel'

export interface DispatchScope {
  readonly dispatched: boolean
  readonly basis: string
}

/** 调度管辖: by the table `dispatch-scope`; the plan may put a station under dispatch that the table would leave out, never the other way. */
export function judgeDispatch(
  file: CaseFile,
  plan: SupplyPlan,
  standards: PublishedStandards,
  today: PlainDate,
): Result<DispatchScope> {
  const { voltageKv, approvedCapacityKva: capacityKva, sources } = plan
  const ownGenerator = file.state.variables.ownGenerator === true
  const rows = standards.decide(
    'dispatch-scope',
    { voltageKv, capacityKva, sources: sources.length, ownGenerator },
    today,
  )
  if (!rows.ok) return rows
  const outputs = rows.value[0]?.outputs
  if (outputs?.dispatched === true) return accept({ dispatched: true, basis: String(outputs.basis) })
  if (plan.dispatched) return accept({ dispatched: true, basis: '供电方案确定列入调度管辖' })
  return accept({ dispatched: false, basis: String(outputs?.basis ?? '') })
}
