import type { CaseRecord, ExpectedOrder, FactTypes, Irregularity, IrregularityLimits } from './case-record.ts'
import { completionsOf, reordered, repeated, sameCountersigner, skipped } from './order-rules.ts'
import { backDated, outsideSystem, restartedClocks, sameSecondBatches, tooQuick } from './time-rules.ts'

/** What a case shows on its own, while it runs or after. */
export function irregularitiesOfCase(
  record: CaseRecord,
  order: ExpectedOrder,
  types: FactTypes,
  limits: IrregularityLimits,
): Irregularity[] {
  const done = completionsOf(record, types)
  return [
    ...skipped(record, done, order),
    ...reordered(record, done, order),
    ...repeated(record, done, types),
    ...sameCountersigner(record, done, order),
    ...backDated(record, types, limits),
    ...outsideSystem(record, types, limits),
    ...tooQuick(record, types, limits),
  ]
}

/**
 * All irregularities of many cases, each judged by the order of the standard it ran under, and those that only show across
 * cases: batches of one second, and wishes accepted anew.
 */
export function findIrregularities(
  records: readonly CaseRecord[],
  orderOf: (record: CaseRecord) => ExpectedOrder,
  types: FactTypes,
  limits: IrregularityLimits,
): Irregularity[] {
  const single = records.flatMap((record) => irregularitiesOfCase(record, orderOf(record), types, limits))
  const byAcceptance = Map.groupBy(records, (record) => orderOf(record).acceptance)
  const restarted = [...byAcceptance].flatMap(([acceptance, cases]) =>
    restartedClocks(cases, types, acceptance, limits),
  )
  return [...single, ...sameSecondBatches(records, types, limits), ...restarted]
}
