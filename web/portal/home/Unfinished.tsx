import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerActor } from '#casefile/actor'
import { showInstant } from '../../ui/dates.ts'
import { readDraft } from '../../ui/form/draft.ts'
import { Icon } from '../../ui/Icon.tsx'
import { applyDraftKey } from '../apply/apply-draft.ts'
import { useLanguage } from '../shell/use-language.ts'
import { needs } from './needs.ts'

/** Applications that were begun on this device and not sent. */
export function Unfinished({ customer }: { readonly customer: CustomerActor }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const begun = needs.flatMap(({ need, icon }) => {
    const draft = readDraft(applyDraftKey(customer, need))
    return draft ? [{ need, icon, savedAt: draft.savedAt }] : []
  })
  if (begun.length === 0) return null
  return (
    <section className="section" aria-labelledby="unfinished">
      <h2 id="unfinished">{t('home.draft')}</h2>
      <ul className="rows rows-needs">
        {begun.map(({ need, icon, savedAt }) => (
          <li key={need}>
            <Link className="row" href={`/apply/${need}`}>
              <Icon name={icon} />
              <span className="row-main">
                <b>{t(`home.need.${need}.title`)}</b>
                <span>{t('apply.saved', { time: showInstant(savedAt, language) })}</span>
              </span>
              <span className="row-act">{t('home.draftGo')}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
