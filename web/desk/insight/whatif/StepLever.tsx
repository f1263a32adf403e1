import { useTranslation } from 'react-i18next'
import type { WhatIfStep } from '#service/insight/what-if/what-if-basis'
import { fill, useStepWords } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { DraftScenario } from './draft-scenario.ts'
import { useWhatIfTexts } from './use-what-if.ts'

const ways = ['dropped', 'merged', 'parallel'] as const
type Way = (typeof ways)[number]

interface StepLeverProps {
  readonly step: WhatIfStep
  readonly steps: readonly WhatIfStep[]
  readonly scenario: DraftScenario
  readonly onChange: (part: Partial<DraftScenario>) => void
}

/** Keep, leave out, do with the step before or alongside what comes before; what the law refuses is not offered, its rule is said. */
export function StepLever({ step, steps, scenario, onChange }: StepLeverProps) {
  const { i18n } = useTranslation()
  const texts = useWhatIfTexts()
  const { listGap } = useInsightTexts()
  const stepWords = useStepWords()
  const { elementId, law, alongside } = step
  const value = ways.find((way) => scenario[way].includes(elementId)) ?? 'keep'
  const order = orderRule(step, steps)
  const ruleOf = ({ ruleZh, ruleEn }: { readonly ruleZh: string; readonly ruleEn: string }) =>
    i18n.language === 'en' ? ruleEn : ruleZh
  const nameOf = (id: string) => {
    const found = steps.find((each) => each.elementId === id)
    return found ? stepWords(id, found.useCase, found.name) : id
  }
  const choose = (next: string) =>
    onChange(
      Object.fromEntries(ways.map((way): [Way, readonly string[]] => [way, chosen(scenario[way], way === next)])),
    )
  const chosen = (list: readonly string[], isChosen: boolean) => {
    const others = list.filter((each) => each !== elementId)
    return isChosen ? [...others, elementId] : others
  }
  return (
    <div className="step-lever">
      <label>
        <span>{nameOf(elementId)}</span>
        <select value={value} onChange={(event) => choose(event.target.value)}>
          <option value="keep">{texts.keep}</option>
          <option value="merged">{texts.merge}</option>
          {alongside && !order && <option value="parallel">{texts.parallel}</option>}
          {law?.effect !== 'refused' && <option value="dropped">{texts.drop}</option>}
        </select>
      </label>
      {value === 'parallel' && alongside && (
        <p className="small">{fill(texts.alongside, { steps: alongside.map(nameOf).join(listGap) })}</p>
      )}
      {law && (
        <p className="quiet small">
          {law.effect === 'refused' ? texts.required : texts.conditional}: {ruleOf(law)}
        </p>
      )}
      {alongside && order && (
        <p className="quiet small">
          {texts.inOrder}: {ruleOf(order)}
        </p>
      )}
    </div>
  )
}

/** The rule by which something before the step must be done when it begins. */
function orderRule({ alongside, mustFollow }: WhatIfStep, steps: readonly WhatIfStep[]) {
  const earlier = new Set(alongside?.map((id) => steps.find(({ elementId }) => elementId === id)?.useCase))
  return mustFollow.find((rule) => earlier.has(rule.earlier))
}
