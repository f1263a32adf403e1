import { accept, type Fault, type Json, type PlainDate, type Result, refuse } from '#kernel'

/** One notice as published: text in both languages with `{placeholders}`, and from which day it is printed. */
interface PublishedNotice {
  readonly zh: string
  readonly en: string
  readonly from: string
  readonly to?: string
}

/**
 * The notices (告知事项) of a form from the published library `notices` (`{forms: {<form>: [{zh, en, from, to?}]}}`), in force
 * on the day and filled. Refuses `notices-incomplete` with one fault per missing value; throws where the library has no such form.
 */
export function formNotices(
  library: Json | undefined,
  form: string,
  language: 'zh' | 'en',
  onDate: PlainDate,
  values: Readonly<Record<string, string | number>> = {},
): Result<readonly string[]> {
  const forms = (library as { forms?: Readonly<Record<string, readonly PublishedNotice[]>> } | undefined)?.forms
  const published = forms?.[form]
  if (published === undefined) throw new Error(`the published notices have none for the form ${form}`)
  const texts = published
    .filter(({ from, to }) => from <= onDate && (to === undefined || onDate < to))
    .map((notice) => notice[language])
  const missing = new Set(texts.flatMap((text) => placeholdersOf(text)).filter((name) => values[name] === undefined))
  if (missing.size > 0) {
    const faults: Fault[] = [...missing].map((name) => ({ path: `values.${name}`, code: 'value-missing' }))
    return refuse({ code: 'notices-incomplete', data: { form }, faults })
  }
  return accept(texts.map((text) => text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(values[name]))))
}

const placeholdersOf = (text: string) => Array.from(text.matchAll(/\{([a-zA-Z]+)\}/g), (match) => match[1] ?? '')
