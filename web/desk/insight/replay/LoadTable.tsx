import type { Moves } from '#service/insight/reports/moves'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { Load } from './stand-at.ts'

interface LoadTableProps {
  readonly moves: Moves
  readonly load: readonly Load[]
  readonly words: (elementId: string) => string
}

/** The moment in figures: what the dots show. */
export function LoadTable({ moves, load, words }: LoadTableProps) {
  const texts = useInsightTexts()
  return (
    <details className="insight-pad">
      <summary>{texts.replay.table}</summary>
      <ScrollRegion className="table-scroll" label={texts.replay.table}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.table.step}</th>
              <th scope="col" className="number">
                {texts.replay.working}
              </th>
              <th scope="col" className="number">
                {texts.replay.waiting}
              </th>
            </tr>
          </thead>
          <tbody>
            {moves.steps.map(({ elementId }, step) => (
              <tr key={elementId}>
                <th scope="row">{words(elementId)}</th>
                <td className="number">{load[step]?.working ?? 0}</td>
                <td className="number">{load[step]?.waiting ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  )
}
