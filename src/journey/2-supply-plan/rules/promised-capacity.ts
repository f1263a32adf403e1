import type { JsonObject } from '#kernel'
import type { SupplyPlan, TakingSource } from '../api.ts'

type TakingPlan = Pick<SupplyPlan, 'preconditions'> & { readonly sources: readonly TakingSource[] }

/**
 * Capacity that is spoken for from now on, where it hangs in the network: promised and not yet built. Of an increase only
 * what comes on top; with the load that is moved away first, since the promise rests on it.
 */
export const promisedCapacity = (plan: TakingPlan): JsonObject[] =>
  plan.sources.map((source) => {
    const { substation, busSection, feeder, accessPoint, capacityKva, existingKva = 0 } = source
    return {
      substation,
      busSection,
      feeder,
      accessPoint,
      capacityKva: Math.max(0, capacityKva - existingKva),
      ...(existingKva > 0 && { isPresent: true }),
      ...movedFirst(source, plan),
    }
  })

function movedFirst({ sourceNumber }: TakingSource, { preconditions = [] }: TakingPlan): JsonObject {
  const own = preconditions.filter((entry) => entry.sourceNumber === sourceNumber)
  const transfer = own.find(({ kind }) => kind === 'load-transfer')
  const move = own.find(({ kind }) => kind === 'feeder-move')
  return {
    ...(transfer && { transfer: { toFeeder: transfer.to, kva: transfer.kva } }),
    ...(move && { move: { toBusSection: move.to, kva: move.kva } }),
  }
}
