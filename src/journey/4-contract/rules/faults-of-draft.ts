import type { Fault } from '#kernel'
import type { LibraryClause } from './clause-library.ts'
import type { AnsweredClauseWish } from './contract-draft.ts'
import { type ContractValues, placeholdersOf, writeValue } from './contract-values.ts'

const conditionName = (when: string) => when.replace('!', '')

/** Does the clause's condition hold in this case? */
export function holds(when: string | undefined, conditions: Readonly<Record<string, boolean>>): boolean {
  return when === undefined || conditions[conditionName(when)] === !when.startsWith('!')
}

/** Conditions that a clause asks for and the case does not say. */
export function missingConditions(
  clauses: readonly LibraryClause[],
  conditions: Readonly<Record<string, boolean>>,
): Fault[] {
  const asked = clauses.flatMap(({ when }) => (when === undefined ? [] : [conditionName(when)]))
  return [...new Set(asked)]
    .filter((name) => conditions[name] === undefined)
    .map((name) => ({ path: `conditions.${name}`, code: 'condition-missing' }))
}

/** One fault per placeholder without a value, naming the clauses that need it. */
export function missingValues(clauses: readonly LibraryClause[], values: ContractValues): Fault[] {
  const missing = new Map<string, string[]>()
  for (const clause of clauses) {
    const texts = [clause.text, clause.plain].flatMap(({ zh, en }) => [zh, en]).join()
    for (const name of new Set(placeholdersOf(texts)))
      if (isEmpty(values[name])) missing.set(name, [...(missing.get(name) ?? []), clause.id])
  }
  return [...missing].map(([name, clauses]) => ({ path: `values.${name}`, code: 'value-missing', data: { clauses } }))
}

function isEmpty(value: ContractValues[string] | undefined): boolean {
  return value === undefined || [writeValue(value, 'zh'), writeValue(value, 'en')].some((text) => text.trim() === '')
}

/** Granted wishes that cannot stand in the contract. */
export function faultsOfWishes(standard: readonly LibraryClause[], granted: readonly AnsweredClauseWish[]): Fault[] {
  const wished = new Set<string>()
  return granted.flatMap(({ clauseId, agreedText }) => {
    const clause = standard.find(({ id }) => id === clauseId)
    const path = `wishes.${clauseId}`
    const twice = clauseId !== 'new' && wished.has(clauseId)
    wished.add(clauseId)
    if (clauseId !== 'new' && clause === undefined) return [{ path, code: 'clause-unknown' }]
    if (clause?.fixed === true) return [{ path, code: 'clause-fixed-by-law', data: { basis: clause.basis } }]
    if ((agreedText ?? '').trim() === '') return [{ path, code: 'agreed-text-missing' }]
    return twice ? [{ path, code: 'clause-wished-twice' }] : []
  })
}
