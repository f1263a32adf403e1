import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showDay } from '../../ui/dates.ts'
import { useLanguage } from '../shell/use-language.ts'

/** How often the customer had to come, with the cause of each: zero is the aim, and stands here too. */
export function CounterVisits({ visits }: { readonly visits: CustomerCaseView['counterVisits'] }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  return (
    <section className="section visits" aria-labelledby="visits">
      <p className="visits-count">
        {visits.length}
        <small>{t('case.visitsTimes')}</small>
      </p>
      <div>
        <h2 id="visits">{t('case.visits')}</h2>
        {visits.length === 0 && <p className="note">{t('case.visitsNone')}</p>}
        <ul>
          {visits.map((visit) => (
            <li key={visit.at} className="note">
              {t('case.visitCause', { day: showDay(visit.at, language), cause: visit.cause })}
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
