import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { SupplyPlan } from '#journey/supply-plan/api'
import { drawSingleLine } from '#journey/supply-plan/rules/draw-single-line'
import { singleLineOfPlan } from '#journey/supply-plan/rules/single-line-of-plan'
import type { DrawingLanguage } from '#journey/supply-plan/rules/single-line-words'
import { withUnit } from '../../ui/numbers.ts'
import { MoreInfo } from '../shell/MoreInfo.tsx'
import { useLanguage } from '../shell/use-language.ts'

/** The single-line diagram in the standard symbols, and the same in words. */
export function PlanDiagram({ plan }: { readonly plan: SupplyPlan }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const svg = useMemo(
    () => drawSingleLine(forPhone(plan, t('plan.from'), language === 'en' ? 'en' : 'zh')),
    [plan, t, language],
  )
  return (
    <section className="section" aria-labelledby="from">
      <h2 id="from">{t('plan.from')}</h2>
      <p className="note">{t('plan.fromNote')}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing is scrolled by keyboard too */}
      <section className="diagram" tabIndex={0} aria-label={t('plan.from')}>
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own pure rule, which escapes every text */}
        <div dangerouslySetInnerHTML={{ __html: svg }} />
      </section>
      <MoreInfo summary={t('plan.inWords')}>
        {plan.sources.map((source) => (
          <p key={source.sourceNumber}>
            {t('plan.inWordsText', {
              n: source.sourceNumber,
              substation: source.substation,
              feeder: source.feeder,
              access: source.accessPoint,
              conductor: source.conductor,
              length: withUnit(source.lengthM, 'm'),
              boundary: source.boundaryPoint,
            })}
          </p>
        ))}
      </MoreInfo>
    </section>
  )
}

/** On a phone a source is named by its line alone; station and bus stand in the words below. */
function forPhone(plan: SupplyPlan, title: string, language: DrawingLanguage) {
  const drawn = singleLineOfPlan(plan, title, language)
  const sources = drawn.sources.map((source, index) => ({
    ...source,
    from: plan.sources[index]?.feeder ?? source.from,
  }))
  return { ...drawn, sources }
}
