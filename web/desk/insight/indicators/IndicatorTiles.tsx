import { useTranslation } from 'react-i18next'
import type { IndicatorDefinition, IndicatorValue } from '#service/insight/reports/indicator-report'
import { fill } from '../../words/room-words.ts'
import { showIndicator } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'

interface IndicatorTilesProps {
  readonly values: readonly IndicatorValue[]
  readonly definitions: readonly IndicatorDefinition[]
  readonly shown: string
  readonly onShow: (key: string) => void
}

/** Every indicator with its value; the chosen one is plotted below. */
export function IndicatorTiles({ values, definitions, shown, onShow }: IndicatorTilesProps) {
  const { i18n } = useTranslation()
  const texts = useInsightTexts()
  return (
    <fieldset className="tiles">
      <legend className="ui-hidden">{texts.indicators.choose}</legend>
      {definitions.map(({ key, unit, nameZh, nameEn }) => {
        const value = values.find((each) => each.key === key)
        return (
          <button key={key} type="button" className="tile" aria-pressed={key === shown} onClick={() => onShow(key)}>
            <span className="tile-value number">
              {showIndicator(value?.value ?? null, unit, texts)}
              {unit !== '%' && <span className="small"> {i18n.language === 'en' ? '' : unit}</span>}
            </span>
            <span>{i18n.language === 'en' ? nameEn : nameZh}</span>
            {value && value.failed.length > 0 && (
              <span className="small is-late">{fill(texts.indicators.failed, { count: value.failed.length })}</span>
            )}
          </button>
        )
      })}
    </fieldset>
  )
}
