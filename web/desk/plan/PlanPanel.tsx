import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PlanOption, PlanOptions } from '#service/plan-options/draft-plans'
import { keepDraft } from '../../ui/form/draft.ts'
import { draftKeyOf } from '../case/draft-key.ts'
import type { MapFeatures } from '../map/map-features.ts'
import { useList } from '../words/list-words.ts'
import { fill } from '../words/room-words.ts'
import { ChangedFigures } from './ChangedFigures.tsx'
import { ChangePlan } from './ChangePlan.tsx'
import { Departures, type Reasons } from './Departures.tsx'
import { PlanProof } from './PlanProof.tsx'
import { checksOf, isOpen } from './plan-figures.ts'
import { Quantities } from './Quantities.tsx'
import type { Changes } from './use-changes.ts'
import { usePlanTexts } from './use-plan-texts.ts'

interface PlanPanelProps {
  readonly plan: PlanOption
  readonly options: PlanOptions
  readonly network: MapFeatures | undefined
  readonly changes: Changes
  readonly caseId: string
  readonly taskId: string | null
}

/** One plan in full: its verdict first, then the evidence; to be taken, or drawn otherwise. */
export function PlanPanel({ plan, options, network, changes, caseId, taskId }: PlanPanelProps) {
  const texts = usePlanTexts()
  const list = useList()
  const [, navigate] = useLocation()
  const [reasons, setReasons] = useState<Reasons>({})
  const shownPlan: PlanOption = changes.proved ? { ...plan, ...changes.proved } : plan
  const open = Math.max(shownPlan.departures.length, checksOf(shownPlan).filter(isOpen).length)
  const take = () => {
    if (!taskId) return
    keepDraft(draftKeyOf(caseId, taskId), {
      values: { ...shownPlan.form, deviations: deviationsOf(shownPlan, reasons) },
      savedAt: new Date().toISOString(),
    })
    navigate(`/cases/${caseId}?task=${encodeURIComponent(taskId)}`)
  }
  return (
    <aside className="plans-panel" aria-label={texts.title}>
      <h2>
        <span className="plan-number">{plan.rank}</span> {list(shownPlan.sources.map((source) => source.accessPoint))}
      </h2>
      <p className={open > 0 ? 'verdict failed' : 'verdict'}>
        {open > 0 ? fill(texts.exception, { count: open }) : texts.passes}
      </p>
      <Departures
        departures={shownPlan.departures}
        reasons={reasons}
        onReason={(check, reason) => setReasons({ ...reasons, [check]: reason })}
      />
      {taskId && (
        <p>
          <button type="button" className="button primary" onClick={take}>
            {texts.choose}
          </button>
          <span className="small quiet block">{texts.chooseHint}</span>
        </p>
      )}
      <ChangePlan plan={shownPlan} options={options} network={network} changes={changes} />
      {changes.proved && <ChangedFigures draft={plan} plan={changes.proved} />}
      <PlanProof plan={shownPlan} voltageKv={options.need.voltage.kv} />
      <Quantities cost={shownPlan.cost} />
    </aside>
  )
}

/** Reasons that were written, for what still departs. */
const deviationsOf = ({ departures }: PlanOption, reasons: Reasons) =>
  departures.flatMap(({ check }) => {
    const reason = reasons[check]?.trim() ?? ''
    return reason === '' ? [] : [{ check, reason }]
  })
