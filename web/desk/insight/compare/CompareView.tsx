import { useState } from 'react'
import type { InsightScope } from '#service/insight/reports/scope'
import { Failure } from '../../parts/Failure.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { fill, useStepWords } from '../../words/room-words.ts'
import { type CaseQuestion, CasesBehind } from '../CasesBehind.tsx'
import { SelectionBar } from '../SelectionBar.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import { type Selection, useComparison } from '../use-reports.ts'
import { ComparedFigures } from './ComparedFigures.tsx'
import { DifferenceMap } from './DifferenceMap.tsx'
import type { SideName } from './differences.ts'
import { StepPairs } from './StepPairs.tsx'

interface CompareViewProps {
  readonly scope: InsightScope
  readonly a: Selection
  readonly b: Selection
  readonly onChangeB: (field: string, value: string) => void
}

/** Two selections side by side; the first is the page's own. */
export function CompareView({ scope, a, b, onChangeB }: CompareViewProps) {
  const texts = useInsightTexts()
  return (
    <>
      <SelectionBar scope={scope} selection={b} onChange={onChangeB} name={texts.compare.sideB} />
      <Compared a={a} b={b} />
    </>
  )
}

function Compared({ a, b }: { readonly a: Selection; readonly b: Selection }) {
  const texts = useInsightTexts()
  const stepWords = useStepWords()
  const [question, setQuestion] = useState<CaseQuestion & { readonly side: SideName }>()
  const found = useComparison(a, b)
  if (found.isPending) return <Skeleton lines={14} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { cases, steps, terms } = found.data
  const words = (elementId: string) => {
    const step = steps.find((each) => each.elementId === elementId)
    return step ? stepWords(elementId, step.useCase, step.name) : elementId
  }
  const ask = (side: SideName, asked: CaseQuestion) =>
    setQuestion({ ...asked, side, name: `${side === 'a' ? texts.compare.a : texts.compare.b} · ${asked.name}` })
  if (cases[0] === 0 || cases[1] === 0) {
    const side = cases[0] === 0 ? texts.compare.sideA : texts.compare.sideB
    return <p className="empty-title">{fill(texts.compare.nothing, { side })}</p>
  }
  return (
    <>
      <p className="quiet small">{fill(texts.compare.meaning, { ...terms })}</p>
      <div className="insight-columns">
        <DifferenceMap comparison={found.data} words={words} onAsk={ask} />
        <div className="insight-side">
          {question && (
            <CasesBehind
              selection={question.side === 'a' ? a : b}
              question={question}
              onClose={() => setQuestion(undefined)}
            />
          )}
          <ComparedFigures comparison={found.data} words={words} />
          <StepPairs comparison={found.data} words={words} onAsk={ask} />
        </div>
      </div>
    </>
  )
}
