import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../data/queries.ts'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { CasesBehind } from '../CasesBehind.tsx'
import { DownloadLink } from '../DownloadLink.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Selection, useIndicators } from '../use-reports.ts'
import { Definitions } from './Definitions.tsx'
import { IndicatorTable } from './IndicatorTable.tsx'
import { IndicatorTiles } from './IndicatorTiles.tsx'

const IndicatorPlot = lazy(async () => ({ default: (await import('./IndicatorPlot.tsx')).IndicatorPlot }))

/** The indicators of the archived cases: now, by month and by unit, with what each one means. */
export function IndicatorsView({ selection }: { readonly selection: Selection }) {
  const { i18n } = useTranslation()
  const texts = useInsightTexts()
  const isEnglish = i18n.language === 'en'
  const { data: people } = usePeople()
  const found = useIndicators(selection)
  const [shown, setShown] = useState('on-time-rate')
  if (found.isPending) return <Skeleton lines={10} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { definitions, all, byMonth, byUnit } = found.data
  if (byMonth.length === 0) return <p className="empty-title insight-pad">{texts.indicators.noArchived}</p>
  const definition = definitions.find(({ key }) => key === shown)
  const name = (isEnglish ? definition?.nameEn : definition?.nameZh) ?? shown
  const failed = all.find(({ key }) => key === shown)?.failed.length ?? 0
  const units = byUnit.map(({ unitId, values }) => {
    return { name: people?.units.find((unit) => unit.unitId === unitId)?.name ?? unitId, values }
  })
  return (
    <>
      <IndicatorTiles values={all} definitions={definitions} shown={shown} onShow={setShown} />
      {failed > 0 && (
        <CasesBehind
          selection={selection}
          question={{ name: `${name} · ${texts.indicators.notPassed}`, asked: { indicator: shown } }}
        />
      )}
      <div className="insight-halves">
        <Suspense fallback={<Skeleton lines={8} label={texts.loading} />}>
          <IndicatorPlot
            name={name}
            unit={(isEnglish && definition?.unitEn) || (definition?.unit ?? '')}
            indicatorKey={shown}
            byMonth={byMonth}
          />
        </Suspense>
        <Definitions definitions={definitions} onDate={found.data.onDate} />
      </div>
      <section className="card" aria-label={texts.indicators.title}>
        <header className="row">
          <h2>{texts.indicators.byMonth}</h2>
          <span className="push" />
          <DownloadLink report="indicators" name={texts.indicators.title} selection={selection} />
        </header>
        <IndicatorTable
          head={texts.indicators.month}
          groups={byMonth.map(({ month, values }) => ({ name: month, values }))}
          definitions={definitions}
        />
        <h2>{texts.indicators.byUnit}</h2>
        <IndicatorTable head={texts.indicators.unit} groups={units} definitions={definitions} />
      </section>
    </>
  )
}
