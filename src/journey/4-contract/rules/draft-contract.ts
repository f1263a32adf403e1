import { accept, type Fault, type PlainDate, type Result, refuse } from '#kernel'
import type { BilingualText, ClauseLibrary, LibraryClause } from './clause-library.ts'
import { type ContractValues, completeContractValues, writeValue } from './contract-values.ts'

/** What the case says: which contract, from which day, the values of placeholders and the conditions of clauses. */
export interface ContractFacts {
  readonly kind: string
  readonly onDate: PlainDate
  readonly values: ContractValues
  readonly conditions: Readonly<Record<string, boolean>>
}

/** A customer's wish and the answer to it. `clauseId` is a clause of this contract, or `new` for a term it does not have. */
export interface AnsweredClauseWish {
  readonly clauseId: string
  readonly wish: string
  readonly granted: boolean
  readonly answer: string
  /** What stands in the contract instead, where the wish is granted. */
  readonly agreedText?: string | undefined
  readonly escalatedTo?: string | undefined
}

export interface DraftedClause {
  readonly id: string
  /** Counted through the whole contract from 1. */
  readonly number: number
  readonly title: BilingualText
  readonly text: BilingualText
  readonly plain: BilingualText
  readonly basis: string
  readonly mandatory: boolean
  readonly fixed: boolean
  /** The clause departs from the standard: what the standard says (empty for an added one), and why it was changed. */
  readonly changed?: { readonly standardText: BilingualText; readonly wish: string; readonly answer: string }
}

export interface ContractDraft {
  readonly library: string
  readonly kind: string
  readonly onDate: PlainDate
  readonly title: BilingualText
  readonly chapters: readonly {
    readonly id: string
    readonly title: BilingualText
    readonly clauses: readonly DraftedClause[]
  }[]
  /** Wishes that were not granted, for the record and for the superior. */
  readonly declined: readonly AnsweredClauseWish[]
}

const languages = ['zh', 'en'] as const
const placeholder = /\{([a-zA-Z]+)\}/g

/**
 * Drafts a contract from the published library (条例 33; 民法典 649): clauses of the kind in force on the day whose condition
 * holds, filled with the case's own values; granted wishes replace a clause or add a special term, and the standard text
 * stays beside it. Refuses `contract-not-draftable` with every fault at once: `value-missing` (one per placeholder, with
 * the clauses that need it), `condition-missing`, `clause-unknown`, `clause-fixed-by-law`, `agreed-text-missing`, `clause-wished-twice`.
 */
export function draftContract(
  library: ClauseLibrary,
  facts: ContractFacts,
  wishes: readonly AnsweredClauseWish[] = [],
): Result<ContractDraft> {
  const title = library.titles[facts.kind]
  if (title === undefined) return refuse({ code: 'contract-kind-unknown', data: { kind: facts.kind } })
  const possible = library.clauses.filter(
    ({ kinds, from, to }) => kinds.includes(facts.kind) && isInForce(from, to, facts.onDate),
  )
  const standard = possible.filter((clause) => holds(clause.when, facts.conditions))
  const values = completeContractValues(facts.values)
  const granted = wishes.filter((wish) => wish.granted)
  const faults = [
    ...missingConditions(possible, facts.conditions),
    ...missingValues(standard, values),
    ...faultsOfWishes(standard, granted),
  ]
  if (faults.length > 0) return refuse({ code: 'contract-not-draftable', data: { kind: facts.kind }, faults })
  return accept({
    library: library.name,
    kind: facts.kind,
    onDate: facts.onDate,
    title,
    chapters: arrangeChapters(library, standard, values, granted),
    declined: wishes.filter((wish) => !wish.granted),
  })
}

const isInForce = (from: string, to: string | undefined, onDate: string) =>
  from <= onDate && (to === undefined || onDate < to)

const conditionName = (when: string) => when.replace('!', '')

function holds(when: string | undefined, conditions: Readonly<Record<string, boolean>>): boolean {
  return when === undefined || conditions[conditionName(when)] === !when.startsWith('!')
}

function missingConditions(clauses: readonly LibraryClause[], conditions: Readonly<Record<string, boolean>>): Fault[] {
  const asked = clauses.flatMap(({ when }) => (when === undefined ? [] : [conditionName(when)]))
  return [...new Set(asked)]
    .filter((name) => conditions[name] === undefined)
    .map((name) => ({ path: `conditions.${name}`, code: 'condition-missing' }))
}

function missingValues(clauses: readonly LibraryClause[], values: ContractValues): Fault[] {
  const missing = new Map<string, string[]>()
  for (const clause of clauses) {
    const texts = [clause.text, clause.plain].flatMap(({ zh, en }) => [zh, en]).join()
    const names = new Set(Array.from(texts.matchAll(placeholder), (match) => match[1] ?? ''))
    for (const name of names) if (isEmpty(values[name])) missing.set(name, [...(missing.get(name) ?? []), clause.id])
  }
  return [...missing].map(([name, clauses]) => ({ path: `values.${name}`, code: 'value-missing', data: { clauses } }))
}

function isEmpty(value: ContractValues[string] | undefined): boolean {
  return value === undefined || languages.some((language) => writeValue(value, language).trim() === '')
}

function faultsOfWishes(standard: readonly LibraryClause[], granted: readonly AnsweredClauseWish[]): Fault[] {
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

function arrangeChapters(
  library: ClauseLibrary,
  standard: readonly LibraryClause[],
  values: ContractValues,
  granted: readonly AnsweredClauseWish[],
): ContractDraft['chapters'] {
  const added = granted.filter(({ clauseId }) => clauseId === 'new')
  const unnumbered = library.chapters.map((chapter) => ({
    ...chapter,
    clauses: [
      ...standard.filter(({ chapter: id }) => id === chapter.id).map((clause) => fillClause(clause, values, granted)),
      ...(chapter.id === 'special' ? added.map(addTerm) : []),
    ],
  }))
  const filled = unnumbered.filter(({ clauses }) => clauses.length > 0)
  return filled.map((chapter, index) => {
    const before = filled.slice(0, index).reduce((sum, { clauses }) => sum + clauses.length, 0)
    return { ...chapter, clauses: chapter.clauses.map((clause, place) => ({ ...clause, number: before + place + 1 })) }
  })
}

type UnnumberedClause = Omit<DraftedClause, 'number'>

function fillClause(
  clause: LibraryClause,
  values: ContractValues,
  granted: readonly AnsweredClauseWish[],
): UnnumberedClause {
  const { id, title, basis, mandatory, fixed } = clause
  const standardText = fill(clause.text, values)
  const wish = granted.find(({ clauseId }) => clauseId === id)
  if (wish === undefined)
    return { id, title, text: standardText, plain: fill(clause.plain, values), basis, mandatory, fixed }
  // The standard's plain words would explain a text that no longer stands there.
  return {
    id,
    title,
    ...agreed(wish),
    basis,
    mandatory,
    fixed,
    changed: { standardText, wish: wish.wish, answer: wish.answer },
  }
}

function addTerm(wish: AnsweredClauseWish, index: number): UnnumberedClause {
  const changed = { standardText: { zh: '', en: '' }, wish: wish.wish, answer: wish.answer }
  const title = { zh: '特别约定', en: 'Special term' }
  const basis = '民法典 第四百六十九条'
  return { id: `special-${index + 1}`, title, ...agreed(wish), basis, mandatory: false, fixed: false, changed }
}

/** What was agreed is taken word for word: its braces are no placeholders. */
function agreed({ agreedText = '', answer }: AnsweredClauseWish): Pick<DraftedClause, 'text' | 'plain'> {
  const plain = { zh: `按您的要求改写：${answer}`, en: `Changed at your wish: ${answer}` }
  return { text: { zh: agreedText, en: agreedText }, plain }
}

function fill(text: BilingualText, values: ContractValues): BilingualText {
  const write = (language: 'zh' | 'en') =>
    text[language].replace(placeholder, (_, name: string) => writeValue(values[name] ?? '', language))
  return { zh: write('zh'), en: write('en') }
}
