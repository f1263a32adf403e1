import { accept, type Result } from '#kernel'
import { type Compensation, chooseCompensation, getRequiredCosPhi } from '../sizing/compensation.ts'
import { addHomes, type DwellingLoad, estimateHomes } from '../sizing/dwellings.ts'
import { getEmergencySourceKw, type ImportanceGrade } from '../sizing/importance.ts'
import { estimateLoad, type LoadEstimate } from '../sizing/load.ts'
import { chooseMetering, type Metering } from '../sizing/metering.ts'
import { getTariffClass, type TariffClass } from '../sizing/tariff.ts'
import { chooseTransformer, type TransformerChoice } from '../sizing/transformer.ts'
import { chooseVoltage, type VoltageLevel } from '../sizing/voltage.ts'
import { getParameter } from '../standards/parameter.ts'
import type { PowerStandards } from '../standards/tables.ts'
import type { PlanRequest } from './request.ts'

/** What the customer needs, before anything is said about where it comes from. */
export interface CustomerNeed {
  readonly estimate: LoadEstimate | undefined
  readonly dwellings: DwellingLoad | undefined
  readonly loadKw: number
  /** After compensation. */
  readonly cosPhi: number
  readonly capacityKva: number
  readonly voltage: VoltageLevel
  readonly transformer: TransformerChoice | undefined
  readonly compensation: Compensation | undefined
  readonly metering: Metering
  readonly tariff: TariffClass
  readonly grade: ImportanceGrade
  readonly sourceCount: number
  readonly emergencySourceKw: number
}

/** Sizes the customer's own side: load, voltage, transformer, compensation, metering, tariff class, number of sources. */
export function getCustomerNeed(request: PlanRequest, standards: PowerStandards): Result<CustomerNeed> {
  const load = getLoad(request, standards)
  if (!load.ok) return load
  const { estimate, dwellings, loadKw, bareCosPhi, required } = load.value
  const loading = getParameter(standards.parameters, 'load.loadingFactor')
  const cosPhi = Math.max(required, bareCosPhi ?? required)
  const neededKva = request.capacityKva ?? loadKw / cosPhi / loading
  const voltage = chooseVoltage(
    { loadKw, capacityKva: neededKva, isThreePhase: request.isThreePhase },
    listLevels(request, standards),
    request.scopes,
  )
  if (!voltage.ok) return voltage
  const isHigh = voltage.value.level.kv >= 1
  const transformer = isHigh ? takeTransformer(request, neededKva, standards) : undefined
  if (transformer && !transformer.ok) return transformer
  const capacityKva = request.capacityKva ?? transformer?.value.totalKva ?? loadKw / cosPhi
  const metering = chooseMetering(
    { supplyKv: voltage.value.level.kv, capacityKva, transformerCount: transformer?.value.count ?? 0, lowKv: 0.4 },
    standards,
  )
  if (!metering.ok) return metering
  const grade = standards.importanceGrades.find((row) => row.grade === request.grade)
  if (!grade) throw new Error(`no importance grade ${request.grade}`)
  const compensation = isHigh
    ? chooseCompensation(
        {
          transformerKva: capacityKva,
          supplyKv: voltage.value.level.kv,
          targetCosPhi: required,
          ...(bareCosPhi !== undefined && { load: { kw: loadKw, cosPhi: bareCosPhi } }),
        },
        standards.parameters,
      )
    : undefined
  return accept({
    estimate,
    dwellings,
    loadKw,
    cosPhi,
    capacityKva,
    voltage: voltage.value.level,
    transformer: transformer?.value,
    compensation,
    metering: metering.value,
    tariff: getTariffClass(capacityKva, standards.tariffClasses),
    grade,
    sourceCount: Math.max(grade.minSources, request.sources === 'single' ? 1 : 2),
    emergencySourceKw: getEmergencySourceKw(request.securityLoadKw ?? 0, standards.parameters),
  })
}

/** Levels of the class that was settled before, where one was. */
const listLevels = ({ voltageClass }: PlanRequest, { voltageLevels }: PowerStandards) =>
  voltageLevels.filter(({ kv }) => voltageClass === undefined || kv >= 1 === (voltageClass === 'high'))

/** The transformers that a designer chose, else the smallest standard size that gives what is needed. */
function takeTransformer({ transformer }: PlanRequest, neededKva: number, { transformerSizes }: PowerStandards) {
  if (!transformer) return chooseTransformer(neededKva, transformerSizes)
  const totalKva = transformer.unitKva * transformer.count
  return accept<TransformerChoice>({ ...transformer, totalKva, loading: neededKva / totalKva })
}

interface CustomerLoad {
  readonly estimate: LoadEstimate | undefined
  readonly dwellings: DwellingLoad | undefined
  readonly loadKw: number
  /** Before compensation; undefined where nothing is known of it. */
  readonly bareCosPhi: number | undefined
  /** Power factor the customer must keep. */
  readonly required: number
}

/** Load as stated, else from equipment and dwellings, else from the approved capacity. */
function getLoad(request: PlanRequest, standards: PowerStandards): Result<CustomerLoad> {
  const required = getRequiredCosPhi(request.customer, standards.powerFactorLimits)
  const estimated = request.equipment.length > 0 ? estimateLoad(request.equipment, standards) : undefined
  if (estimated && !estimated.ok) return estimated
  const homes = request.dwellings.length > 0 ? estimateHomes(request.dwellings, request.scopes, standards) : undefined
  if (homes && !homes.ok) return homes
  const listed = estimated || homes ? addHomes(estimated?.value, homes?.value, required) : undefined
  const loading = getParameter(standards.parameters, 'load.loadingFactor')
  return accept({
    estimate: estimated?.value,
    dwellings: homes?.value,
    loadKw: request.loadKw ?? listed?.loadKw ?? (request.capacityKva ?? 0) * loading * required,
    bareCosPhi: request.cosPhi ?? listed?.cosPhi,
    required,
  })
}
