import { useTranslation } from 'react-i18next'
import { showDay } from '../../ui/dates.ts'
import { basisWords, ruleSetWords } from '../../ui/limit-words.ts'
import { useCompany } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'

/** The published limits, for each kind of customer, with their basis. */
export function LimitsPage() {
  const { t } = useTranslation(['portal', 'ui'])
  const language = useLanguage()
  const company = useCompany()
  if (company.isPending) return <Loading />
  if (company.isError) return <Trouble error={company.error} retry={() => void company.refetch()} />
  return (
    <Page title={t('published.limitsTitle')} back={{ href: '/', label: t('shell.home') }}>
      <section className="section">
        <h1>{t('published.limitsTitle')}</h1>
        <p className="lead">{t('published.limitsNote')}</p>
        <dl className="facts">
          {company.data.limits.map(({ limitClass, limits }) => (
            <div key={limitClass}>
              <dt>
                {t(`ui:limitClass.${limitClass}` as 'ui:limitClass.resident', { defaultValue: limitClass })}
                {limits.map((limit) => (
                  <span key={`${limit.ruleSet} ${limit.basis}`} className="note">
                    {ruleSetWords(t as never, limit.ruleSet)}
                    {t('published.colon')}
                    {basisWords(limit, language)}
                  </span>
                ))}
              </dt>
              <dd>
                {limits.length === 0
                  ? t('published.noLimits')
                  : t('published.workingDays', { count: Math.min(...limits.map((limit) => limit.workingDays)) })}
              </dd>
            </div>
          ))}
        </dl>
        <p className="note">{t('published.today', { day: showDay(company.data.today, language) })}</p>
      </section>
    </Page>
  )
}
