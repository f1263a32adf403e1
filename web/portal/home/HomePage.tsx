import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/Icon.tsx'
import { customerOf, useSession } from '../data/queries.ts'
import { Page } from '../shell/Page.tsx'
import { BeforeYouApply } from './BeforeYouApply.tsx'
import { HomeBar } from './HomeBar.tsx'
import { MyCases } from './MyCases.tsx'
import { needs } from './needs.ts'
import { Unfinished } from './Unfinished.tsx'

/** What do you need? And, on top, what I have to do now. */
export function HomePage() {
  const { t } = useTranslation('portal')
  const customer = customerOf(useSession().data)
  return (
    <Page title={t('home.title')}>
      <HomeBar />
      {customer && <MyCases />}
      {customer && <Unfinished customer={customer.actor} />}
      <section className="section" aria-labelledby="needs">
        <h1 id="needs">{t('home.needs')}</h1>
        <p className="note">{t('home.needsNote')}</p>
        <ul className="rows rows-needs">
          {needs.map(({ need, icon }) => (
            <li key={need}>
              <Link href={`/apply/${need}`} className="row">
                <Icon name={icon} />
                <span className="row-main">
                  <b>{t(`home.need.${need}.title`)}</b>
                  <span>{t(`home.need.${need}.note`)}</span>
                </span>
                <Icon name="forward" small />
              </Link>
            </li>
          ))}
          <li>
            <Link href="/other" className="row">
              <Icon name="swap" />
              <span className="row-main">
                <b>{t('shell.moreWays')}</b>
                <span>{t('shell.moreWaysNote')}</span>
              </span>
              <Icon name="forward" small />
            </Link>
          </li>
        </ul>
      </section>
      <BeforeYouApply />
    </Page>
  )
}
