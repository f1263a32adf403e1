import { useMutation, useQueryClient } from '@tanstack/react-query'
import { apiPost } from '../../../api/client.ts'
import { Failure } from '../../parts/Failure.tsx'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { plainDays, showShare } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { logPath, useLogFigures } from '../use-reports.ts'
import { LogFigures } from './LogFigures.tsx'
import { useLogWords } from './log-words.ts'
import { ownLog } from './own-log.ts'

const daySeconds = 86_400

/** A log in figures, and as a file. */
export function LogPanel({ logId, onRemoved }: { readonly logId: string; readonly onRemoved: () => void }) {
  const texts = useInsightTexts()
  const nameOf = useLogWords(logId)
  const found = useLogFigures(logId)
  if (found.isPending) return <Skeleton lines={8} label={texts.loading} />
  if (found.isError && !found.data) return <Failure error={found.error} retry={() => void found.refetch()} />
  const { events, cases, activities, dfgEdges, variantCount, variants, medianSeconds, meanSeconds } = found.data
  const figures = [
    [texts.logs.cases, cases],
    [texts.logs.events, events],
    [texts.logs.activities, activities.length],
    [texts.logs.edges, dfgEdges],
    [texts.logs.variants, variantCount],
    [texts.logs.median, plainDays(medianSeconds / daySeconds)],
    [texts.logs.mean, plainDays(meanSeconds / daySeconds)],
  ] as const
  return (
    <section className="card" aria-label={texts.logs.figures}>
      <header className="row">
        <h2>{texts.logs.figures}</h2>
        <span className="push" />
        <a className="button small" href={logPath(logId, 'xes')} download>
          {texts.logs.asXes}
        </a>
        <a className="button small" href={logPath(logId, 'ocel')} download>
          {texts.logs.asOcel}
        </a>
        {logId !== ownLog && <RemoveButton logId={logId} onRemoved={onRemoved} />}
      </header>
      <LogFigures figures={figures} />
      <ScrollRegion className="table-scroll log-variants" label={texts.logs.variants}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{texts.logs.variant}</th>
              <th scope="col" className="number">
                {texts.logs.cases}
              </th>
              <th scope="col" className="number">
                {texts.variants.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {variants.map(({ steps, cases: ofVariant }) => (
              <tr key={steps.join(' → ')}>
                <th scope="row">{steps.map(nameOf).join(' → ')}</th>
                <td className="number">{ofVariant}</td>
                <td className="number">{showShare(ofVariant / cases)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  )
}

function RemoveButton({ logId, onRemoved }: { readonly logId: string; readonly onRemoved: () => void }) {
  const texts = useInsightTexts()
  const queries = useQueryClient()
  const remove = useMutation({
    mutationFn: () => apiPost(`/insight/logs/${logId}/remove`, {}),
    onSuccess: async () => {
      onRemoved()
      await queries.invalidateQueries({ queryKey: ['insight', 'logs'] })
    },
  })
  return (
    <button type="button" className="button small" disabled={remove.isPending} onClick={() => remove.mutate()}>
      {texts.logs.remove}
    </button>
  )
}
