import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { groundWord } from '#journey/works/rules/ground-words'
import { showYuan } from '../../ui/numbers.ts'
import { TrackDrawing } from '../../ui/TrackDrawing.tsx'
import { useList } from '../words/list-words.ts'
import { type WalkedRoute, walkedRoutes } from './routes-of-case.ts'

/** 线路走向: the line as walked against the approved route, drawn and in figures, and where its change stands. */
export function RouteCard({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const routes = walkedRoutes(view)
  if (routes.length === 0) return null
  return (
    <section className="card route-card" aria-label={t('routes.title')}>
      <h2>{t('routes.title')}</h2>
      {routes.map((route) => (
        <Walked key={route.sourceNumber} route={route} />
      ))}
    </section>
  )
}

function Walked({ route }: { readonly route: WalkedRoute }) {
  const { t, i18n } = useTranslation('desk')
  const list = useList()
  const { comparison, standing, sourceNumber } = route
  const holds = standing === 'within' || standing === 'approved'
  const metres = (value: number) => `${Math.round(value)} m`
  const crossed = Object.entries(comparison.newCrossings).map(
    ([kind, count]) => `${groundWord(kind, i18n.language === 'en' ? 'en' : 'zh')} ${count}`,
  )
  const tracks = [
    { name: t('routes.approved'), points: route.approved, line: 'dashed' as const },
    { name: t('routes.built'), points: route.track, line: 'full' as const },
  ]
  return (
    <>
      <p className={holds ? 'small' : 'small late-words'}>
        <b>{t('routes.source', { number: sourceNumber })}</b> {t(`routes.standing.${standing}`)}
      </p>
      <TrackDrawing tracks={tracks} label={t('routes.drawing', { number: sourceNumber })} />
      <p className="small quiet">{t('routes.legend')}</p>
      <dl className="record-pairs">
        <Figure label={t('routes.farthest')} value={metres(comparison.farthestM)} />
        <Figure label={t('routes.outside')} value={metres(comparison.outsideM)} />
        <Figure
          label={t('routes.length')}
          value={`${metres(comparison.approvedLengthM)} → ${metres(comparison.builtLengthM)}（${comparison.lengthPercent.toFixed(1)} %）`}
        />
        {crossed.length > 0 && <Figure label={t('routes.crossings')} value={list(crossed)} />}
        {route.costDifferenceFen && (
          <Figure
            label={t('routes.cost')}
            value={`${showYuan(route.costDifferenceFen.low)} ～ ${showYuan(route.costDifferenceFen.high)} ${t('routes.yuan')}`}
          />
        )}
      </dl>
    </>
  )
}

function Figure({ label, value }: { readonly label: string; readonly value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd className="number">{value}</dd>
    </div>
  )
}
