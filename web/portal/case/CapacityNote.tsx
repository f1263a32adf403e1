import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showDay } from '../../ui/dates.ts'
import { useLanguage } from '../shell/use-language.ts'

/** Where the customer stands in the queue for capacity, or until when what came free is kept for his reply. */
export function CapacityNote({ view: { capacity, status } }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  if (status !== 'open' || (capacity?.state !== 'waiting' && capacity?.state !== 'offered')) return null
  const { state, position, expiresOn } = capacity
  return (
    <section className="section" aria-labelledby="capacity">
      <h2 id="capacity">{t(`case.capacity.${state}.title`, { position: position ?? 1 })}</h2>
      <p className="note">{t(`case.capacity.${state}.note`, { day: expiresOn ? showDay(expiresOn, language) : '' })}</p>
    </section>
  )
}
