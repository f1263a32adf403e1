import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { basisWords } from '../../ui/limit-words.ts'
import { showYuan } from '../../ui/numbers.ts'
import { useCompany } from '../data/queries.ts'
import { useLanguage } from '../shell/use-language.ts'
import type { RepliedPlan } from './find-plan.ts'

const points = ['none', 'licence', 'call'] as const

/** What goes to the company, a zero with its reason; what is the customer's own affair, without a price or a name. */
export function PlanCosts({ found }: { readonly found: RepliedPlan }) {
  const { t } = useTranslation(['portal', 'ui'])
  const language = useLanguage()
  const { data: company } = useCompany()
  const { plan, reply, dueFen } = found
  const yuan = (fen: number) => t('ui:unit.yuan', { amount: showYuan(fen) })
  const charges = [
    ...reply.charges.map((charge) => ({
      name: (language === 'en' && charge.nameEn) || charge.name,
      why: `${charge.unitPriceYuan} × ${charge.quantityKva} kVA, ${basisWords(charge, language)}`,
      fen: charge.amountFen,
    })),
    ...(reply.charges.length === 0 ? [{ name: t('plan.reliability'), why: t('plan.reliabilityNone'), fen: 0 }] : []),
    { name: t('plan.temporary'), why: t('plan.temporaryNone'), fen: 0 },
    { name: t('plan.gridWorks'), why: t('plan.gridWorksNone'), fen: 0 },
  ]
  const tariffClass = plan.metering[0]?.tariffClass ?? 'residential'
  return (
    <section className="section" aria-labelledby="cost">
      <h2 id="cost">{t('plan.cost')}</h2>
      <dl className="facts">
        {charges.map((charge) => (
          <div key={charge.name}>
            <dt>
              {charge.name}
              <span className="note">{charge.why}</span>
            </dt>
            <dd>{yuan(charge.fen)}</dd>
          </div>
        ))}
        <div className="facts-total">
          <dt>{t('plan.total')}</dt>
          <dd>{yuan(dueFen)}</dd>
        </div>
      </dl>
      {plan.customerWorks ? (
        <>
          <h3>{t('plan.ownWorks')}</h3>
          <p>{t('plan.ownWorksText')}</p>
          <ul className="ticks">
            {points.map((point) => (
              <li key={point}>
                <Icon name="check" small />
                {t(`plan.ownWorksPoints.${point}`, { phone: company?.supervisionPhone ?? '' })}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="note">{t('plan.noOwnWorks')}</p>
      )}
      <h3>{t('plan.monthly')}</h3>
      <p>{t(`plan.tariff.${tariffClass}`)}</p>
    </section>
  )
}
