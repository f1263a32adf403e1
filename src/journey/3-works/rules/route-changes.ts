import { type CaseFile, type Fact, stands } from '#casefile'

/** The change asked for last, while nobody has decided it. */
export function findPendingChange(file: CaseFile, sourceNumber: number): Fact | undefined {
  const last = file.facts.findLast(
    (fact) =>
      ['route-change-asked', 'route-change-decided'].includes(fact.type) &&
      fact.body.sourceNumber === sourceNumber &&
      stands(file, fact),
  )
  return last?.type === 'route-change-asked' ? last : undefined
}
