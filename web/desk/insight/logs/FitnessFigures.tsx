import type { Fitness } from '#service/insight/logs/log-report'
import { fill } from '../../words/room-words.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { LogFigures } from './LogFigures.tsx'

/** How well a model explains a log. */
export function FitnessFigures({ fitness }: { readonly fitness: Fitness }) {
  const texts = useInsightTexts()
  const { places, transitions, arcs, worst } = fitness
  const figures = [
    [texts.logs.alignment, fitness.alignmentFitness.toFixed(4)],
    [texts.logs.alignedCases, `${fitness.alignedFitCases.toFixed(1)}\u00a0%`],
    [texts.logs.token, fitness.tokenFitness.toFixed(4)],
    [texts.logs.tokenCases, `${fitness.tokenFitCases.toFixed(1)}\u00a0%`],
  ] as const
  return (
    <>
      <LogFigures figures={figures} />
      <p className="quiet small">{fill(texts.logs.net, { places, transitions, arcs })}</p>
      {worst.length > 0 && (
        <details>
          <summary>{texts.logs.worst}</summary>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{texts.logs.columns.caseId}</th>
                <th scope="col" className="number">
                  {texts.logs.cost}
                </th>
              </tr>
            </thead>
            <tbody>
              {worst.map(({ caseId, cost }) => (
                <tr key={caseId}>
                  <th scope="row">{caseId}</th>
                  <td className="number">{cost}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </>
  )
}
