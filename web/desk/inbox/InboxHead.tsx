import { useTranslation } from 'react-i18next'
import { stageOrder } from '../../ui/stage-words.ts'
import { useInboxCounts, usePeople } from '../data/queries.ts'
import { holds, useMe } from '../data/use-me.ts'
import { type FilterField, type InboxFilter, withFilter } from './inbox-filter.ts'

interface InboxHeadProps {
  readonly filter: InboxFilter
  readonly onFilter: (filter: InboxFilter) => void
  readonly picked: number
  readonly onReassign: () => void
}

const choicesOf = {
  due: ['late', 'today', 'soon'],
  kind: ['new', 'increase', 'temporary', 'pv', 'charging-pile'],
  voltageClass: ['lv', 'hv'],
  stage: stageOrder,
  flag: ['green', 'important', 'urged', 'paused', 'suspended'],
} as const

/** The queue's name and counts, and the filters, which the address keeps. */
export function InboxHead({ filter, onFilter, picked, onReassign }: InboxHeadProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const { actor } = useMe()
  const { data: counts } = useInboxCounts()
  const { data: people } = usePeople()
  const queue = filter.queue ?? 'mine'
  const count = counts?.[queue]
  const words = {
    due: (value: string) => t(`due.${value}` as 'due.late'),
    kind: (value: string) => t(`ui:kind.${value}` as 'ui:kind.new'),
    voltageClass: (value: string) => t(`ui:voltageClass.${value}` as 'ui:voltageClass.lv'),
    stage: (value: string) => t(`ui:stage.${value}` as 'ui:stage.works'),
    flag: (value: string) => t(`flag.${value}` as 'flag.green'),
  }
  const stations = (people?.units ?? []).filter((unit) => unit.kind === 'station')
  const select = (field: FilterField, label: string, options: readonly (readonly [string, string])[]) => (
    <label key={field} className={filter[field] ? 'chip on' : 'chip'}>
      <span>{label}</span>
      <select
        value={filter[field] ?? ''}
        onChange={(event) => onFilter(withFilter(filter, field, event.target.value))}
        aria-label={label}
      >
        <option value="">{t('all')}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <header className="inbox-head">
      <div className="inbox-title">
        <h1>{t(`queue.${queue}` as 'queue.mine')}</h1>
        {count && (
          <p aria-live="polite">
            {t('counted', { count: count.total })}
            {count.late > 0 && <b className="is-late">{t('countedLate', { count: count.late })}</b>}
            {count.today > 0 && <b className="is-soon">{t('countedToday', { count: count.today })}</b>}
          </p>
        )}
        <p className="quiet small inbox-order">{t('ordered')}</p>
      </div>
      <div className="filters">
        {stations.length > 1 &&
          select(
            'unitId',
            t('filter.unitId'),
            stations.map((unit) => [unit.unitId, unit.name]),
          )}
        {(Object.keys(choicesOf) as (keyof typeof choicesOf)[]).map((field) =>
          select(
            field,
            t(`filter.${field}`),
            choicesOf[field].map((value) => [value, words[field](value)]),
          ),
        )}
        {holds(actor, 'manager') && (
          <button type="button" className="button small" disabled={picked === 0} onClick={onReassign}>
            {picked > 0 ? t('reassign.some', { count: picked }) : t('reassign.title')}
          </button>
        )}
      </div>
    </header>
  )
}
