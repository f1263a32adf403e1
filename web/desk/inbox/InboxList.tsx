import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { holds, useMe } from '../data/use-me.ts'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { InboxEmpty } from './InboxEmpty.tsx'
import { InboxRowView } from './InboxRowView.tsx'
import type { InboxFilter } from './inbox-filter.ts'
import { type InboxGroup, type InboxLine, rowKey } from './inbox-groups.ts'
import type { useInboxLines } from './use-inbox-lines.ts'
import type { KeptPlace } from './use-place-kept.ts'

interface InboxListProps {
  readonly groups: readonly InboxGroup[]
  readonly inbox: ReturnType<typeof useInboxLines>['inbox']
  readonly filter: InboxFilter
  readonly chosen: InboxLine | undefined
  readonly place: KeptPlace
  readonly picked: ReadonlySet<string>
  readonly onPick: (key: string) => void
}

const columns = ['number', 'customer', 'kind', 'step', 'limit', 'open', 'left', 'clock', 'who'] as const

export function InboxList({ groups, inbox, filter, chosen, place, picked, onPick }: InboxListProps) {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const ref = useRef<HTMLElement>(null)
  const mayPick = holds(actor, 'manager')
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the list of this filter appears
  useEffect(() => {
    ref.current?.scrollTo({ top: place.scrolled })
  }, [filter])
  if (groups.length === 0) return <InboxEmpty filter={filter} />
  return (
    <ScrollRegion
      className="rows"
      ref={ref}
      label={t('list')}
      onScroll={(event) => place.scroll(event.currentTarget.scrollTop)}
    >
      <table className={mayPick ? 'tasks picking' : 'tasks'}>
        <thead>
          <tr>
            {mayPick && (
              <th scope="col">
                <span className="ui-hidden">{t('column.pick')}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column} scope="col" className={`col-${column}`}>
                {t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <tbody key={group.urgency}>
            <tr className={`group ${group.urgency}`}>
              <th scope="rowgroup" colSpan={columns.length + (mayPick ? 1 : 0)}>
                <span className="dot" aria-hidden="true" />
                <b>{t(`urgency.${group.urgency}`)}</b> <span className="quiet">{group.lines.length}</span>
              </th>
            </tr>
            {group.lines.map((line) => (
              <InboxRowView
                key={rowKey(line.row)}
                line={line}
                isChosen={line === chosen}
                isPicked={picked.has(rowKey(line.row))}
                onPick={mayPick ? onPick : undefined}
                onChoose={place.choose}
              />
            ))}
          </tbody>
        ))}
      </table>
      {inbox.hasNextPage && (
        <button
          type="button"
          className="button more"
          aria-disabled={inbox.isFetchingNextPage}
          onClick={() => void inbox.fetchNextPage()}
        >
          {t(inbox.isFetchingNextPage ? 'loading' : 'more')}
        </button>
      )}
    </ScrollRegion>
  )
}
