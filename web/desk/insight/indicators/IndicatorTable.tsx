import { useTranslation } from 'react-i18next'
import type { IndicatorDefinition, IndicatorValue } from '#service/insight/reports/indicator-report'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { showIndicator } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'

interface IndicatorTableProps {
  /** What the groups are: months, units. */
  readonly head: string
  readonly groups: readonly { readonly name: string; readonly values: readonly IndicatorValue[] }[]
  readonly definitions: readonly IndicatorDefinition[]
}

export function IndicatorTable({ head, groups, definitions }: IndicatorTableProps) {
  const { i18n } = useTranslation()
  const texts = useInsightTexts()
  return (
    <ScrollRegion className="table-scroll" label={head}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {definitions.map(({ key, nameZh, nameEn }) => (
              <th key={key} scope="col" className="number">
                {i18n.language === 'en' ? nameEn : nameZh}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {groups.map(({ name, values }) => (
            <tr key={name}>
              <th scope="row" className="date">
                {name}
              </th>
              {definitions.map(({ key, unit }) => (
                <td key={key} className="number">
                  {showIndicator(values.find((each) => each.key === key)?.value ?? null, unit, texts)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
