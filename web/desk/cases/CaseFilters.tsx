import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { stageOrder } from '../../ui/stage-words.ts'
import { usePeople } from '../data/queries.ts'

interface CaseFiltersProps {
  readonly asked: Readonly<Record<string, string | undefined>>
  readonly onChange: (field: string, value: string) => void
}

export function CaseFilters({ asked, onChange }: CaseFiltersProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const { data: people } = usePeople()
  const [typed, setTyped] = useState(asked.search ?? '')
  const managers = (people?.staff ?? []).filter((member) =>
    member.grants.some((grant) => grant.role === 'account-manager'),
  )
  const choices: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
    status: (['open', 'suspended', 'closed', 'withdrawn', 'cancelled'] as const).map((value) => [
      value,
      t(`ui:status.${value}`),
    ]),
    kind: (['new', 'increase', 'temporary', 'pv', 'charging-pile'] as const).map((value) => [
      value,
      t(`ui:kind.${value}`),
    ]),
    voltageClass: (['lv', 'hv'] as const).map((value) => [value, t(`ui:voltageClass.${value}`)]),
    stage: stageOrder.map((value) => [value, t(`ui:stage.${value}` as 'ui:stage.works', { defaultValue: value })]),
    flag: (['green', 'important', 'urged', 'paused', 'suspended'] as const).map((value) => [value, t(`flag.${value}`)]),
    unitId: (people?.units ?? []).filter((unit) => unit.kind === 'station').map((unit) => [unit.unitId, unit.name]),
    accountManager: managers.map((member) => [member.staffId, member.name]),
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onChange('search', typed.trim())
  }
  return (
    <div className="filters">
      <search>
        <form className="case-search" onSubmit={submit}>
          <input
            type="search"
            aria-label={t('searchHint')}
            placeholder={t('searchHint')}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
          <button type="submit" className="button">
            {t('search')}
          </button>
        </form>
      </search>
      {Object.entries(choices).map(([field, options]) => (
        <label key={field} className={asked[field] ? 'chip on' : 'chip'}>
          <span>{t(`filter.${field}` as 'filter.kind')}</span>
          <select
            value={asked[field] ?? ''}
            disabled={asked.search !== undefined}
            aria-label={t(`filter.${field}` as 'filter.kind')}
            onChange={(event) => onChange(field, event.target.value)}
          >
            <option value="">{t('all')}</option>
            {options.map(([value, words]) => (
              <option key={value} value={value}>
                {words}
              </option>
            ))}
          </select>
        </label>
      ))}
    </div>
  )
}
