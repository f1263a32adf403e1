/** The languages the product speaks; texts live in message catalogues, never in code paths. */
export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]

/** What a reader gets who asks for nothing, or for a language we do not have. */
export const defaultLanguage: Language = 'zh-CN'

/** The cookie in which portal and desk keep a language chosen by hand; it wins over Accept-Language. */
export const languageCookie = 'tongdian-language'

function toLanguage(tag: string): Language | undefined {
  const primary = tag.trim().toLowerCase().split('-')[0]
  if (primary === 'zh') return 'zh-CN'
  return primary === 'en' ? 'en' : undefined
}

/** The best of our languages for an Accept-Language header (RFC 9110 §12.5.4); unknown tags are passed over. */
export function pickLanguage(acceptLanguage: string | undefined, chosen?: string): Language {
  const byHand = chosen === undefined ? undefined : toLanguage(chosen)
  if (byHand) return byHand
  const wishes = (acceptLanguage ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.split(';')
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean)
    return { language: toLanguage(tag), quality: quality === undefined ? 1 : Number(quality) }
  })
  const best = wishes
    .filter((wish) => wish.language !== undefined && wish.quality > 0)
    .reduce<(typeof wishes)[number] | undefined>((a, b) => (a && a.quality >= b.quality ? a : b), undefined)
  return best?.language ?? defaultLanguage
}
