import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'

export function NotFound() {
  const { t } = useTranslation(['desk', 'ui'])
  return (
    <section className="failure">
      <div>
        <h1>{t('ui:state.notFound')}</h1>
        <p className="quiet">{t('ui:state.notFoundDo')}</p>
        <Link className="button" href="/inbox">
          {t('toInbox')}
        </Link>
      </div>
    </section>
  )
}
