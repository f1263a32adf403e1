import { useLocation } from 'wouter'
import type { PlanOption, PlanOptions } from '#service/plan-options/draft-plans'
import { keepDraft } from '../../ui/form/draft.ts'
import { draftKeyOf } from '../case/draft-key.ts'
import { Refused } from '../parts/Refused.tsx'
import { useList } from '../words/list-words.ts'
import { fill } from '../words/room-words.ts'
import { PlanProof } from './PlanProof.tsx'
import { checksOf, dropPercent, isOpen, lengthM, wan } from './plan-figures.ts'
import type { Drawing } from './use-drawing.ts'
import { usePlanTexts } from './use-plan-texts.ts'

interface PlanPanelProps {
  readonly plan: PlanOption
  readonly options: PlanOptions
  readonly drawing: Drawing
  readonly caseId: string
  readonly taskId: string | null
}

/** One plan in full: its verdict first, then the evidence; to be taken, or drawn otherwise. */
export function PlanPanel({ plan, options, drawing, caseId, taskId }: PlanPanelProps) {
  const texts = usePlanTexts()
  const list = useList()
  const [, navigate] = useLocation()
  const shownPlan = drawing.proved ? { ...plan, sources: drawing.proved.sources, form: drawing.proved.form } : plan
  const open = checksOf(shownPlan).filter(isOpen)
  const take = () => {
    if (!taskId) return
    keepDraft(draftKeyOf(caseId, taskId), {
      values: shownPlan.form as unknown as Record<string, unknown>,
      savedAt: new Date().toISOString(),
    })
    navigate(`/cases/${caseId}?task=${encodeURIComponent(taskId)}`)
  }
  return (
    <aside className="plans-panel" aria-label={texts.title}>
      <h2>
        <span className="plan-number">{plan.rank}</span> {list(plan.sources.map((source) => source.accessPoint))}
      </h2>
      <p className={open.length > 0 ? 'verdict failed' : 'verdict'}>
        {open.length > 0 ? fill(texts.exception, { count: open.length }) : texts.passes}
      </p>
      {taskId && (
        <p>
          <button type="button" className="button primary" onClick={take}>
            {texts.choose}
          </button>
          <span className="small quiet block">{texts.chooseHint}</span>
        </p>
      )}
      <Redraw plan={plan} options={options} drawing={drawing} />
      <PlanProof plan={shownPlan} voltageKv={options.need.voltage.kv} />
      <h3>{texts.quantities}</h3>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{texts.check.rule}</th>
            <th scope="col" className="number">
              {texts.amount}
            </th>
            <th scope="col" className="number">
              {texts.price}
            </th>
          </tr>
        </thead>
        <tbody>
          {plan.cost.quantities.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the same item may stand in two sources
            <tr key={at}>
              <th scope="row">{texts.quantity[row.item as keyof typeof texts.quantity] ?? row.item}</th>
              <td className="number">
                {Number(row.amount.toFixed(2))} {row.unit}
              </td>
              <td className="number">
                {wan(row.lowFen)}～{wan(row.highFen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </aside>
  )
}

function Redraw({ plan, options, drawing }: Pick<PlanPanelProps, 'plan' | 'options' | 'drawing'>) {
  const texts = usePlanTexts()
  const conductors = [...new Set(options.plans.flatMap(({ sources }) => sources.map(({ conductor }) => conductor)))]
  if (!drawing.isOn) {
    return (
      <p>
        <button type="button" className="button" onClick={drawing.start}>
          {texts.draw}
        </button>
      </p>
    )
  }
  return (
    <section className="redraw">
      <p className="small">{texts.drawHint}</p>
      <div className="row">
        <button type="button" className="button small" onClick={drawing.addBend}>
          {texts.addBend}
        </button>
        <button
          type="button"
          className="button small"
          onClick={drawing.dropBend}
          disabled={(drawing.bends ?? []).length === 0}
        >
          {texts.dropBend}
        </button>
        <button type="button" className="button small" onClick={drawing.stop}>
          {texts.undo}
        </button>
        <label className="small">
          {texts.conductor}{' '}
          <input
            list="plan-conductors"
            defaultValue={drawing.conductor}
            onBlur={(event) => drawing.setConductor(event.target.value.trim())}
          />
          <datalist id="plan-conductors">
            {conductors.map((model) => (
              <option key={model} value={model} />
            ))}
          </datalist>
        </label>
      </div>
      <div role="status" className="small">
        {drawing.isProving && texts.proving}
        {!drawing.isProving &&
          drawing.proved &&
          fill(texts.changed, {
            length: signed(lengthM(drawing.proved) - lengthM(plan), 0),
            drop: signed(dropPercent(drawing.proved) - dropPercent(plan), 2),
            failed: checksOf(drawing.proved).filter(isOpen).length,
          })}
      </div>
      <Refused error={drawing.error} fields={[]} />
    </section>
  )
}

/** A difference with its sign; what rounds to nothing has none. */
function signed(value: number, digits: number): string {
  const rounded = Number(value.toFixed(digits)) || 0
  return `${rounded > 0 ? '+' : ''}${rounded.toFixed(digits)}`
}
