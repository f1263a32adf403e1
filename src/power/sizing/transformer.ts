import { accept, type Result, refuse } from '#kernel'
import type { TableRow } from '../standards/tables.ts'

export interface TransformerChoice {
  readonly unitKva: number
  readonly count: number
  readonly totalKva: number
  /** Load over rating, 0 to 1, before β is counted again. */
  readonly loading: number
}

/**
 * The smallest standard rating, or the fewest equal units of one, that gives `neededKva`. `maxUnitKva` is the ceiling
 * of the mounting (pole, box, room). Refusal `transformer.notPositive`, `transformer.noSize`.
 */
export function chooseTransformer(
  neededKva: number,
  sizes: readonly Pick<TableRow<'transformerSizes'>, 'kva'>[],
  maxUnitKva = Number.POSITIVE_INFINITY,
): Result<TransformerChoice> {
  if (!(neededKva > 0)) return refuse({ code: 'transformer.notPositive', data: { neededKva } })
  const usable = sizes.map((size) => size.kva).filter((kva) => kva <= maxUnitKva)
  const largest = Math.max(0, ...usable)
  if (largest === 0) return refuse({ code: 'transformer.noSize', data: { maxUnitKva } })
  const count = Math.ceil(neededKva / largest)
  const unitKva = Math.min(...usable.filter((kva) => kva * count >= neededKva))
  return accept({ unitKva, count, totalKva: unitKva * count, loading: neededKva / (unitKva * count) })
}

/** Losses of a transformer at a loading (0 to 1) and cosφ, W: P0 + β²·Pk. */
export const getTransformerLossW = (row: { noLoadW: number; loadLossW: number }, loading: number): number =>
  row.noLoadW + loading ** 2 * row.loadLossW
