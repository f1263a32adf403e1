import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useSearchParams } from 'wouter'
import type { PlanOptions } from '#service/plan-options/draft-plans'
import { useCase } from '../data/queries.ts'
import type { Position } from '../map/map-features.ts'
import { NetworkMap } from '../map/NetworkMap.tsx'
import { loadingsOf } from '../network/loadings.ts'
import { useGround, useNetworkMap, useOpenCapacity } from '../network/use-network.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { fill } from '../words/room-words.ts'
import { NoPlan } from './NoPlan.tsx'
import { accessElements } from './PlaceField.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { PlanTable } from './PlanTable.tsx'
import { findPresent, PresentSource } from './PresentSource.tsx'
import { aroundPlans, pointsOnMap, routesOnMap } from './plan-on-map.ts'
import './plans.css'
import { useChanges } from './use-changes.ts'
import { usePlanTexts } from './use-plan-texts.ts'
import { type PlanQuestion, type Present, usePlanOptions } from './use-plans.ts'

/** 方案比选: candidate plans of a case on the map and in a table; one of them in full, to be taken or redrawn. */
export function PlansPage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('desk')
  const texts = usePlanTexts()
  const [search] = useSearchParams()
  const [question, setQuestion] = useState<PlanQuestion>({ laying: 'cable', forceNewFeeder: false })
  const view = useCase(caseId).data
  // undefined: not said otherwise than an earlier draft; null: to be said anew.
  const [present, setPresent] = useState<Present | null>()
  const isIncrease = view?.profile.kind === 'increase'
  const from = present === undefined ? view && findPresent(view) : (present ?? undefined)
  const isReady = view !== undefined && (!isIncrease || from !== undefined)
  const whole = { ...question, ...(isIncrease && from && { present: from }) }
  const asked = usePlanOptions(caseId, isReady ? whole : undefined)
  const taskId = search.get('task')
  useEffect(() => {
    document.title = `${texts.title} · ${t('product')}`
  }, [texts, t])
  return (
    <div className="plans">
      <header className="plans-head">
        <h1>{view?.profile.customerName ?? texts.title}</h1>
        {view && <span className="quiet small">{view.profile.caseNumber}</span>}
        <span className="plans-tools">
          <label className="small">
            {texts.laying}{' '}
            <select
              value={question.laying}
              onChange={(event) => setQuestion({ ...question, laying: event.target.value as PlanQuestion['laying'] })}
            >
              <option value="cable">{texts.cable}</option>
              <option value="overhead">{texts.overhead}</option>
            </select>
          </label>
          <label className="small">
            <input
              type="checkbox"
              checked={question.forceNewFeeder}
              onChange={(event) => setQuestion({ ...question, forceNewFeeder: event.target.checked })}
            />{' '}
            {texts.forceNew}
          </label>
          {isIncrease && from && (
            <button type="button" className="button" onClick={() => setPresent(null)}>
              {fill(texts.presentOf, { point: from.point })}
            </button>
          )}
          <Link
            className="button"
            href={taskId ? `/cases/${caseId}?task=${encodeURIComponent(taskId)}` : `/cases/${caseId}`}
          >
            {texts.back}
          </Link>
        </span>
      </header>
      {view && isIncrease && !from && <PresentSource view={view} onGiven={setPresent} />}
      {(!view || isReady) && asked.isPending && <Skeleton lines={12} label={texts.loading} />}
      {isReady && asked.isError && !asked.data && <Failure error={asked.error} retry={() => void asked.refetch()} />}
      {isReady && asked.data && (
        <Compared key={JSON.stringify(whole)} caseId={caseId} taskId={taskId} options={asked.data} question={whole} />
      )}
    </div>
  )
}

interface ComparedProps {
  readonly caseId: string
  readonly taskId: string | null
  readonly options: PlanOptions
  readonly question: PlanQuestion
}

function Compared({ caseId, taskId, options, question }: ComparedProps) {
  const texts = usePlanTexts()
  const [rank, setRank] = useState(options.plans[0]?.rank ?? 0)
  const plan = options.plans.find((each) => each.rank === rank)
  const changes = useChanges(caseId, question, plan, options.need)
  const network = useNetworkMap(options.networkVersion)
  const ground = useGround(options.networkVersion)
  const capacity = useOpenCapacity()
  const loadings = useMemo(() => (capacity.data ? loadingsOf(capacity.data) : undefined), [capacity.data])
  const overlays = useMemo(
    () => routesOnMap(options.plans, rank, changes.proved),
    [options.plans, rank, changes.proved],
  )
  const points = useMemo(
    () => pointsOnMap(options, rank, changes.bends, { customer: texts.customer, bend: texts.bend }),
    [options, rank, changes.bends, texts],
  )
  const elements = accessElements[options.need.voltage.kv < 1 ? 'low' : 'high']
  const focus = useMemo(() => aroundPlans(options), [options])
  const choose = (next: number) => {
    changes.stop()
    setRank(next)
  }
  return (
    <div className="plans-body">
      <div className="plans-left">
        <div className="plans-map">
          {network.isError && <Failure error={network.error} />}
          {network.data && (
            <NetworkMap
              network={network.data}
              loadings={loadings}
              ground={ground.data ?? undefined}
              overlays={overlays}
              points={points}
              focus={focus}
              {...(changes.isPicking && {
                onPick: ({ element, name }) => elements.has(element) && changes.setAccessPoint(name),
              })}
              onPickPoint={(id) => id.startsWith('plan ') && choose(Number(id.slice(5)))}
              onMovePoint={(id, place: Position, how) =>
                id.startsWith('bend ') && how === 'dropped' && changes.move(Number(id.slice(5)), place)
              }
            />
          )}
        </div>
        {!options.hasGround && <p className="small quiet">{texts.noGround}</p>}
        {options.plans.length > 0 && <PlanTable options={options} chosenRank={rank} onChoose={choose} />}
        {options.noPlan && <NoPlan noPlan={options.noPlan} />}
        <p className="small quiet plans-note">
          {texts.costNote} {fill(texts.network, { version: options.networkVersion })}
        </p>
      </div>
      {plan && (
        <PlanPanel
          key={plan.rank}
          plan={plan}
          options={options}
          network={network.data}
          changes={changes}
          caseId={caseId}
          taskId={taskId}
        />
      )}
    </div>
  )
}
