import { checkSources, getEmergencySourceKw, type PowerStandards } from '#power'
import type { PlanSource, SupplyPlan } from '../api.ts'
import { lineCurrentA, maxDropPercent, readLine } from './conduct-source.ts'
import type { PlanBasis } from './plan-basis.ts'
import { atLeast, atMost, type PlanCheck } from './plan-check.ts'

const importanceRule = 'GB/T 29328; 电监安全〔2008〕43号'
const dropRule = 'GB/T 12325'

/** Number and independence of the sources, what they carry together and one without the largest, and each one's line. */
export function checkPlanSources(plan: SupplyPlan, basis: PlanBasis, power: PowerStandards): readonly PlanCheck[] {
  const kva = plan.sources.map((source) => source.capacityKva)
  const total = kva.reduce((sum, value) => sum + value, 0)
  return [
    atLeast('sources-carry-capacity', total, plan.approvedCapacityKva, '供电容量不小于核定容量'),
    ...checkGrade(plan, basis, power),
    ...(plan.sources.length > 1 && plan.securityLoadKw > 0
      ? [atLeast('sources-carry-security-load', total - Math.max(...kva), plan.securityLoadKw, importanceRule)]
      : []),
    ...plan.sources.flatMap((source) => checkLine(source, basis, power)),
  ]
}

function checkGrade(plan: SupplyPlan, basis: PlanBasis, power: PowerStandards): PlanCheck[] {
  const grade = power.importanceGrades.find((row) => row.grade === basis.importance)
  if (!grade) return []
  const hasEmergency = plan.ownGeneratorKw >= getEmergencySourceKw(plan.securityLoadKw, power.parameters)
  const faults = checkSources(
    grade,
    plan.sources,
    grade.grade === 'temporary' && plan.ownGeneratorKw > 0 && hasEmergency,
  )
  const separation = faults.filter((fault) => fault !== 'sources.tooFew')
  return [
    {
      check: 'sources-enough',
      number: plan.sources.length,
      limit: grade.minSources,
      source: importanceRule,
      verdict: faults.includes('sources.tooFew') ? 'failed' : 'met',
    },
    {
      check: 'sources-separate',
      number: separation.join(', ') || 'separate',
      limit: grade.separation,
      source: importanceRule,
      verdict: separation.length > 0 ? 'failed' : 'met',
    },
    atLeast(
      'emergency-source',
      plan.ownGeneratorKw,
      getEmergencySourceKw(plan.securityLoadKw, power.parameters),
      importanceRule,
    ),
  ]
}

function checkLine(source: PlanSource, basis: PlanBasis, power: PowerStandards): PlanCheck[] {
  const check = (name: string) => `source.${source.sourceNumber}.${name}`
  const line = readLine(source, basis, power)
  const catalogue = 'standards/catalogue/conductors.csv'
  if (!line) {
    return [{ check: check('conductor'), number: source.conductor, limit: null, source: catalogue, verdict: 'unknown' }]
  }
  const loadA = lineCurrentA(source)
  return [
    line.ampacityA === undefined
      ? { check: check('ampacity'), number: null, limit: Math.round(loadA), source: catalogue, verdict: 'unknown' }
      : atLeast(check('ampacity'), line.ampacityA, loadA, catalogue),
    atMost(check('voltage-drop'), line.dropPercent, maxDropPercent(source.voltageKv, power), dropRule),
  ]
}
