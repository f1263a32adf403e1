import { type CaseFile, findBody, type VoltageClass } from '#casefile'
import { findExistingSupply, getApplication } from '#journey/acceptance'
import { accept, type Result, refuse } from '#kernel'
import type { PowerStandards } from '#power'
import type { SurveySite } from '../api.ts'
import { estimateSiteLoad, type SiteLoad } from './estimate-site-load.ts'

/** The survey as it stands in the case. */
export type Survey = SurveySite & { readonly flags: readonly string[] }

/** What a supply plan is drafted from and checked against: the application, the survey, and the load they add up to. */
export interface PlanBasis {
  readonly category: string
  readonly voltageClass: VoltageClass
  readonly importance: string
  readonly sources: number
  readonly residentialCompound: boolean
  readonly isThreePhase: boolean
  /** Approved by the survey, else as asked for. Low voltage counts 1 kW as 1 kVA. */
  readonly capacityKva: number
  /** What an increase comes on top of; 0 for a new supply. */
  readonly existingKva: number
  readonly load: SiteLoad
  readonly lineDistanceM: number
  readonly securityLoadKw: number
  readonly ownGeneratorKw: number
  readonly customerWorks: boolean
  readonly gridWorks: boolean
  readonly canSupply: boolean
  readonly cannotSupplyReason: string
}

/** Refusal `no-survey` where nobody has been on site. `power` are the rows in force today. */
export function readPlanBasis(file: CaseFile, power: PowerStandards): Result<PlanBasis> {
  const survey = findBody<Survey & Record<string, never>>(file, 'site-surveyed')
  if (!survey) return refuse({ code: 'no-survey' })
  const { load: asked } = getApplication(file)
  const { profile, variables } = file.state
  const listed = { equipment: asked.equipment ?? [], dwellings: survey.dwellings ?? [] }
  const load = estimateSiteLoad(listed, survey.approvedLoadKw ?? asked.requestedKw, power)
  if (!load.ok) return load
  return accept({
    category: profile.category,
    voltageClass: profile.voltageClass,
    importance: String(variables.importance ?? 'none'),
    sources: Number(variables.sources ?? asked.sources ?? 1),
    residentialCompound: variables.residentialCompound === true,
    isThreePhase: survey.phases === 'three-phase',
    capacityKva: capacityOf(profile.voltageClass, survey, asked),
    existingKva: presentKvaOf(file, asked),
    load: load.value,
    lineDistanceM: survey.lineDistanceM ?? 0,
    securityLoadKw: Math.max(survey.securityLoadKw, asked.securityLoadKw ?? 0),
    ownGeneratorKw: survey.ownGenerator ? survey.ownGeneratorKw : 0,
    customerWorks: survey.customerWorks,
    gridWorks: survey.gridWorks,
    canSupply: survey.canSupply,
    cannotSupplyReason: survey.cannotSupplyReason,
  })
}

/** What an increase builds on: as the clerk found it in the records, else as the customer wrote. */
function presentKvaOf(file: CaseFile, asked: ReturnType<typeof getApplication>['load']): number {
  if (file.state.profile.kind !== 'increase') return 0
  return findExistingSupply(file)?.capacityKva ?? asked.existingKva ?? 0
}

function capacityOf(
  voltageClass: VoltageClass,
  survey: Survey,
  asked: ReturnType<typeof getApplication>['load'],
): number {
  if (voltageClass === 'lv') return survey.approvedLoadKw ?? asked.requestedKw
  const wholeKva = (asked.requestedKva ?? asked.requestedKw) + (asked.existingKva ?? 0)
  return survey.approvedCapacityKva ?? wholeKva
}
