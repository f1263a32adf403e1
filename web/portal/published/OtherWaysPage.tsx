import { useTranslation } from 'react-i18next'
import { useCompany } from '../data/queries.ts'
import { Page } from '../shell/Page.tsx'

/** What cannot be done online yet, said plainly, with the way that works. */
export function OtherWaysPage() {
  const { t } = useTranslation('portal')
  const { data: company } = useCompany()
  return (
    <Page title={t('shell.moreWays')} back={{ href: '/', label: t('shell.home') }}>
      <section className="section">
        <h1>{t('shell.moreWays')}</h1>
        <p className="lead">{t('shell.moreWaysNote')}</p>
        <h2>{t('shell.byPhone')}</h2>
        <p>{t('shell.byPhoneDo')}</p>
        {company && (
          <a className="button" href={`tel:${company.servicePhone}`}>
            {company.servicePhone}
          </a>
        )}
      </section>
    </Page>
  )
}
