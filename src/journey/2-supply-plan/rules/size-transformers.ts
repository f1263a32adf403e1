import { accept, type Result } from '#kernel'
import { chooseTransformer, type PowerStandards } from '#power'
import type { PlanTransformer } from '../api.ts'
import type { PlanBasis } from './plan-basis.ts'

type Mounting = PlanTransformer['mounting']

/** Where a transformer may stand: in a residential compound in its own room, otherwise pole, box or room by its size. */
function mountingsFor(basis: PlanBasis): readonly Mounting[] {
  if (basis.residentialCompound) return ['residential-room']
  return basis.sources > 1 ? ['room'] : ['pole', 'box', 'room']
}

const usualMaxKva = (mounting: Mounting, power: PowerStandards) =>
  power.transformerMountings.find((row) => row.mounting === mounting)?.usualMaxKva ?? 0

/**
 * The customer's transformers: one of the smallest standard size that gives the capacity, two equal ones where there are
 * two sources (each can stand still for the other), more where one would be above the usual ceiling of its mounting.
 * Low voltage needs none.
 */
export function sizeTransformers(basis: PlanBasis, power: PowerStandards): Result<readonly PlanTransformer[]> {
  if (basis.voltageClass === 'lv') return accept([])
  const parts = basis.sources > 1 ? 2 : 1
  const mountings = mountingsFor(basis)
  const largestKva = Math.max(...mountings.map((mounting) => usualMaxKva(mounting, power)))
  const chosen = chooseTransformer(basis.capacityKva / parts, power.transformerSizes, largestKva)
  if (!chosen.ok) return chosen
  const { unitKva, count } = chosen.value
  return accept([{ capacityKva: unitKva, count: count * parts, mounting: mountingOf(unitKva, basis, power) }])
}

/** Transformers as a designer chose them. */
export interface ChosenTransformer {
  readonly unitKva: number
  readonly count: number
}

/** The chosen transformers where they may stand; none at low voltage, whatever was chosen. */
export const takeTransformers = (
  { unitKva, count }: ChosenTransformer,
  basis: PlanBasis,
  power: PowerStandards,
): Result<readonly PlanTransformer[]> =>
  accept(
    basis.voltageClass === 'lv' ? [] : [{ capacityKva: unitKva, count, mounting: mountingOf(unitKva, basis, power) }],
  )

const mountingOf = (unitKva: number, basis: PlanBasis, power: PowerStandards): Mounting => {
  const mountings = mountingsFor(basis)
  return mountings.find((place) => unitKva <= usualMaxKva(place, power)) ?? mountings.at(-1) ?? 'room'
}

export const totalKva = (transformers: readonly PlanTransformer[]): number =>
  transformers.reduce((total, row) => total + row.capacityKva * row.count, 0)

export const unitCount = (transformers: readonly PlanTransformer[]): number =>
  transformers.reduce((total, row) => total + row.count, 0)
