import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { currentLanguage } from '../../i18n/language.ts'
import { useStandards } from '../data/queries.ts'
import type { StandardRow } from '../data/rows.ts'
import { useMe } from '../data/use-me.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { standardName } from './standard-names.ts'
import './standards.css'

const kinds = ['process', 'decision', 'calendar', 'clause', 'document', 'table'] as const

/** 标准: everything the company works by, by kind, each with the version in force and what comes next. */
export function StandardsPage() {
  const { t } = useTranslation('desk')
  const { today } = useMe()
  const asked = useStandards()
  useEffect(() => {
    document.title = `${t('place.standards')} · ${t('product')}`
  }, [t])
  if (asked.isPending) return <Skeleton lines={12} label={t('loading')} />
  if (asked.isError && !asked.data) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const byName = Map.groupBy(asked.data.standards, (row) => `${row.kind} ${row.name}`)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('place.standards')}</h1>
        <p className="quiet">{t('standardsWhat')}</p>
      </header>
      {kinds.map((kind) => {
        const named = [...byName.values()].filter((versions) => versions[0]?.kind === kind)
        if (named.length === 0) return null
        return (
          <section key={kind} className="standard-kind" aria-label={t(`standardKind.${kind}`)}>
            <h2>{t(`standardKind.${kind}`)}</h2>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{t('column.name')}</th>
                  <th scope="col">{t('column.inForce')}</th>
                  <th scope="col">{t('column.from')}</th>
                  <th scope="col">{t('column.source')}</th>
                </tr>
              </thead>
              <tbody>
                {named.map((versions) => (
                  <NamedStandard key={versions[0]?.name} versions={versions} today={today} />
                ))}
              </tbody>
            </table>
          </section>
        )
      })}
    </div>
  )
}

function NamedStandard({ versions, today }: { readonly versions: readonly StandardRow[]; readonly today: string }) {
  const { t } = useTranslation('desk')
  const inForce = versions.findLast((row) => row.effectiveFrom <= today)
  const coming = versions.filter((row) => row.effectiveFrom > today)
  const shown = inForce ?? versions[0]
  if (!shown) return null
  const name = standardName(shown.name, currentLanguage())
  return (
    <tr>
      <th scope="row">
        <Link href={`/standards/${shown.kind}/${encodeURIComponent(shown.name)}`}>{name}</Link>{' '}
        {name !== shown.name && <span className="quiet small">{shown.name}</span>}
      </th>
      <td className="number">
        {inForce ? t('version', { version: inForce.version }) : '—'}
        {coming.map((row) => (
          <span key={row.version} className="tag soon">
            {t('coming', { version: row.version, day: row.effectiveFrom })}
          </span>
        ))}
      </td>
      <td className="number">{shown.effectiveFrom}</td>
      <td className="quiet small cut">{shown.publishedBy.startsWith('system:') ? t('shipped') : shown.sourceNote}</td>
    </tr>
  )
}
