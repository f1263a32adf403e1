import {
  type CaseFile,
  type DocumentOrder,
  type NewFact,
  type Outcome,
  type PublishedStandards,
  taskUseCase,
} from '#casefile'
import { faultsOfLastDay } from '#journey/acceptance'
import { approvedPlan, drawSingleLine, singleLineOfPlan } from '#journey/supply-plan'
import { accept, type Fault, type JsonObject, type PlainDate, type Result, refuse } from '#kernel'
import { DraftContract } from './api.ts'
import { findFees } from './determine-fees.ts'
import { faultsOfAnswers, findAskedWishes } from './rules/answered-wishes.ts'
import { type ClauseLibrary, readClauseLibrary } from './rules/clause-library.ts'
import { annexesOf } from './rules/contract-annexes.ts'
import {
  type ContractCase,
  contractFactsOf,
  contractKindOf,
  findContractTerms,
  priceBasisOf,
} from './rules/contract-case.ts'
import { contractDocument } from './rules/contract-document.ts'
import { type ContractDraft, draftContract as draftFromLibrary } from './rules/draft-contract.ts'
import { judgeDispatch } from './rules/judge-dispatch.ts'
import { chineseNumber } from './rules/print-contract.ts'
import { findReplacedContract } from './rules/replaced-contract.ts'
import { findCompanyName } from './store.ts'

/** The published clause library of this name; refused where none is published or it is faulty. */
export function findLibrary(standards: PublishedStandards, name: string, today: PlainDate): Result<ClauseLibrary> {
  const published = standards.library('clause', name, today)
  return published === undefined ? refuse({ code: 'no-clause-library', data: { name } }) : readClauseLibrary(published)
}

/** 起草供用电合同: clauses of the published library with the case's own values, and the answers to the customer's wishes. */
export const draftContract = taskUseCase<DraftContract, { companyName: string }>({
  name: 'draft-contract',
  form: DraftContract,
  gather: async (world, file) => ({ companyName: await findCompanyName(world, file.companyId) }),
  prefill: (file, standards, today) => ({
    ...(contractKindOf(file) === 'temporary' ? fromApplication(file) : findLongestTerm(file, standards, today)),
    wishes: findAskedWishes(file).map((wish) => ({ ...wish, granted: false, answer: '' })),
  }),
  decide({ file, form, known, standards, today }) {
    const plan = approvedPlan(file)
    if (!plan) return refuse({ code: 'no-plan-in-force' })
    const fees = findFees(file, standards, today)
    if (!fees.ok) return fees
    const scope = judgeDispatch(file, plan, standards, today)
    if (!scope.ok) return scope
    const { dispatched } = scope.value
    const annexes = annexesOf(file, plan, dispatched)
    const { companyName } = known
    const input = { file, form, plan, fees: fees.value, dispatched, annexes, companyName, standards, today }
    const drafted = draft(input)
    return drafted.ok ? accept(outcomeOf(input, scope.value.basis, drafted.value)) : drafted
  },
})

/** The end the customer asked for; it may have been moved since. */
function fromApplication({ state }: CaseFile): JsonObject {
  const { temporaryUntil } = state.variables
  return typeof temporaryUntil === 'string' && temporaryUntil ? { temporaryUntil } : {}
}

function findLongestTerm(file: CaseFile, standards: PublishedStandards, today: PlainDate): { termYears?: number } {
  const terms = findContractTerms(contractKindOf(file), standards, today)
  return terms.ok && terms.value.termYears !== undefined ? { termYears: terms.value.termYears } : {}
}

/** A temporary contract names its last day; the months the rules allow are counted from today, for the supply is not on yet. */
function faultsOfTemporaryEnd({ file, form, standards, today }: ContractCase): Fault[] {
  const path = 'temporaryUntil'
  if (contractKindOf(file) !== 'temporary')
    return form.temporaryUntil ? [{ path, code: 'only-of-a-temporary-supply' }] : []
  if (!form.temporaryUntil) return [{ path, code: 'required' }]
  return faultsOfLastDay(path, form.temporaryUntil, today, standards, today)
}

interface Drafted {
  readonly draft: ContractDraft
  readonly termYears: number
}

function draft(input: ContractCase): Result<Drafted> {
  const { file, form, standards, today } = input
  const library = findLibrary(standards, 'supply-contract', today)
  if (!library.ok) return library
  const terms = findContractTerms(contractKindOf(file), standards, today)
  if (!terms.ok) return terms
  const longestYears = terms.value.termYears ?? 0
  const termYears = form.termYears ?? longestYears
  const faults: Fault[] = faultsOfAnswers(form.wishes, findAskedWishes(file))
  faults.push(...faultsOfTemporaryEnd(input))
  if (termYears > longestYears) {
    faults.push({ path: 'termYears', code: 'term-too-long', data: { longestYears, termYears } })
  }
  const facts = contractFactsOf(input, termYears, terms.value)
  if (!facts.ok) return facts
  const drafted = draftFromLibrary(library.value, facts.value, form.wishes)
  if (!drafted.ok) faults.push(...(drafted.refusal.faults ?? [{ path: '', code: drafted.refusal.code }]))
  if (faults.length > 0 || !drafted.ok) return refuse({ code: 'faulty-input', faults })
  return accept({ draft: drafted.value, termYears })
}

function outcomeOf(input: ContractCase, dispatchBasis: string, drafted: Drafted): Outcome {
  const { file, dispatched } = input
  const round = file.facts.filter((fact) => fact.type === 'contract-drafted').length + 1
  const contractNumber = `${file.state.profile.caseNumber}-C${round}`
  return {
    facts: [draftedFact(input, contractNumber, dispatchBasis, drafted), textFact(contractNumber, drafted.draft)],
    variables: {
      dispatched,
      contractSigned: false,
      ...(input.form.temporaryUntil ? { temporaryUntil: input.form.temporaryUntil } : {}),
    },
    documents: [printed(input, contractNumber, drafted)],
    notices: [{ template: 'contract-to-sign', data: { contractNumber } }],
  }
}

function draftedFact(input: ContractCase, contractNumber: string, dispatchBasis: string, drafted: Drafted): NewFact {
  const { file, form, annexes, dispatched, today } = input
  const replaces = findReplacedContract(file)
  const { draft, termYears } = drafted
  const { counterVisit: _, ...agreed } = form
  const clauses = draft.chapters
    .flatMap((chapter) => chapter.clauses)
    .map(({ id, number, title }) => ({ clauseId: id, number: `第${chineseNumber(number)}条`, title: title.zh }))
  const body = {
    ...agreed,
    contractNumber,
    contractKind: draft.kind,
    title: draft.title.zh,
    termYears,
    termFrom: today,
    priceBasis: priceBasisOf(input),
    clauses,
    annexes,
    dispatched,
    dispatchBasis,
    ...(replaces ? { replaces } : {}),
  }
  return { type: 'contract-drafted', body: body as unknown as JsonObject }
}

/** The words of every clause as they were put to the customer, so that he reads what he signs whatever is published later. */
function textFact(contractNumber: string, draft: ContractDraft): NewFact {
  const clauses = draft.chapters.flatMap((chapter) =>
    chapter.clauses.map(({ id, title, text, plain, basis, changed }) => ({
      clauseId: id,
      chapter: chapter.title,
      title,
      text,
      plain,
      basis,
      ...(changed ? { changed } : {}),
    })),
  )
  return { type: 'contract-text-fixed', body: { contractNumber, clauses } as unknown as JsonObject }
}

function printed(input: ContractCase, number: string, { draft }: Drafted): DocumentOrder {
  const { file, plan, annexes, companyName, today } = input
  const title = '接线及产权分界示意图'
  const diagram = { kind: 'diagram' as const, title, svg: drawSingleLine(singleLineOfPlan(plan, title)) }
  const parties = [
    { role: '供电人', name: companyName },
    { role: '用电人', name: file.state.profile.customerName },
  ]
  return contractDocument({ file, kind: 'supply-contract', number, draft, annexes, parties, more: [diagram], today })
}
