import { useTranslation } from 'react-i18next'
import type { WhatIfBasis, WhatIfStep } from '#service/insight/what-if/what-if-basis'
import { useCaseWords } from '../../words/case-words.ts'
import { fill, useStepWords } from '../../words/room-words.ts'
import type { DraftScenario } from './draft-scenario.ts'
import { groupName } from './group-name.ts'
import { Slider } from './Slider.tsx'
import { useWhatIfTexts } from './use-what-if.ts'

interface LeverPanelProps {
  readonly basis: WhatIfBasis
  readonly scenario: DraftScenario
  readonly onChange: (scenario: DraftScenario) => void
}

/** Everything that can be turned in one scenario. */
export function LeverPanel({ basis, scenario, onChange }: LeverPanelProps) {
  const texts = useWhatIfTexts()
  const words = useCaseWords()
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
        {basis.staff.map(({ name, roles, count }) => (
          <Slider
            key={name}
            label={groupName(roles, words.role)}
            shown={fill(texts.people, { count: scenario.staff[name] ?? count })}
            value={scenario.staff[name] ?? count}
            min={0}
            max={Math.max(6, count * 3)}
            onChange={(people) => change({ staff: { ...scenario.staff, [name]: people } })}
          />
        ))}
      </fieldset>
      <details className="levers">
        <summary>{texts.steps}</summary>
        {basis.steps
          .filter(({ waits }) => !waits)
          .map((step) => (
            <StepLever key={step.elementId} step={step} scenario={scenario} onChange={change} />
          ))}
      </details>
    </>
  )
}

interface StepLeverProps {
  readonly step: WhatIfStep
  readonly scenario: DraftScenario
  readonly onChange: (part: Partial<DraftScenario>) => void
}

/** Keep, leave out, or do with the step before; where the law refuses leaving out, its rule is said. */
function StepLever({ step, scenario, onChange }: StepLeverProps) {
  const { i18n } = useTranslation()
  const texts = useWhatIfTexts()
  const stepWords = useStepWords()
  const { elementId, useCase, name, law } = step
  const value = scenario.dropped.includes(elementId) ? 'drop' : scenario.merged.includes(elementId) ? 'merge' : 'keep'
  const rule = law && (i18n.language === 'en' ? law.ruleEn : law.ruleZh)
  const choose = (next: string) => {
    const without = (list: readonly string[]) => list.filter((each) => each !== elementId)
    onChange({
      dropped: next === 'drop' ? [...without(scenario.dropped), elementId] : without(scenario.dropped),
      merged: next === 'merge' ? [...without(scenario.merged), elementId] : without(scenario.merged),
    })
  }
  return (
    <div className="step-lever">
      <label>
        <span>{stepWords(elementId, useCase, name)}</span>
        <select value={value} onChange={(event) => choose(event.target.value)}>
          <option value="keep">{texts.keep}</option>
          <option value="merge">{texts.merge}</option>
          {law?.effect !== 'refused' && <option value="drop">{texts.drop}</option>}
        </select>
      </label>
      {rule && (
        <p className="quiet small">
          {law.effect === 'refused' ? texts.required : texts.conditional}: {rule}
        </p>
      )}
    </div>
  )
}
