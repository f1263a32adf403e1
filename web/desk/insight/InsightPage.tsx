import { lazy, Suspense, useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import { showNumber } from '../../ui/numbers.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { fill } from '../words/room-words.ts'
import { ClocksView } from './clocks/ClocksView.tsx'
import { CompareView } from './compare/CompareView.tsx'
import { IndicatorsView } from './indicators/IndicatorsView.tsx'
import './insight.css'
import { LogsView } from './logs/LogsView.tsx'
import { ProcessView } from './ProcessView.tsx'
import { ReadingHistory } from './ReadingHistory.tsx'
import { SelectionBar, selectionFields } from './SelectionBar.tsx'
import { useInsightTexts } from './use-insight-texts.ts'
import { type Selection, useScope } from './use-reports.ts'

const WhatIfView = lazy(async () => ({ default: (await import('./whatif/WhatIfView.tsx')).WhatIfView }))

const views = ['process', 'compare', 'clocks', 'indicators', 'whatif', 'logs'] as const
/** What the second selection of a comparison is called in the address. */
const otherSide = 'b.'
type View = (typeof views)[number]

/** 洞察: what really happened, whose time it was, and the indicators; selection and view are kept in the address. */
export function InsightPage() {
  const { t } = useTranslation('desk')
  const texts = useInsightTexts()
  const scope = useScope()
  const [search, setSearch] = useSearchParams()
  const view = views.find((each) => each === search.get('view')) ?? 'process'
  const selectionAt = (prefix: string): Selection =>
    Object.fromEntries(selectionFields.map((field) => [field, search.get(prefix + field) ?? undefined]))
  const selection = selectionAt('')
  useEffect(() => {
    document.title = `${texts.title} · ${t('product')}`
  }, [t, texts])
  if (scope.isPending) return <ReadingHistory />
  if (scope.isError && !scope.data) return <Failure error={scope.error} retry={() => void scope.refetch()} />
  const change = (field: string, value: string) =>
    setSearch((before) => {
      const after = new URLSearchParams(before)
      if (value === '') after.delete(field)
      else after.set(field, value)
      return after
    })
  return (
    <div className="page insight">
      <header className="page-head insight-head">
        <h1>{texts.title}</h1>
        <ViewSwitch view={view} onChange={(next) => change('view', next === 'process' ? '' : next)} />
        <span className="quiet small" role="status">
          {fill(texts.counted, { cases: showNumber(scope.data.cases), facts: showNumber(scope.data.facts) })}
        </span>
      </header>
      {scope.data.cases === 0 ? (
        <NoHistory />
      ) : (
        <>
          {view !== 'logs' && (
            <SelectionBar
              scope={scope.data}
              selection={selection}
              onChange={change}
              {...(view === 'compare' && { name: texts.compare.sideA })}
            />
          )}
          {view === 'process' && <ProcessView selection={selection} />}
          {view === 'compare' && (
            <CompareView
              scope={scope.data}
              a={selection}
              b={selectionAt(otherSide)}
              onChangeB={(field, value) => change(otherSide + field, value)}
            />
          )}
          {view === 'logs' && <LogsView />}
          {view === 'clocks' && <ClocksView selection={selection} />}
          {view === 'whatif' && (
            <Suspense fallback={<Skeleton lines={12} label={texts.loading} />}>
              <WhatIfView selection={selection} />
            </Suspense>
          )}
          {view === 'indicators' && <IndicatorsView selection={selection} />}
        </>
      )}
    </div>
  )
}

function ViewSwitch({ view, onChange }: { readonly view: View; readonly onChange: (view: View) => void }) {
  const texts = useInsightTexts()
  return (
    <nav className="segments" aria-label={texts.views}>
      {views.map((each) => (
        <button
          key={each}
          type="button"
          aria-current={each === view ? 'page' : undefined}
          onClick={() => onChange(each)}
        >
          {texts.view[each]}
        </button>
      ))}
    </nav>
  )
}

function NoHistory() {
  const texts = useInsightTexts()
  return (
    <div className="empty">
      <p className="empty-title">{texts.empty}</p>
      <p className="quiet">{texts.emptyWhy}</p>
      <Link className="button" href="/cases">
        {texts.toCases}
      </Link>
    </div>
  )
}
