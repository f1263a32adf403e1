import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isPlainDate } from '#kernel'
import type { InsightScope } from '#service/insight/reports/scope'
import { DateInput } from '../../ui/DateInput.tsx'
import { usePeople } from '../data/queries.ts'
import { useCaseWords } from '../words/case-words.ts'
import { useInsightTexts } from './use-insight-texts.ts'
import type { Selection } from './use-reports.ts'

export const selectionFields = ['variant', 'kind', 'voltageClass', 'unitId', 'from', 'to'] as const

interface SelectionBarProps {
  readonly scope: InsightScope
  readonly selection: Selection
  readonly onChange: (field: string, value: string) => void
  /** Where there is more than one bar: which. */
  readonly name?: string
}

/** What the figures are about: process, kind, voltage, unit and the days on which the cases were applied for. */
export function SelectionBar({ scope, selection, onChange, name }: SelectionBarProps) {
  const { t } = useTranslation('ui')
  const texts = useInsightTexts()
  const words = useCaseWords()
  const { data: people } = usePeople()
  const unitName = (unitId: string) => people?.units.find((unit) => unit.unitId === unitId)?.name ?? unitId
  const choices = {
    variant: scope.variants.map(({ variant, cases }) => [variant, `${words.variant(variant)} ${cases}`] as const),
    kind: scope.kinds.map((kind) => [kind, t(`kind.${kind}` as 'kind.new', { defaultValue: kind })] as const),
    voltageClass: (['lv', 'hv'] as const).map((value) => [value, t(`voltageClass.${value}`)] as const),
    unitId: scope.unitIds.map((unitId) => [unitId, unitName(unitId)] as const),
  }
  return (
    <fieldset className="filters insight-filters">
      <legend className={name ? 'side-name' : 'ui-hidden'}>{name ?? texts.filters}</legend>
      {(['variant', 'kind', 'voltageClass', 'unitId'] as const).map((field) => (
        <label key={field} className={selection[field] ? 'chip on' : 'chip'}>
          <span>{texts.filter[field]}</span>
          <select value={selection[field] ?? ''} onChange={(event) => onChange(field, event.target.value)}>
            <option value="">{texts.all}</option>
            {choices[field].map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
      ))}
      {(['from', 'to'] as const).map((field) => (
        <DayFilter
          key={field}
          name={texts.filter[field]}
          day={selection[field] ?? ''}
          onChange={(day) => onChange(field, day)}
        />
      ))}
    </fieldset>
  )
}

interface DayFilterProps {
  readonly name: string
  readonly day: string
  readonly onChange: (day: string) => void
}

/** A day counts once it is typed in full, or when it is taken out. */
function DayFilter({ name, day, onChange }: DayFilterProps) {
  const [typing, setTyping] = useState<string>()
  const type = (text: string) => {
    const isWhole = text === '' || isPlainDate(text)
    setTyping(isWhole ? undefined : text)
    if (isWhole) onChange(text)
  }
  return (
    <span className={day ? 'chip on' : 'chip'}>
      <span aria-hidden="true">{name}</span>
      <DateInput aria-label={name} value={typing ?? day} onChange={type} />
    </span>
  )
}
