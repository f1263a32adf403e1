import { accept, type Result, refuse } from '#kernel'
import { getParameter, type Parameter } from '../standards/parameter.ts'
import type { TableRow } from '../standards/tables.ts'

type CurrentTransformer = TableRow<'currentTransformers'>
type MeteringClass = TableRow<'meteringClasses'>

export interface MeteringNeed {
  readonly supplyKv: number
  readonly capacityKva: number
  readonly transformerCount: number
  /** Secondary voltage of the customer's transformer, kV. */
  readonly lowKv: number
}

export interface Metering {
  /** 高供高计, 高供低计, or low voltage. */
  readonly arrangement: 'high-supply-high-meter' | 'high-supply-low-meter' | 'low-voltage'
  readonly meteredKv: number
  readonly class: MeteringClass['class']
  readonly activeClass: string | undefined
  readonly currentTransformerClass: string | undefined
  readonly voltageTransformerClass: string | undefined
  readonly ratedA: number
  /** Left out where the meter is connected directly. */
  readonly currentTransformer?: { readonly primaryA: number; readonly secondaryA: number }
  readonly voltageTransformer?: { readonly primaryKv: number; readonly secondaryKv: number }
  /** Transformer losses are added to what the low-side meter reads (变损). */
  readonly addsTransformerLosses: boolean
}

export interface MeteringTables {
  readonly currentTransformers: readonly CurrentTransformer[]
  readonly meteringClasses: readonly MeteringClass[]
  readonly parameters: readonly Parameter[]
}

/** Rated current of a capacity, A: three-phase S/(√3·U), single-phase S/U. */
export const getRatedA = (capacityKva: number, kv: number): number => capacityKva / ((kv < 0.3 ? 1 : Math.sqrt(3)) * kv)

/** The smallest standard current transformer whose primary is at least margin × rated current. */
export function chooseCurrentTransformer(
  ratedA: number,
  rows: readonly CurrentTransformer[],
  margin: number,
): Result<CurrentTransformer> {
  const row = rows.toSorted((a, b) => a.primaryA - b.primaryA).find(({ primaryA }) => primaryA >= margin * ratedA)
  return row ? accept(row) : refuse({ code: 'metering.currentBeyondTable', data: { ratedA, margin } })
}

/** Class of a metering point by DL/T 448-2016: by the voltage at which the trade is settled. */
export function getMeteringClass(meteredKv: number, rows: readonly MeteringClass[]): MeteringClass {
  const row = rows.find(
    (found) =>
      meteredKv >= (found.minKv ?? Number.POSITIVE_INFINITY) && meteredKv < (found.belowKv ?? Number.POSITIVE_INFINITY),
  )
  if (!row) throw new Error(`no metering class for ${meteredKv} kV`)
  return row
}

/** Class by DL/T 448-2000, still met in old records: by monthly energy or capacity. */
export function findMeteringClass2000(
  point: { capacityKva: number; mwhPerMonth?: number; isSinglePhase: boolean },
  rows: readonly MeteringClass[],
): MeteringClass | undefined {
  const edition = rows.filter((row) => row.edition === '2000')
  if (point.isSinglePhase) return edition.find((row) => row.class === 'V')
  const bySize = edition.filter((row) => row.minKva !== undefined).toSorted((a, b) => (b.minKva ?? 0) - (a.minKva ?? 0))
  return (
    bySize.find(
      (row) =>
        point.capacityKva >= (row.minKva ?? 0) ||
        (row.minMwhPerMonth !== undefined && (point.mwhPerMonth ?? 0) >= row.minMwhPerMonth),
    ) ?? edition.find((row) => row.class === 'IV')
  )
}

/**
 * Metering of one supply point: high-supply high-meter by default; low-meter for one transformer below the limit.
 * Low voltage above the direct limit goes through current transformers.
 */
export function chooseMetering(need: MeteringNeed, tables: MeteringTables): Result<Metering> {
  const isHigh = need.supplyKv >= 1
  const limitKva = getParameter(tables.parameters, 'metering.lowSideBelowKva')
  const isLowMetered = isHigh && need.transformerCount === 1 && need.capacityKva < limitKva
  const meteredKv = isHigh && !isLowMetered ? need.supplyKv : isLowMetered ? need.lowKv : need.supplyKv
  const ratedA = getRatedA(need.capacityKva, meteredKv)
  const classOf = getMeteringClass(
    meteredKv,
    tables.meteringClasses.filter((row) => row.edition === '2016'),
  )
  const metering: Metering = {
    arrangement: !isHigh ? 'low-voltage' : isLowMetered ? 'high-supply-low-meter' : 'high-supply-high-meter',
    meteredKv,
    class: classOf.class,
    activeClass: classOf.activeClass,
    currentTransformerClass: classOf.currentTransformerClass,
    voltageTransformerClass: meteredKv >= 1 ? classOf.voltageTransformerClass : undefined,
    ratedA,
    addsTransformerLosses: isLowMetered,
    ...(meteredKv >= 1 && { voltageTransformer: { primaryKv: meteredKv, secondaryKv: 0.1 } }),
  }
  if (meteredKv < 1 && ratedA <= getParameter(tables.parameters, 'metering.directMaxA')) return accept(metering)
  const chosen = chooseCurrentTransformer(
    ratedA,
    tables.currentTransformers,
    getParameter(tables.parameters, 'metering.ctMargin'),
  )
  if (!chosen.ok) return chosen
  const { primaryA, secondaryA } = chosen.value
  return accept({ ...metering, currentTransformer: { primaryA, secondaryA } })
}
