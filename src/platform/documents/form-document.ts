import type { PlainDate } from '#kernel'

/** An office form as plain data: what stands on it, not how it looks. Every text is printed as it is, never read as markup. */
export interface FormDocument {
  readonly language: 'zh' | 'en'
  readonly title: string
  /** Document number, e.g. the application number with a suffix; printed at the head and on every page. */
  readonly number?: string
  /** The company that issues it. */
  readonly company: string
  /** Printed as the date of issue and kept as the file's creation date, so that the same input gives the same bytes. */
  readonly issuedOn: PlainDate
  readonly sections: readonly FormSection[]
  /** 告知事项: numbered notices after the sections. */
  readonly notices?: readonly string[]
  /** One line at the foot of every page. */
  readonly footer?: string
}

export type FormSection =
  | FieldsSection
  | TableSection
  | ParagraphsSection
  | ClausesSection
  | ChecklistSection
  | SignaturesSection
  | DiagramSection

/** Label and value, as many beside each other as a row holds: two are the habit of Chinese forms, one runs over the full width. */
export interface FieldsSection {
  readonly kind: 'fields'
  readonly title?: string
  readonly rows: readonly (readonly FormField[])[]
}

export interface FormField {
  readonly label: string
  readonly value: string
}

export interface TableSection {
  readonly kind: 'table'
  readonly title?: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** One per column; the rest are set left. */
  readonly align?: readonly ('left' | 'center' | 'right')[]
}

export interface ParagraphsSection {
  readonly kind: 'paragraphs'
  readonly title?: string
  readonly items: readonly string[]
}

export interface ClausesSection {
  readonly kind: 'clauses'
  readonly title?: string
  readonly items: readonly FormClause[]
}

export interface FormClause {
  /** As printed: `第三条`, `3.2`. */
  readonly number: string
  readonly title: string
  readonly text: string
  /** What it means in plain words; set apart and marked as an explanation, not as text of the contract. */
  readonly plain?: string
}

export interface ChecklistSection {
  readonly kind: 'checklist'
  readonly title?: string
  readonly items: readonly { readonly text: string; readonly done: boolean; readonly note?: string }[]
}

export interface SignaturesSection {
  readonly kind: 'signatures'
  readonly title?: string
  readonly parties: readonly SigningParty[]
}

export interface SigningParty {
  /** 供电人, 用电人, 客户签收人 … */
  readonly role: string
  readonly name?: string
  readonly signedAt?: string
  /** How it was signed, in words: a code sent to the phone, a certificate. */
  readonly method?: string
}

export interface DiagramSection {
  readonly kind: 'diagram'
  readonly title?: string
  /** A drawing made by this product. Scripts and links to elsewhere are not followed. */
  readonly svg: string
}
