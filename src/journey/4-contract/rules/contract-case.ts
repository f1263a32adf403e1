import { type CaseFile, companyDetails, type PublishedStandards } from '#casefile'
import { getApplication } from '#journey/acceptance'
import type { SupplyPlan } from '#journey/supply-plan'
import { accept, formatYuan, type PlainDate, type Result } from '#kernel'
import type { DraftContract } from '../api.ts'
import { accountNumberOf } from './account-number.ts'
import type { Fees } from './compute-fees.ts'
import type { ContractValues } from './contract-values.ts'
import * as words from './contract-words.ts'
import type { ContractFacts } from './draft-contract.ts'
import { findEmergencyNeed } from './judge-own-generator.ts'
import { findReplacedContract, replacedContractText } from './replaced-contract.ts'

export interface ContractCase {
  readonly file: CaseFile
  readonly form: DraftContract
  readonly plan: SupplyPlan
  readonly fees: Fees
  readonly dispatched: boolean
  readonly annexes: readonly string[]
  readonly companyName: string
  readonly standards: PublishedStandards
  readonly today: PlainDate
}

export type ContractKind = 'resident' | 'lv' | 'hv' | 'temporary'

export function contractKindOf({ state }: CaseFile): ContractKind {
  const { kind, category, voltageClass } = state.profile
  if (kind === 'temporary') return 'temporary'
  return category === 'resident' ? 'resident' : voltageClass
}

/** The figures of the published table for a kind of contract or agreement. */
export function findContractTerms(
  kind: string,
  standards: PublishedStandards,
  today: PlainDate,
): Result<Readonly<Record<string, number>>> {
  const rows = standards.decide('contract-terms', { contractKind: kind }, today)
  if (!rows.ok) return rows
  return accept(Object.fromEntries(rows.value.map(({ outputs }) => [String(outputs.key), Number(outputs.value)])))
}

/** How capacity is charged: as asked, where the tariff leaves a choice; by capacity where two parts are the rule. */
export function priceBasisOf({ plan, form }: Pick<ContractCase, 'plan' | 'form'>): 'energy' | 'capacity' | 'demand' {
  const tariffClass = plan.metering[0]?.tariffClass
  if (tariffClass === 'commercial-choice') return form.priceBasis ?? 'energy'
  if (tariffClass !== 'commercial-two-part') return 'energy'
  return form.priceBasis === 'demand' ? 'demand' : 'capacity'
}

/** Everything the clause library asks of a case: the values of its placeholders and the conditions of its clauses. */
export function contractFactsOf(input: ContractCase, termYears: number, terms: ContractValues): Result<ContractFacts> {
  const { file, plan, standards, today } = input
  const importance = String(file.state.variables.importance ?? 'none')
  const need = findEmergencyNeed(importance, plan.securityLoadKw, standards, today)
  if (!need.ok) return need
  const twoPart = priceBasisOf(input) !== 'energy'
  const isResident = file.state.profile.category === 'resident'
  const replaced = findReplacedContract(file)
  return accept({
    kind: contractKindOf(file),
    onDate: today,
    values: {
      ...terms,
      ...partyValues(input),
      ...supplyValues(plan),
      ...paymentValues(input),
      securityLoadKw: plan.securityLoadKw,
      emergencyRatio: need.value.ratio,
      termYears,
      ...temporaryValues(input),
      termFrom: today,
      replacedContract: replacedContractText(replaced),
      annexesText: input.annexes.join('、'),
      courtName: { zh: '有管辖权的人民法院', en: 'the people’s court that has jurisdiction' },
    },
    conditions: {
      twoPart,
      dispatched: input.dispatched,
      dualSource: plan.sources.length > 1,
      important: need.value.important && plan.securityLoadKw > 0,
      ownGenerator: file.state.variables.ownGenerator === true,
      equipmentAnnex: getApplication(file).load.equipment?.length > 0,
      meteredOnLowSide: plan.metering.some((point) => point.meteringMode === 'hl'),
      powerFactorAssessed: !isResident && plan.approvedCapacityKva >= standards.setting('power-factor-from-kva', today),
      timeOfUse: !isResident,
      replacesContract: replaced !== undefined,
    },
  })
}

/** A temporary supply's contract ends with the supply; years of a term say nothing of it. */
function temporaryValues({ form, standards, today }: ContractCase): ContractValues {
  const { temporaryUntil } = form
  if (!temporaryUntil) return {}
  return { termTo: temporaryUntil, temporaryMonths: standards.setting('temporary-supply-months', today) }
}

function partyValues({ file, companyName, standards, today }: ContractCase): ContractValues {
  const { profile } = file.state
  const { applicant, load } = getApplication(file)
  const industry = load.industry
    ? standards.decide('importance-by-industry', { industry: load.industry }, today)
    : undefined
  const named = industry?.ok ? industry.value[0]?.outputs : undefined
  const { servicePhone, supervisionPhone } = companyDetails(standards, today)
  return {
    supplierName: companyName,
    servicePhone,
    supervisionPhone,
    customerName: profile.customerName,
    customerNumber: accountNumberOf(file),
    customerIdNumber: applicant.idNumber,
    customerPhone: applicant.phone,
    address: profile.address,
    categoryName: profile.category === 'resident' ? words.categoryWords.resident : words.categoryWords['non-resident'],
    industryName: named
      ? { zh: String(named.nameZh), en: String(named.nameEn) }
      : { zh: load.industry ?? '不分行业', en: load.industry ?? 'none in particular' },
    loadNature: words.loadNatureWords[load.loadNature],
  }
}

function supplyValues(plan: SupplyPlan): ContractValues {
  const { voltageKv, sources, metering, transformers } = plan
  const first = sources[0]
  return {
    contractCapacityKva: plan.approvedCapacityKva,
    voltageName: voltageKv < 1 ? `${voltageKv * 1000} V` : `${voltageKv} kV`,
    nominalVoltageV: voltageKv * 1000,
    sourceCount: sources.length,
    sourcesText: sources
      .map(
        (source) =>
          `${words.sourceRoleWords[source.role].zh}：${source.substation}${source.feeder}，${source.capacityKva} kVA`,
      )
      .join('；'),
    operatingMode: words.operationModeWords[first?.operationMode ?? 'single'],
    boundaryText: sources.map((source) => source.boundaryPoint).join('；'),
    transformersText: transformers.map((entry) => `${entry.capacityKva} kVA ${entry.count} 台`).join('、') || '无',
    meteringMode: words.meteringModeWords[metering[0]?.meteringMode ?? 'll'],
    meteringText: metering.map(describePoint).join('；'),
  }
}

function describePoint(point: SupplyPlan['metering'][number]): string {
  const transformer = point.ctRatio ? `电流互感器 ${point.ctRatio} A` : '直接接入'
  return `计量点${point.point}，电能表 ${point.accuracyClass} 级，${transformer}`
}

function paymentValues(input: ContractCase): ContractValues {
  const { form, plan, fees } = input
  return {
    tariffClassName: words.tariffWords[plan.metering[0]?.tariffClass ?? 'commercial-single'],
    capacityPriceMode: words.priceBasisWords[priceBasisOf(input)],
    meterReadingDay: form.meterReadingDay,
    paymentDay: form.paymentDay,
    paymentMethodName: words.paymentWords[form.paymentMethod],
    serviceChargesText: {
      zh: fees.dueFen > 0 ? `${formatYuan(fees.dueFen)} 元` : '0 元',
      en: fees.dueFen > 0 ? `${formatYuan(fees.dueFen)} yuan` : '0 yuan',
    },
  }
}
