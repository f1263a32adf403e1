import type { Language } from './language.ts'

/** What a code says to a person, and for a refusal, the HTTP status it goes out with (422 where none is given). */
export interface Message {
  readonly status?: number
  /** Text with places for data: `已由{name}领取`. */
  readonly 'zh-CN': string
  readonly en: string
}

export type Messages = Readonly<Record<string, Message>>

export interface Catalogue {
  /** The text of `code`; undefined where no message is written for it. */
  find(code: string, language: Language, data?: Readonly<Record<string, unknown>>): string | undefined
  /** The HTTP status of a refusal with this code; undefined where none is declared. */
  findStatus(code: string): number | undefined
  /** Every code that has a message: the error list of the API description, and what tests look through. */
  readonly codes: readonly string[]
}

/** One catalogue out of the platform's and every room's messages; the same code written twice is a bug. */
export function createCatalogue(parts: readonly Messages[]): Catalogue {
  const all = new Map<string, Message>()
  for (const part of parts) {
    for (const [code, message] of Object.entries(part)) {
      if (all.has(code)) throw new Error(`two messages for the code "${code}"`)
      all.set(code, message)
    }
  }
  return {
    find: (code, language, data) => {
      const text = all.get(code)?.[language]
      return text === undefined ? undefined : fillIn(text, data ?? {})
    },
    findStatus: (code) => all.get(code)?.status,
    codes: [...all.keys()],
  }
}

/** Puts the values of `data` into `{places}`; a place without a value shows a dash rather than its name. */
function fillIn(text: string, data: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = data[name]
    if (value === undefined || value === null) return '–'
    return Array.isArray(value) ? value.join(', ') : String(value)
  })
}
