import type { Comparison, StepPair } from '#service/insight/reports/comparison'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { CaseQuestion } from '../CasesBehind.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import { Chance } from './ComparedFigures.tsx'
import { directionOfDays, type SideName, showPair, signOf } from './differences.ts'

interface StepPairsProps {
  readonly comparison: Comparison
  readonly words: (elementId: string) => string
  readonly onAsk: (side: SideName, question: CaseQuestion) => void
}

/** Each step of both sides: how often, handling and waiting; a count opens its cases. */
export function StepPairs({ comparison, words, onAsk }: StepPairsProps) {
  const texts = useInsightTexts()
  return (
    <section className="insight-panel" aria-label={texts.compare.steps}>
      <h2>{texts.compare.steps}</h2>
      <ScrollRegion className="table-scroll" label={texts.compare.steps}>
        <table className="table pair-table">
          <caption className="quiet small">{texts.table.unit}</caption>
          <thead>
            <tr>
              <th scope="col">{texts.table.step}</th>
              <th scope="col" className="number">
                {texts.compare.timesA}
              </th>
              <th scope="col" className="number">
                {texts.compare.timesB}
              </th>
              {(['handlingMedian', 'waitingMedian'] as const).flatMap((column) => [
                <th key={column} scope="col" className="number">
                  {texts.table[column]}
                </th>,
                <th key={`${column} chance`} scope="col" className="number">
                  {texts.compare.chance}
                </th>,
              ])}
            </tr>
          </thead>
          <tbody>
            {comparison.steps.map((step) => (
              <StepLine key={step.elementId} step={step} name={words(step.elementId)} onAsk={onAsk} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

interface StepLineProps {
  readonly step: StepPair
  readonly name: string
  readonly onAsk: StepPairsProps['onAsk']
}

function StepLine({ step, name, onAsk }: StepLineProps) {
  const asked = { name, asked: { element: step.elementId } }
  return (
    <tr>
      <th scope="row">{name}</th>
      {step.events.map((count, side) => (
        <td key={side === 0 ? 'a' : 'b'} className="number">
          <button type="button" className="link" onClick={() => onAsk(side === 0 ? 'a' : 'b', asked)}>
            {count}
          </button>
        </td>
      ))}
      <Medians pair={step.handling} />
      <Medians pair={step.waiting} />
    </tr>
  )
}

function Medians({ pair: { a, b, p, isClear } }: { readonly pair: StepPair['handling'] }) {
  const texts = useInsightTexts()
  const [daysA, daysB] = showPair(a.median, b.median, texts.none)
  const direction = directionOfDays(a.median, b.median, isClear)
  return (
    <>
      <td className={`number pair-${direction}`}>
        {daysA} → {daysB} {signOf[direction]}
      </td>
      <Chance p={p} />
    </>
  )
}
