import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { showDay } from '../../ui/dates.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useMyCase } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'

/** It has arrived: its number, what happens next and when. */
export function SentPage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const found = useMyCase(caseId)
  if (found.isPending) return <Loading />
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />
  const view = found.data
  const dueOn = view.clocks.findLast((clock) => clock.node === 'acceptance')?.limits[0]?.dueOn
  const due =
    dueOn && dueOn !== 'undetermined' ? t('apply.sent1Due', { day: showDay(dueOn, language) }) : t('apply.sent1Soon')
  return (
    <Page title={t('apply.sentTitle')} back={{ href: '/', label: t('shell.home') }}>
      <section className="section sent">
        <span className="sent-mark">
          <Icon name="check" />
        </span>
        <h1>{t('apply.sentTitle')}</h1>
        <p className="lead">{t('apply.sentNumber', { number: view.profile.caseNumber })}</p>
      </section>
      <section className="section">
        <h2>{t('apply.sentNext')}</h2>
        <ol className="numbered">
          <li>{t('apply.sent1', { due })}</li>
          <li>{t('apply.sent2')}</li>
          <li>{t('apply.sent3')}</li>
          <li>{t('apply.sent4')}</li>
        </ol>
        <Link className="button" href={`/cases/${caseId}`}>
          {t('case.toCase')}
        </Link>
      </section>
    </Page>
  )
}
