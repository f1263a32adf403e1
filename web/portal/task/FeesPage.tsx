import { useTranslation } from 'react-i18next'
import { basisWords } from '../../ui/limit-words.ts'
import { showYuan } from '../../ui/numbers.ts'
import { dueFenOf } from '../case/todo.ts'
import { useMyCase } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'

interface FeeItem {
  readonly name: string
  readonly nameEn?: string
  readonly amountFen: number
  readonly basis: string
  readonly basisEn?: string
}

/** What is to be paid, item by item with its basis; a zero with its reason. */
export function FeesPage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation(['portal', 'ui'])
  const language = useLanguage()
  const found = useMyCase(caseId)
  if (found.isPending) return <Loading />
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />
  const body = found.data.facts.findLast((fact) => fact.type === 'fees-determined')?.body
  const items = (body?.items ?? []) as unknown as readonly FeeItem[]
  return (
    <Page title={t('case.fees')} back={{ href: `/cases/${caseId}`, label: t('home.progress') }}>
      <section className="section">
        <h1>{t('case.fees')}</h1>
        <p className="lead">{t('case.feesNote')}</p>
        <dl className="facts">
          {items.map((item) => (
            <div key={item.name}>
              <dt>
                {(language === 'en' && item.nameEn) || item.name}
                <span className="note">{basisWords(item, language)}</span>
              </dt>
              <dd>{t('ui:unit.yuan', { amount: showYuan(item.amountFen) })}</dd>
            </div>
          ))}
          <div className="facts-total">
            <dt>
              {t('plan.total')}
              <span className="note">{String((language === 'en' && body?.reasonEn) || (body?.reason ?? ''))}</span>
            </dt>
            <dd>{t('ui:unit.yuan', { amount: showYuan(dueFenOf(found.data)) })}</dd>
          </div>
        </dl>
        <p className="note">{t('case.feesHow')}</p>
      </section>
    </Page>
  )
}
