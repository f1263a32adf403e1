import type { Language } from '../../i18n/language.ts'

interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A clause as it was put to the customer when the contract was drafted. */
export interface Clause {
  readonly clauseId: string
  readonly chapter: Bilingual
  readonly title: Bilingual
  readonly text: Bilingual
  readonly plain: Bilingual
  readonly basis: string
  /** It departs from the standard: what that says, and the wish that changed it. */
  readonly changed?: { readonly standardText: Bilingual; readonly wish: string; readonly answer: string }
}

export const inLanguage = (text: Bilingual, language: Language): string => (language === 'en' ? text.en : text.zh)

/** The clauses of a prefill; empty where the contract was drafted before its text was kept. */
export function clausesOf(prefill: Readonly<Record<string, unknown>>): readonly Clause[] {
  return Array.isArray(prefill.clauses) ? (prefill.clauses as readonly Clause[]) : []
}
