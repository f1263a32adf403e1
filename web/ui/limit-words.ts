import type { TFunction } from 'i18next'

/** The rule a limit stands on, in the language of the page; older facts know it in Chinese only. */
export const basisWords = (
  of: { readonly basis: string; readonly basisEn?: string | undefined },
  language: string,
): string => (language === 'en' ? of.basisEn : undefined) ?? of.basis

/** One limit of a clock, as `ClockReading.limits` of the server holds it. */
export interface LimitBarReading {
  readonly ruleSet: string
  readonly limitDays: number
  readonly usedDays: number | 'undetermined'
  readonly standing: 'on-time' | 'soon' | 'today' | 'late' | 'stopped' | 'ended' | 'undetermined'
}

/** Looks a key up in the shared texts, whatever namespace the page's own function begins with. */
const shared = (t: TFunction<'ui'>) => t as unknown as (key: string, data?: object) => string

/** `还剩14个工作日`, `超期2个工作日`, `停表`: where a limit stands, in words. */
export function standingWords(t: TFunction<'ui'>, reading: LimitBarReading): string {
  const { standing, limitDays, usedDays } = reading
  const say = shared(t)
  if (standing === 'undetermined' || usedDays === 'undetermined') return say('ui:limit.undetermined')
  if (usedDays > limitDays) return say('ui:limit.over', { count: usedDays - limitDays })
  if (standing === 'stopped') return say('ui:limit.stopped')
  if (standing === 'ended') return say('ui:limit.ended')
  if (standing === 'today') return say('ui:limit.today')
  return say('ui:limit.left', { count: limitDays - usedDays })
}

/** The whole bar in one sentence, for whoever does not see it. */
export function limitSentence(t: TFunction<'ui'>, reading: LimitBarReading): string {
  const say = shared(t)
  return say('ui:limit.aria', {
    rule: ruleSetWords(t, reading.ruleSet),
    limit: reading.limitDays,
    used: reading.usedDays === 'undetermined' ? say('ui:limit.undetermined') : reading.usedDays,
    standing: standingWords(t, reading),
  })
}

/** A rule set by its word; one a company added itself is shown as it named it. */
export function ruleSetWords(t: TFunction<'ui'>, ruleSet: string): string {
  return shared(t)(`ui:ruleSet.${ruleSet}`, { defaultValue: ruleSet })
}
