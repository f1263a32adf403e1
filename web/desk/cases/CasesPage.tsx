import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { useCases, usePeople } from '../data/queries.ts'
import { holds, useMe } from '../data/use-me.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { CaseFilters } from './CaseFilters.tsx'
import './cases.css'
import { CaseTable } from './CaseTable.tsx'

const fields = ['search', 'status', 'kind', 'voltageClass', 'unitId', 'stage', 'flag', 'accountManager'] as const

/** 工单: every case one may see, newest first, with search and filters kept in the address. */
export function CasesPage() {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const [search, setSearch] = useSearchParams()
  const { data: people } = usePeople()
  const asked = Object.fromEntries(fields.map((field) => [field, search.get(field) ?? undefined]))
  const cases = useCases(asked)
  const rows = cases.data?.pages.flatMap((page) => page.cases) ?? []
  useEffect(() => {
    document.title = `${t('place.cases')} · ${t('product')}`
  }, [t])
  const change = (field: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before)
      if (value === '') after.delete(field)
      else after.set(field, value)
      return after
    })
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('place.cases')}</h1>
        <span className="quiet" role="status">
          {cases.data && t(cases.hasNextPage ? 'firstRows' : 'counted', { count: rows.length })}
        </span>
        {holds(actor, 'clerk', 'account-manager') && (
          <Link className="button primary" href="/cases/new">
            {t('newApplication.title')}
          </Link>
        )}
      </header>
      <CaseFilters asked={asked} onChange={change} />
      {cases.isPending && <Skeleton lines={12} label={t('loading')} />}
      {cases.isError && !cases.data && <Failure error={cases.error} retry={() => void cases.refetch()} />}
      {cases.data && rows.length === 0 && (
        <div className="empty">
          <p className="empty-title">{t('empty.cases')}</p>
          <button type="button" className="button" onClick={() => setSearch(new URLSearchParams())}>
            {t('empty.clear')}
          </button>
        </div>
      )}
      {rows.length > 0 && <CaseTable rows={rows} people={people} />}
      {cases.hasNextPage && (
        <button type="button" className="button more" onClick={() => void cases.fetchNextPage()}>
          {t(cases.isFetchingNextPage ? 'loading' : 'more')}
        </button>
      )}
    </div>
  )
}
