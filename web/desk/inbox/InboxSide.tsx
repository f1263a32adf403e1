import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { Icon } from '../../ui/Icon.tsx'
import { useInboxCounts } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { type InboxFilter, queues, writeFilter } from './inbox-filter.ts'
import { SaveFilter } from './SaveFilter.tsx'
import { useSavedFilters } from './saved-filters.ts'
import { TeamLoad } from './TeamLoad.tsx'

/** Queues with their counts, one's own filters, and how loaded the colleagues are. */
export function InboxSide({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const { data: counts } = useInboxCounts()
  const { saved, save, remove } = useSavedFilters(actor.staffId)
  const [saving, setSaving] = useState(false)
  const here = writeFilter(filter)
  const queue = filter.queue ?? 'mine'
  return (
    <aside className="inbox-side" aria-label={t('views')}>
      <h2>{t('queues')}</h2>
      <ul>
        {queues.map((name) => (
          <li key={name}>
            <Link href={`/inbox?${writeFilter({ queue: name })}`} aria-current={name === queue ? 'page' : undefined}>
              <span>{t(`queue.${name}`)}</span>
              <span className="number">{counts?.[name]?.total ?? ''}</span>
            </Link>
          </li>
        ))}
      </ul>
      <h2>{t('savedFilters')}</h2>
      <ul>
        {saved.map((entry) => (
          <li key={entry.name} className="saved">
            <Link href={`/inbox?${entry.search}`} aria-current={entry.search === here ? 'page' : undefined}>
              <span>{entry.name}</span>
            </Link>
            <button
              type="button"
              aria-label={t('removeFilter', { name: entry.name })}
              onClick={() => remove(entry.name)}
            >
              <Icon name="remove" small />
            </button>
          </li>
        ))}
        <li>
          <button type="button" className="side-button" onClick={() => setSaving(true)}>
            <Icon name="add" small />
            {t('saveFilter')}
          </button>
        </li>
      </ul>
      <TeamLoad />
      {saving && (
        <SaveFilter
          onClose={() => setSaving(false)}
          onSave={(name) => {
            save({ name, search: here })
            setSaving(false)
          }}
        />
      )}
    </aside>
  )
}
