import type { z } from 'zod'
import { toFaults } from '#platform/http/validation-faults'
import { faultMessages } from '#platform/i18n/fault-messages'
import type { WireFault } from '../../api/api-error.ts'
import type { Language } from '../../i18n/language.ts'
import type { FormTexts } from './form-texts.ts'
import { valueAt } from './form-values.ts'

/** Every fault of a form at once, by the same schema and in the same words as the server's. */
export function findFaults(
  schema: z.ZodType,
  values: unknown,
  texts: FormTexts,
  language: Language,
): readonly WireFault[] {
  const parsed = schema.safeParse(values)
  if (parsed.success) return []
  return toFaults(parsed.error.issues, values).map(({ path, code, data }) => ({
    path,
    code,
    message: fill(texts.find(`refusal.${code}`) ?? faultMessages[code]?.[language] ?? code, data),
  }))
}

/** Fields the page asks for that are left out, by their dotted path. */
export function missingFaults(
  required: readonly string[],
  values: Readonly<Record<string, unknown>>,
  language: Language,
): readonly WireFault[] {
  return required
    .filter((path) => valueAt(values, path) === undefined)
    .map((path) => ({ path, code: 'required', message: faultMessages.required?.[language] ?? 'required' }))
}

function fill(text: string, data: Readonly<Record<string, unknown>> | undefined): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(data?.[name] ?? '–'))
}
