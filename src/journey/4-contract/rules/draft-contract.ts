import { accept, type Result, refuse } from '#kernel'
import type { BilingualText, ClauseLibrary, LibraryClause } from './clause-library.ts'
import type { AnsweredClauseWish, ContractDraft, ContractFacts, DraftedClause } from './contract-draft.ts'
import { type ContractValues, completeContractValues, fillPlaceholders, writeValue } from './contract-values.ts'
import { faultsOfWishes, holds, missingConditions, missingValues } from './faults-of-draft.ts'

export type { AnsweredClauseWish, ContractDraft, ContractFacts, DraftedClause } from './contract-draft.ts'

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
    fillPlaceholders(text[language], (name) => writeValue(values[name] ?? '', language))
  return { zh: write('zh'), en: write('en') }
}
