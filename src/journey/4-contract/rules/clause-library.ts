import { accept, type Fault, isPlainDate, type Json, type Result, refuse } from '#kernel'

export interface BilingualText {
  readonly zh: string
  readonly en: string
}

/** One clause as published: standard text and plain words with `{placeholders}`, and where it comes from. */
export interface LibraryClause {
  readonly id: string
  readonly chapter: string
  /** Kinds of contract it stands in: resident, lv, hv, temporary, dispatch, own-generator. */
  readonly kinds: readonly string[]
  readonly title: BilingualText
  readonly text: BilingualText
  readonly plain: BilingualText
  readonly basis: string
  readonly confidence: string
  /** First day the clause is used; `to` is the first day it is no longer used. */
  readonly from: string
  readonly to?: string
  /** Belongs to what a contract must contain (电力供应与使用条例 33): may be reworded, never left out. */
  readonly mandatory: boolean
  /** Says what law says: no wish can change it. */
  readonly fixed: boolean
  /** A condition of the case (`twoPart`), or its opposite (`!twoPart`); left out: always. */
  readonly when?: string
}

export interface ClauseLibrary {
  readonly name: string
  /** Title of the contract by kind. */
  readonly titles: Readonly<Record<string, BilingualText>>
  readonly chapters: readonly { readonly id: string; readonly title: BilingualText }[]
  readonly clauses: readonly LibraryClause[]
}

type Fields = { readonly [key: string]: Json }

const isFields = (value: Json | undefined): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: Json | undefined): value is string => typeof value === 'string' && value.trim() !== ''
const isBilingual = (value: Json | undefined) => isFields(value) && isText(value.zh) && isText(value.en)

/** Checks a published library; refuses `clause-library-faulty` with every fault at once, each under the clause's place. */
export function readClauseLibrary(input: Json): Result<ClauseLibrary> {
  const library = isFields(input) ? input : {}
  const titles = isFields(library.titles) ? library.titles : {}
  const chapters = listOf(library.chapters)
  const faults = [
    ...(isText(library.name) ? [] : [{ path: 'name', code: 'required' }]),
    ...faultsOfTitles(titles),
    ...faultsOfChapters(chapters),
    ...faultsOfClauses(listOf(library.clauses), chapters, Object.keys(titles)),
  ]
  return faults.length > 0
    ? refuse({ code: 'clause-library-faulty', faults })
    : accept(library as unknown as ClauseLibrary)
}

const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : [])

function faultsOfTitles(titles: Fields): Fault[] {
  if (Object.keys(titles).length === 0) return [{ path: 'titles', code: 'required' }]
  const faulty = Object.entries(titles).filter(([, title]) => !isBilingual(title))
  return faulty.map(([kind]) => ({ path: `titles.${kind}`, code: 'both-languages-needed' }))
}

/** Granted wishes that no clause stands for are added to the chapter `special`, so there must be one. */
function faultsOfChapters(chapters: readonly Json[]): Fault[] {
  const faults = chapters.flatMap((chapter, index) =>
    isFields(chapter) && isText(chapter.id) && isBilingual(chapter.title)
      ? []
      : [{ path: `chapters[${index}]`, code: 'chapter-faulty' }],
  )
  const special = chapters.some((chapter) => isFields(chapter) && chapter.id === 'special')
  return special ? faults : [...faults, { path: 'chapters', code: 'special-chapter-missing' }]
}

function faultsOfClauses(clauses: readonly Json[], chapters: readonly Json[], kinds: readonly string[]): Fault[] {
  if (clauses.length === 0) return [{ path: 'clauses', code: 'required' }]
  const chapterIds = chapters.map((chapter) => (isFields(chapter) ? chapter.id : undefined))
  const seen = new Set<Json>()
  return clauses.flatMap((clause, index) => {
    const fields = isFields(clause) ? clause : {}
    const id = fields.id ?? null
    const codes = [...faultsOfClause(fields, chapterIds, kinds), ...(seen.has(id) ? ['id-twice'] : [])]
    seen.add(id)
    return codes.map((code) => ({ path: `clauses[${index}]`, code, data: { id } }))
  })
}

function faultsOfClause(clause: Fields, chapters: readonly unknown[], kinds: readonly string[]): string[] {
  const { kinds: ofKinds } = clause
  const checks: readonly (readonly [boolean, string])[] = [
    [isText(clause.id) && clause.id !== 'new', 'id-missing'],
    [chapters.includes(clause.chapter), 'chapter-unknown'],
    [Array.isArray(ofKinds) && ofKinds.length > 0 && ofKinds.every((kind) => kinds.includes(kind)), 'kind-unknown'],
    [[clause.title, clause.text, clause.plain].every(isBilingual), 'both-languages-needed'],
    [isText(clause.basis), 'basis-missing'],
    [isText(clause.confidence), 'confidence-missing'],
    [isText(clause.from) && isPlainDate(clause.from), 'date-invalid'],
    [clause.to === undefined || (isText(clause.to) && isPlainDate(clause.to)), 'date-invalid'],
    [typeof clause.mandatory === 'boolean' && typeof clause.fixed === 'boolean', 'flag-missing'],
    [clause.when === undefined || (isText(clause.when) && /^!?[a-zA-Z]+$/.test(clause.when)), 'condition-shape'],
  ]
  return checks.flatMap(([holds, code]) => (holds ? [] : [code]))
}
