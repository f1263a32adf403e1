import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { fill, useStepWords } from '../words/room-words.ts'
import type { CaseQuestion } from './CasesBehind.tsx'
import { DownloadLink } from './DownloadLink.tsx'
import { plainDays, showShare } from './figures.ts'
import { useInsightTexts } from './use-insight-texts.ts'
import { type Selection, useVariants, type VariantAnswer } from './use-reports.ts'
import { Way } from './Way.tsx'

interface VariantsPanelProps {
  readonly selection: Selection
  readonly onAsk: (question: CaseQuestion) => void
}

/** The ways finished cases took, most frequent first, each step by its beginning. */
export function VariantsPanel({ selection, onAsk }: VariantsPanelProps) {
  const texts = useInsightTexts()
  const found = useVariants(selection)
  if (found.isPending) return <Skeleton lines={6} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { rows, cases, variantCount } = found.data
  return (
    <section className="insight-panel" aria-label={texts.variants.title}>
      <header className="row">
        <h2>{texts.variants.title}</h2>
        <span className="quiet small">{fill(texts.variants.summary, { cases, count: variantCount })}</span>
        <span className="push" />
        <DownloadLink report="variants" name={texts.variants.title} selection={selection} />
      </header>
      {rows.length === 0 ? (
        <p className="quiet">{texts.variants.none}</p>
      ) : (
        <table className="table variants">
          <thead>
            <tr>
              <th scope="col">{texts.variants.order}</th>
              <th scope="col">{texts.variants.share}</th>
              {(['cases', 'cumulative', 'median', 'late'] as const).map((column) => (
                <th key={column} scope="col" className="number">
                  {texts.variants[column]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, place) => (
              <VariantLine
                key={row.elementIds.join(' ')}
                row={row}
                steps={found.data.steps}
                onAsk={() =>
                  onAsk({ name: `${texts.variants.title} ${place + 1}`, asked: { sameWayAs: row.exampleCaseId } })
                }
              />
            ))}
          </tbody>
        </table>
      )}
      <p className="quiet small">{texts.variants.note}</p>
    </section>
  )
}

interface VariantLineProps {
  readonly row: VariantAnswer['rows'][number]
  readonly steps: VariantAnswer['steps']
  readonly onAsk: () => void
}

function VariantLine({ row, steps, onAsk }: VariantLineProps) {
  const texts = useInsightTexts()
  const stepWords = useStepWords()
  const names = row.elementIds.map((elementId) => {
    const step = steps.find((each) => each.elementId === elementId)
    return step ? stepWords(elementId, step.useCase, step.name) : elementId
  })
  return (
    <tr>
      <th scope="row">
        <Way names={names} />
      </th>
      <td>
        <span className="share-bar" aria-hidden="true">
          <i style={{ width: `${row.share * 100}%` }} />
        </span>
        <span className="number small">{showShare(row.share)}</span>
      </td>
      <td className="number">
        <button type="button" className="link" onClick={onAsk}>
          {row.cases}
        </button>
      </td>
      <td className="number quiet">{showShare(row.cumulativeShare)}</td>
      <td className="number">{row.medianDays === null ? texts.none : plainDays(row.medianDays)}</td>
      <td className={row.lateShare > 0 ? 'number is-late' : 'number quiet'}>{showShare(row.lateShare)}</td>
    </tr>
  )
}
