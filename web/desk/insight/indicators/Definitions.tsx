import { useTranslation } from 'react-i18next'
import type { IndicatorDefinition } from '#service/insight/reports/indicator-report'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'

interface DefinitionsProps {
  readonly definitions: readonly IndicatorDefinition[]
  readonly onDate: string
}

/** What every indicator means, in force on which day, and where it comes from. */
export function Definitions({ definitions, onDate }: DefinitionsProps) {
  const { i18n } = useTranslation()
  const texts = useInsightTexts()
  const isEnglish = i18n.language === 'en'
  return (
    <section className="card">
      <h2>{texts.indicators.definitions}</h2>
      <p className="quiet small">{fill(texts.indicators.onDate, { onDate })}</p>
      <ScrollRegion className="definitions" label={texts.indicators.definitions}>
        <dl>
          {definitions.map((definition) => (
            <div key={definition.key}>
              <dt>{isEnglish ? definition.nameEn : definition.nameZh}</dt>
              <dd>
                {isEnglish ? definition.definitionEn : definition.definitionZh}
                <span className="quiet small block">
                  {fill(texts.indicators.source, { source: definition.source })}
                </span>
              </dd>
            </div>
          ))}
        </dl>
      </ScrollRegion>
    </section>
  )
}
