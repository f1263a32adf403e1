import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { currentLanguage } from '../../i18n/language.ts'
import { useStandard, useStandards } from '../data/queries.ts'
import type { StandardKind } from '../data/rows.ts'
import { holds, useMe } from '../data/use-me.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { CalendarPicture } from './CalendarPicture.tsx'
import { ClauseList } from './ClauseList.tsx'
import { DataSheet } from './DataSheet.tsx'
import { DecisionTable } from './DecisionTable.tsx'
import { ProcessSteps } from './ProcessSteps.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { standardName } from './standard-names.ts'
import './standards.css'

const ProcessDrawing = lazy(async () => ({ default: (await import('./ProcessDrawing.tsx')).ProcessDrawing }))

/** One standard: the chosen version as a person reads it, its source, its other versions, its text. */
export function StandardPage({ kind, name }: { readonly kind: string; readonly name: string }) {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const [search] = useSearchParams()
  const [publishing, setPublishing] = useState(false)
  const version = Number(search.get('version')) || undefined
  const asked = useStandard(kind as StandardKind, name, version)
  const { data: all } = useStandards()
  const versions = (all?.standards ?? []).filter((row) => row.kind === kind && row.name === name)
  const title = standardName(name, currentLanguage())
  useEffect(() => {
    document.title = `${title} · ${t('product')}`
  }, [title, t])
  if (asked.isPending) return <Skeleton lines={12} label={t('loading')} />
  if (asked.isError) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const standard = asked.data
  const isShipped = standard.publishedBy.startsWith('system:')
  return (
    <div className="page">
      <p className="small">
        <Link href="/standards">{t('place.standards')}</Link> / {t(`standardKind.${standard.kind}`)}
      </p>
      <header className="page-head">
        <h1>{title}</h1>
        <span className="quiet">{t('inForceFrom', { version: standard.version, day: standard.effectiveFrom })}</span>
        {holds(actor, 'administrator') && (
          <button type="button" className="button primary" onClick={() => setPublishing(true)}>
            {t('publish.title')}
          </button>
        )}
      </header>
      <p className="quiet small">
        {isShipped
          ? t('shipped')
          : t('sourceOf', { note: standard.sourceNote, by: standard.publishedBy.replace(/^staff:/, '') })}
      </p>
      {versions.length > 1 && (
        <nav className="versions" aria-label={t('versions')}>
          {versions.toReversed().map((row) => (
            <Link
              key={row.version}
              href={`/standards/${kind}/${encodeURIComponent(name)}?version=${row.version}`}
              aria-current={row.version === standard.version ? 'page' : undefined}
            >
              {t('version', { version: row.version })} <span className="small">{row.effectiveFrom}</span>
            </Link>
          ))}
        </nav>
      )}
      <Suspense fallback={<Skeleton lines={8} label={t('loading')} />}>
        {standard.kind === 'process' && (
          <>
            <ProcessDrawing xml={standard.content} />
            <ProcessSteps xml={standard.content} />
          </>
        )}
        {standard.kind === 'decision' && <DecisionTable xml={standard.content} />}
        {standard.kind === 'table' && <DataSheet name={title} content={standard.content} />}
        {standard.kind === 'clause' && <ClauseList content={standard.content} />}
        {standard.kind === 'calendar' && <CalendarPicture content={standard.content} />}
      </Suspense>
      <details className="raw" open={standard.kind === 'document'}>
        <summary>{t('rawText')}</summary>
        <pre>{standard.content}</pre>
      </details>
      {publishing && <PublishDialog standard={standard} onClose={() => setPublishing(false)} />}
    </div>
  )
}
