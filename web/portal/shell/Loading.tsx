import { useTranslation } from 'react-i18next'

/** The shape of what is coming, so that the page does not jump; said once to a screen reader. */
export function Loading() {
  const { t } = useTranslation('ui')
  return (
    <main className="section loading" aria-busy="true">
      <span className="ui-hidden" role="status">
        {t('state.loading')}
      </span>
      <i className="bone bone-title" />
      <i className="bone" />
      <i className="bone" />
      <i className="bone bone-short" />
    </main>
  )
}
