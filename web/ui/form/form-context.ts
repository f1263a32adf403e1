import { type ComponentType, createContext, type ReactNode, useContext } from 'react'
import type { WireFault } from '../../api/api-error.ts'
import type { FieldShape } from './field-shape.ts'
import type { FormTexts } from './form-texts.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

export interface FieldProps {
  readonly shape: FieldShape
  /** Dotted: `equipment.0.unitKw`. */
  readonly path: string
  readonly value: unknown
}

/** What every field of one form shares. */
export interface FormContextValue {
  /** Prefix of element ids, so that two forms on one page do not share them. */
  readonly formId: string
  readonly face: 'portal' | 'desk'
  /** Draws any field: groups and rows draw theirs by it. */
  readonly Field: ComponentType<FieldProps>
  readonly texts: FormTexts
  readonly faults: readonly WireFault[]
  readonly set: (path: string, value: unknown) => void
  /** Choices known only while running, for a text field, by its path without row numbers (`documents.document`). */
  readonly choices: Readonly<Record<string, readonly Choice[]>>
  /** Fields the page draws itself, by path without row numbers. */
  readonly drawn: Readonly<Record<string, (field: FieldProps) => ReactNode>>
  /** Sends the customer a code to sign this step with; without it no code is asked for. Throws `ApiError`. */
  readonly askCode?: (() => Promise<{ readonly validMinutes: number }>) | undefined
  /** Fields not shown, by path without row numbers. */
  readonly hidden: readonly string[]
}

export const FormContext = createContext<FormContextValue | null>(null)

export function useFormContext(): FormContextValue {
  const context = useContext(FormContext)
  if (!context) throw new Error('a field outside a form')
  return context
}

/** `equipment.0.unitKw` → `equipment.unitKw` */
export const withoutRows = (path: string): string => path.replace(/\.\d+(?=\.|$)/g, '')

export const fieldId = (formId: string, path: string): string => `${formId}-${path.replaceAll('.', '-')}`
