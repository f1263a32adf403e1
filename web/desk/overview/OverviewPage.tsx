import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { useInboxCounts, useOverview } from '../data/queries.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import './overview.css'
import { PeopleLoad } from './PeopleLoad.tsx'
import { Pressing } from './Pressing.tsx'
import { StageCounts } from './StageCounts.tsx'

/** 总览: what is late or about to be, who is loaded, where the cases stand. */
export function OverviewPage() {
  const { t } = useTranslation('desk')
  const asked = useOverview()
  const { data: counts } = useInboxCounts()
  useEffect(() => {
    document.title = `${t('place.overview')} · ${t('product')}`
  }, [t])
  if (asked.isPending) return <Skeleton lines={12} label={t('loading')} />
  if (asked.isError && !asked.data) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const overview = asked.data
  const count = (status: string) => overview.statuses.find((row) => row.status === status)?.cases ?? 0
  const figures = [
    { key: 'open', value: count('open'), href: '/cases?status=open' },
    { key: 'late', value: counts?.team?.late ?? 0, href: '/inbox?queue=team&due=late' },
    { key: 'today', value: counts?.team?.today ?? 0, href: '/inbox?queue=team&due=today' },
    { key: 'suspended', value: count('suspended'), href: '/cases?status=suspended' },
    { key: 'closed', value: count('closed'), href: '/cases?status=closed' },
  ] as const
  return (
    <div className="page overview">
      <header className="page-head">
        <h1>{t('place.overview')}</h1>
      </header>
      <ul className="figures">
        {figures.map((figure) => (
          <li key={figure.key} className={figure.value > 0 ? `figure ${figure.key}` : 'figure'}>
            <Link href={figure.href}>
              <span className="figure-value">{figure.value}</span>
              <span className="figure-name">{t(`figure.${figure.key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
      <CalendarNotice year={overview.missingCalendarYear} today={overview.today} />
      <div className="overview-columns">
        <Pressing rows={overview.pressing} today={overview.today} />
        <div>
          <PeopleLoad people={overview.people} caseLimit={overview.caseLimitPerManager} />
          <StageCounts stages={overview.stages} />
        </div>
      </div>
    </div>
  )
}

/** The next year's calendar is not published: from autumn on clocks run into it. */
function CalendarNotice({ year, today }: { readonly year: number; readonly today: string }) {
  const { t } = useTranslation('desk')
  const monthsLeft = (year - Number(today.slice(0, 4))) * 12 - Number(today.slice(5, 7)) + 1
  if (monthsLeft > 4) return null
  return (
    <p className="notice">
      {t('calendarMissing', { year })} <Link href="/standards">{t('toStandards')}</Link>
    </p>
  )
}
