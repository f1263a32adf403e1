import type { Language } from '../../i18n/language.ts'

/** A room's words: fields by name, `value.<field>.<value>`, `useCase.<name>`, `fact.<type>`, `refusal.<code>`. */
export type Labels = Readonly<Record<string, { readonly zh: string; readonly en: string }>>

export interface FormTexts {
  /** The label of a field by its dotted path: the most telling key wins (`designer.name`, then `name`). */
  label(path: string): string
  /** A choice of a field in words. */
  value(path: string, value: string): string
  /** Help under the label, where the room wrote one (`hint.<field>`). */
  hint(path: string): string | undefined
  /** Any other key: `useCase.survey-site`, `refusal.ratio-shape`. */
  find(key: string): string | undefined
}

/** Words of several rooms as one; earlier ones win. A key nobody wrote shows its last part, and labels.test.ts names it. */
export function formTexts(rooms: readonly Labels[], language: Language): FormTexts {
  const side = language === 'en' ? 'en' : 'zh'
  const find = (key: string) => rooms.find((labels) => labels[key] !== undefined)?.[key]?.[side]
  const findNearest = (path: string, ending = '', before = '') =>
    keysFor(path)
      .map((key) => find(`${before}${key}${ending}`))
      .find((text) => text !== undefined)
  return {
    find,
    label: (path) => findNearest(path) ?? lastPart(path),
    value: (path, value) => findNearest(path, `.${value}`, 'value.') ?? value,
    hint: (path) => findNearest(path, '', 'hint.'),
  }
}

/** `sources.0.feeder` → `sources.feeder`, `feeder`: longest first. */
function keysFor(path: string): readonly string[] {
  const parts = path.split('.').filter((part) => !/^\d+$/.test(part))
  return parts.map((_, index) => parts.slice(index).join('.'))
}

const lastPart = (path: string): string => keysFor(path).at(-1) ?? path
