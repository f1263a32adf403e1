import { useTranslation } from 'react-i18next'
import type { PlanComparison } from '#casefile'
import type { StaffCaseView } from '#casefile/views/staff-view'
import type { SupplyPlan } from '#journey/supply-plan/api'
import type { PlanCheck } from '#journey/supply-plan/rules/plan-check'
import { TrackDrawing } from '../../ui/TrackDrawing.tsx'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { SingleLine } from '../parts/SingleLine.tsx'
import { useDates } from '../words/dates.ts'
import { PlanChecks } from './PlanChecks.tsx'
import { PlanCompared } from './PlanCompared.tsx'
import './plan-evidence.css'

type Drafted = SupplyPlan & { readonly checks?: readonly PlanCheck[]; readonly networkVersion?: number }

/** Steps that judge a plan somebody else drafted. */
const judging: ReadonlySet<string> = new Set(['sign-off-plan', 'reply-supply-plan'])

/** The plan that a sign-off is about, with what speaks for and against it: figures, checks and reasons, line and diagram. */
export function PlanEvidence({ view, useCase }: { readonly view: StaffCaseView; readonly useCase: string }) {
  const fact = view.facts.findLast((entry) => entry.type === 'supply-plan-drafted' && entry.stands)
  if (!fact || !judging.has(useCase)) return null
  const compared = view.facts.findLast(
    (entry) => entry.type === 'plan-compared' && entry.stands && entry.seq > fact.seq,
  )
  return (
    <Evidence
      plan={fact.body as unknown as Drafted}
      comparison={compared?.body as unknown as PlanComparison | undefined}
      by={fact.byName}
      at={fact.recordedAt}
    />
  )
}

interface EvidenceProps {
  readonly plan: Drafted
  readonly comparison: PlanComparison | undefined
  readonly by: string
  readonly at: string
}

function Evidence({ plan, comparison, by, at }: EvidenceProps) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  return (
    <section className="evidence" aria-label={t('evidence.title')}>
      <header>
        <h3>{t('evidence.title')}</h3>
        <span className="small quiet">
          {by} · {dates.instant(at)}
        </span>
      </header>
      <Sources plan={plan} />
      <p className="small quiet">
        {plan.networkVersion === undefined
          ? t('evidence.notProved')
          : t('evidence.proved', { version: plan.networkVersion })}
      </p>
      <Preconditions plan={plan} />
      {comparison && <PlanCompared comparison={comparison} />}
      <PlanChecks checks={plan.checks ?? []} deviations={plan.deviations} />
      <div className="evidence-drawings">
        <figure>
          <figcaption>{t('evidence.diagram')}</figcaption>
          <SingleLine plan={plan} title={t('evidence.diagram')} />
        </figure>
        <Routes plan={plan} />
      </div>
      {plan.opinion && (
        <p className="small">
          {t('evidence.opinion')} {plan.opinion}
        </p>
      )}
    </section>
  )
}

/** What the company has to do first, since the proof rests on it. */
function Preconditions({ plan: { preconditions = [] } }: { readonly plan: Drafted }) {
  const { t } = useTranslation('desk')
  if (preconditions.length === 0) return null
  return (
    <ul className="evidence-first">
      {preconditions.map(({ sourceNumber, kind, to, kva, closeSwitch = '', openSection = '' }) => (
        <li key={`${sourceNumber} ${kind}`}>
          {t(kind === 'load-transfer' ? 'evidence.transferFirst' : 'evidence.moveFirst', {
            number: sourceNumber,
            to,
            kva,
            closeSwitch,
            openSection,
          })}
        </li>
      ))}
    </ul>
  )
}

function Sources({ plan }: { readonly plan: Drafted }) {
  const { t } = useTranslation('desk')
  return (
    <ScrollRegion className="evidence-scroll" label={t('evidence.sources')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('evidence.source')}</th>
            <th scope="col">{t('evidence.from')}</th>
            <th scope="col">{t('evidence.line')}</th>
            <th scope="col" className="number">
              {t('evidence.length')}
            </th>
            <th scope="col" className="number">
              {t('evidence.capacity')}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.sources.map((source) => (
            <tr key={source.sourceNumber}>
              <th scope="row">{source.sourceNumber}</th>
              <td>{[source.substation, source.feeder, source.accessPoint].filter(Boolean).join(' · ')}</td>
              <td>
                {source.conductor}
                {source.circuits > 1 && ` × ${source.circuits}`}
              </td>
              <td className="number">{source.lengthM} m</td>
              <td className="number">
                {source.capacityKva} {plan.voltageKv >= 1 ? 'kVA' : 'kW'}
                {source.existingKva ? ` ${t('evidence.existing', { existing: source.existingKva })}` : ''}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

/** The way of the lines: fixed once the plan is signed off, and what the built line is held against. */
function Routes({ plan }: { readonly plan: Drafted }) {
  const { t } = useTranslation('desk')
  const tracks = plan.sources.flatMap(({ sourceNumber, route }) =>
    route
      ? [
          {
            name: t('routes.source', { number: sourceNumber }),
            points: route,
            line: sourceNumber === 1 ? ('full' as const) : ('dashed' as const),
          },
        ]
      : [],
  )
  return (
    <figure>
      <figcaption>{t('evidence.route')}</figcaption>
      {tracks.length > 0 ? (
        <>
          <TrackDrawing tracks={tracks} label={t('evidence.route')} />
          <p className="small quiet">{t('evidence.routeLegend')}</p>
        </>
      ) : (
        <p className="small quiet">{t('evidence.noRoute')}</p>
      )}
    </figure>
  )
}
