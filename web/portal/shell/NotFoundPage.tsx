import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Page } from './Page.tsx'

export function NotFoundPage() {
  const { t } = useTranslation(['ui', 'portal'])
  return (
    <Page title={t('ui:state.notFound')} back={{ href: '/', label: t('portal:shell.home') }}>
      <section className="section trouble">
        <h1>{t('ui:state.notFound')}</h1>
        <p>{t('ui:state.notFoundDo')}</p>
        <Link className="button" href="/">
          {t('portal:shell.home')}
        </Link>
      </section>
    </Page>
  )
}
