import type { WhatIfBasis } from '#service/insight/what-if/what-if-basis'
import { fill } from '../../words/room-words.ts'
import type { DraftScenario } from './draft-scenario.ts'
import { useGroupName } from './group-name.ts'
import { Slider } from './Slider.tsx'
import { StaffMoves } from './StaffMoves.tsx'
import { StepLever } from './StepLever.tsx'
import { useWhatIfTexts } from './use-what-if.ts'

interface LeverPanelProps {
  readonly basis: WhatIfBasis
  readonly scenario: DraftScenario
  readonly onChange: (scenario: DraftScenario) => void
}

/** Everything that can be turned in one scenario. */
export function LeverPanel({ basis, scenario, onChange }: LeverPanelProps) {
  const texts = useWhatIfTexts()
  const nameOf = useGroupName(basis)
  const loadLimit = scenario.loadLimit ?? basis.loadLimit
  const change = (part: Partial<DraftScenario>) => onChange({ ...scenario, ...part })
  return (
    <>
      <label className="desk-field">
        <span>{texts.name}</span>
        <input value={scenario.name} maxLength={60} onChange={(event) => change({ name: event.target.value })} />
      </label>
      <fieldset className="levers">
        <legend>{texts.service}</legend>
        <span className="segments">
          {[false, true].map((oneToOne) => (
            <button
              key={`${oneToOne}`}
              type="button"
              aria-pressed={scenario.oneToOne === oneToOne}
              onClick={() => change({ oneToOne, ...(oneToOne && { loadLimit }) })}
            >
              {oneToOne ? texts.oneToOne : texts.many}
            </button>
          ))}
        </span>
      </fieldset>
      {scenario.oneToOne && (
        <Slider
          label={texts.loadLimit}
          shown={fill(texts.cases, { count: loadLimit })}
          value={loadLimit}
          min={1}
          max={60}
          onChange={(cases) => change({ loadLimit: cases })}
        />
      )}
      <Slider
        label={texts.arrivals}
        shown={`${Math.round(scenario.arrivalChange * 100)}\u00a0%`}
        value={Math.round(scenario.arrivalChange * 100)}
        min={-30}
        max={100}
        step={5}
        onChange={(percent) => change({ arrivalChange: percent / 100 })}
      />
      <Slider
        label={texts.urgent}
        shown={`${Math.round((scenario.urgentShare ?? basis.urgentShare) * 100)}\u00a0%`}
        value={Math.round((scenario.urgentShare ?? basis.urgentShare) * 100)}
        min={0}
        max={50}
        onChange={(percent) => change({ urgentShare: percent / 100 })}
      />
      <fieldset className="levers">
        <legend>{texts.staff}</legend>
        {basis.staff.map(({ name, count }) => (
          <Slider
            key={name}
            label={nameOf(name)}
            shown={fill(texts.people, { count: scenario.staff[name] ?? count })}
            value={scenario.staff[name] ?? count}
            min={0}
            max={Math.max(6, count * 3)}
            onChange={(people) => change({ staff: { ...scenario.staff, [name]: people } })}
          />
        ))}
        {basis.units.length > 1 && (
          <StaffMoves basis={basis} scenario={scenario} onChange={(moves) => change({ moves })} />
        )}
      </fieldset>
      <details className="levers">
        <summary>{texts.steps}</summary>
        {basis.steps
          .filter(({ waits }) => !waits)
          .map((step) => (
            <StepLever key={step.elementId} step={step} steps={basis.steps} scenario={scenario} onChange={change} />
          ))}
      </details>
    </>
  )
}
