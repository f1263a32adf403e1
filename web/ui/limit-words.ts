import type { TFunction } from 'i18next'
import type { LimitBarReading } from './LimitBar.tsx'

/** `还剩14个工作日`, `超期2个工作日`, `停表`: where a limit stands, in words. */
export function standingWords(t: TFunction<'ui'>, reading: LimitBarReading): string {
  const { standing, limitDays, usedDays } = reading
  if (standing === 'undetermined' || usedDays === 'undetermined') return t('limit.undetermined')
  if (usedDays > limitDays) return t('limit.over', { count: usedDays - limitDays })
  if (standing === 'stopped') return t('limit.stopped')
  if (standing === 'ended') return t('limit.ended')
  if (standing === 'today') return t('limit.today')
  return t('limit.left', { count: limitDays - usedDays })
}

/** The whole bar in one sentence, for whoever does not see it. */
export function limitSentence(t: TFunction<'ui'>, reading: LimitBarReading): string {
  return t('limit.aria', {
    rule: ruleSetWords(t, reading.ruleSet),
    limit: reading.limitDays,
    used: reading.usedDays === 'undetermined' ? t('limit.undetermined') : reading.usedDays,
    standing: standingWords(t, reading),
  })
}

/** A rule set by its word; one a company added itself is shown as it named it. */
export function ruleSetWords(t: TFunction<'ui'>, ruleSet: string): string {
  return t(`ruleSet.${ruleSet}` as 'ruleSet.law', { defaultValue: ruleSet })
}
