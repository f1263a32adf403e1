import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/Icon.tsx'

const pages = ['charges', 'limits', 'capacity'] as const

export function BeforeYouApply() {
  const { t } = useTranslation('portal')
  return (
    <section className="section" aria-labelledby="before">
      <h2 id="before">{t('home.before')}</h2>
      <ul className="rows">
        {pages.map((page) => (
          <li key={page}>
            <Link className="row" href={`/${page}`}>
              <span className="row-main">
                <b>{t(`home.${page}`)}</b>
                <span>{t(`home.${page}Note`)}</span>
              </span>
              <Icon name="forward" small />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
