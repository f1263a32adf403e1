import { type CaseFile, findBody, type PublishedStandards } from '#casefile'
import type { SupplyPlan } from '#journey/supply-plan/api'

export type PlanInForce = SupplyPlan

/** The plan as it stands; undefined before there is one, or after a return voided it. */
export function findPlanInForce(file: CaseFile): PlanInForce | undefined {
  return findBody<PlanInForce & Record<string, never>>(file, 'supply-plan-drafted')
}

/** The province whose price list holds for the company: its own published data. */
export function findProvince(standards: PublishedStandards): string | undefined {
  const company = standards.library('document', 'company') as { province?: unknown } | undefined
  return typeof company?.province === 'string' ? company.province : undefined
}
