import type { PublishedStandards } from '#casefile'
import { accept, type PlainDate, type Result, refuse } from '#kernel'
import { chooseMetering, type Metering, type PowerStandards } from '#power'
import type { PlanMetering, PlanSource, SupplyPlan } from '../api.ts'
import { unitCount } from './size-transformers.ts'

const modes = {
  'high-supply-high-meter': 'hh',
  'high-supply-low-meter': 'hl',
  'low-voltage': 'll',
} as const satisfies Record<Metering['arrangement'], PlanMetering['meteringMode']>

/** Tariff class of a capacity by the published table; refusal `no-tariff-class` where it has no row. */
export function tariffOf(
  category: string,
  voltageKv: number,
  capacityKva: number,
  standards: PublishedStandards,
  today: PlainDate,
): Result<PlanMetering['tariffClass']> {
  const rows = standards.decide('tariff', { category, voltageKv, capacityKva }, today)
  if (!rows.ok) return rows
  const found = rows.value[0]?.outputs.tariffClass
  if (typeof found !== 'string') return refuse({ code: 'no-tariff-class', data: { category, voltageKv, capacityKva } })
  return accept(found as PlanMetering['tariffClass'])
}

/** 计量点: one for each source, by DL/T 448-2016; the tariff class goes by the whole capacity of the customer. */
export function meterSource(
  source: PlanSource,
  point: number,
  plan: Pick<SupplyPlan, 'approvedCapacityKva' | 'transformers' | 'sources'>,
  tariffClass: PlanMetering['tariffClass'],
  power: PowerStandards,
): Result<PlanMetering> {
  const chosen = chooseMetering(
    {
      supplyKv: source.voltageKv,
      capacityKva: source.capacityKva,
      // Two sources meet before the transformers: what each brings can only be measured on the high side.
      transformerCount: Math.max(unitCount(plan.transformers), plan.sources.length),
      lowKv: lowSideKv(plan, power),
    },
    power,
  )
  if (!chosen.ok) return chosen
  const { currentTransformer: ct, voltageTransformer: pt, ...metering } = chosen.value
  return accept({
    point,
    sourceNumber: source.sourceNumber,
    meteringMode: modes[metering.arrangement],
    meteredKv: metering.meteredKv,
    capacityKva: source.capacityKva,
    meteringClass: metering.class,
    accuracyClass: metering.activeClass ?? '',
    ...(ct ? { ctRatio: `${ct.primaryA}/${ct.secondaryA}`, ctClass: metering.currentTransformerClass } : {}),
    ...(pt ? { ptRatio: `${pt.primaryKv}/${pt.secondaryKv}`, ptClass: metering.voltageTransformerClass } : {}),
    tariffClass,
    addsTransformerLosses: metering.addsTransformerLosses,
  })
}

/** Secondary voltage of the customer's transformers, from the catalogue of their size. */
function lowSideKv({ transformers }: Pick<SupplyPlan, 'transformers'>, power: PowerStandards): number {
  const size = transformers[0]?.capacityKva
  const row = power.transformers.find((entry) => entry.kva === size) ?? power.transformers[0]
  if (!row) throw new Error('standards/catalogue/transformers.csv has no row in force')
  return row.secondaryKv
}
