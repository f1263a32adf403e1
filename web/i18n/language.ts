import { defaultLanguage, type Language, languageCookie, languages, pickLanguage } from '#platform/i18n/language'

export { type Language, languages }

/** The language chosen by hand (cookie), else what the browser asks for; the server decides by the same rule. */
export function preferredLanguage(): Language {
  if (typeof document === 'undefined') return defaultLanguage
  return pickLanguage(navigator.languages.join(','), readCookie(languageCookie))
}

let current: Language = preferredLanguage()

export function currentLanguage(): Language {
  return current
}

/** Remembers the choice for a year, and tells the page and assistive technology. */
export function rememberLanguage(language: Language): void {
  current = language
  // biome-ignore lint/suspicious/noDocumentCookie: the server reads this cookie too; the Cookie Store API is not everywhere
  document.cookie = `${languageCookie}=${language}; path=/; max-age=31536000; samesite=lax`
  document.documentElement.lang = language
}

function readCookie(name: string): string | undefined {
  const entry = document.cookie.split('; ').find((pair) => pair.startsWith(`${name}=`))
  return entry?.slice(name.length + 1)
}
