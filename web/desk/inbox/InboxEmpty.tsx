import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useInboxCounts } from '../data/queries.ts'
import { type InboxFilter, writeFilter } from './inbox-filter.ts'

/** Nothing to do here: said as good news, with the next useful act. */
export function InboxEmpty({ filter }: { readonly filter: InboxFilter }) {
  const { t } = useTranslation('desk')
  const { data: counts } = useInboxCounts()
  const queue = filter.queue ?? 'mine'
  const isFiltered = writeFilter(filter) !== writeFilter({ queue })
  const claimable = counts?.claimable?.total ?? 0
  return (
    <div className="empty">
      <p className="empty-title">
        {t(isFiltered ? 'empty.filtered' : filter.due === 'late' ? 'empty.late' : 'empty.queue')}
      </p>
      {isFiltered ? (
        <Link className="button" href={`/inbox?${writeFilter({ queue })}`}>
          {t('empty.clear')}
        </Link>
      ) : (
        queue !== 'claimable' &&
        claimable > 0 && (
          <Link className="button" href="/inbox?queue=claimable">
            {t('empty.claim', { count: claimable })}
          </Link>
        )
      )}
    </div>
  )
}
