import { useTranslation } from 'react-i18next'
import { Page } from '../shell/Page.tsx'

/** What cannot be done online yet, said plainly, with the way that works. */
export function OtherWaysPage() {
  const { t } = useTranslation('portal')
  return (
    <Page title={t('shell.moreWays')} back={{ href: '/', label: t('shell.home') }}>
      <section className="section">
        <h1>{t('shell.moreWays')}</h1>
        <p className="lead">{t('shell.moreWaysNote')}</p>
        <h2>{t('shell.byPhone')}</h2>
        <p>{t('shell.byPhoneDo')}</p>
        <a className="button" href="tel:95598">
          95598
        </a>
      </section>
    </Page>
  )
}
