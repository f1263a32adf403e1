import { accept, type Fault, type Json, type PlainDate, type Result, refuse } from '#kernel'

/** One notice as published: text in both languages with `{placeholders}`, and from which day it is printed. */
interface PublishedNotice {
  readonly zh: string
  readonly en: string
  readonly from: string
  readonly to?: string
}

/** The published library `notices`. */
export interface NoticeLibrary {
  readonly forms: Readonly<Record<string, readonly PublishedNotice[]>>
}

/**
 * The notices (告知事项) of a form from the published library, in force on the day and filled. A form for which nothing is
 * published has none. Refuses `notices-incomplete` with one fault per missing value.
 */
export function formNotices(
  library: Json | undefined,
  form: string,
  language: 'zh' | 'en',
  onDate: PlainDate,
  values: Readonly<Record<string, string | number>> = {},
): Result<readonly string[]> {
  const published = (library as NoticeLibrary | undefined)?.forms[form] ?? []
  const texts = published
    .filter(({ from, to }) => from <= onDate && (to === undefined || onDate < to))
    .map((notice) => notice[language])
  const missing = new Set(texts.flatMap((text) => noticePlaces(text)).filter((name) => values[name] === undefined))
  if (missing.size > 0) {
    const faults: Fault[] = [...missing].map((name) => ({ path: `values.${name}`, code: 'value-missing' }))
    return refuse({ code: 'notices-incomplete', data: { form, names: [...missing] }, faults })
  }
  return accept(texts.map((text) => text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => String(values[name]))))
}

/** The places for values in a notice: `{validUntil}`. */
export const noticePlaces = (text: string): readonly string[] =>
  Array.from(text.matchAll(/\{([a-zA-Z]+)\}/g), (match) => match[1] ?? '')
