import { useTranslation } from 'react-i18next'
import { useCompany } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { useDates } from '../words/dates.ts'

/** `2026-11-23 周一 · 工作日`: the day the clocks count by. */
export function Today() {
  const { t } = useTranslation('desk')
  const { today } = useMe()
  const { data: company } = useCompany()
  const dates = useDates()
  const kind = company && (company.isWorkingDay === 'undetermined' ? 'unknown' : company.isWorkingDay ? 'work' : 'rest')
  return (
    <time className="top-day" dateTime={today}>
      {dates.fullDay(today)}
      {kind && ` · ${t(`dayKind.${kind}`)}`}
    </time>
  )
}
