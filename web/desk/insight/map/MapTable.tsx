import type { ProcessMap } from '#service/insight/reports/process-map'
import { ScrollRegion } from '../../parts/ScrollRegion.tsx'
import type { CaseQuestion } from '../CasesBehind.tsx'
import { plainDays } from '../figures.ts'
import { type InsightTexts, useInsightTexts } from '../use-insight-texts.ts'

interface MapTableProps {
  readonly map: ProcessMap
  readonly words: (elementId: string) => string
  readonly onAsk: (question: CaseQuestion) => void
}

/** The figures of the map: steps, then paths. */
export function MapTable({ map, words, onAsk }: MapTableProps) {
  const texts = useInsightTexts()
  return (
    <ScrollRegion className="map-scroll insight-pad" label={texts.asTable}>
      <table className="table">
        <caption className="quiet small">{texts.table.unit}</caption>
        <Heads names={['step', 'events', 'cases', 'handlingMedian', 'handlingMean', 'handlingP90', 'waitingMedian']} />
        <tbody>
          {map.activities.map((step) => (
            <tr key={step.elementId}>
              <th scope="row">
                <AskButton name={words(step.elementId)} asked={{ element: step.elementId }} onAsk={onAsk} />
              </th>
              <td className="number">{step.events}</td>
              <td className="number">{step.cases}</td>
              <Days
                values={[step.handling.median, step.handling.mean, step.handling.p90, step.waiting.median]}
                texts={texts}
              />
            </tr>
          ))}
        </tbody>
      </table>
      <table className="table">
        <Heads names={['path', 'events', 'waitingMedian']} />
        <tbody>
          {map.paths.map(({ source, target, count, waiting }) => (
            <tr key={`${source} ${target}`}>
              <th scope="row">
                <AskButton name={`${words(source)} → ${words(target)}`} asked={{ source, target }} onAsk={onAsk} />
              </th>
              <td className="number">{count}</td>
              <Days values={[waiting.median]} texts={texts} />
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function Heads({ names }: { readonly names: readonly (keyof InsightTexts['table'])[] }) {
  const texts = useInsightTexts()
  return (
    <thead>
      <tr>
        {names.map((name, place) => (
          <th key={name} scope="col" className={place === 0 ? undefined : 'number'}>
            {texts.table[name]}
          </th>
        ))}
      </tr>
    </thead>
  )
}

function Days({ values, texts }: { readonly values: readonly (number | null)[]; readonly texts: InsightTexts }) {
  return values.map((value, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: columns have nothing but their place
    <td key={place} className="number">
      {value === null ? texts.none : plainDays(value)}
    </td>
  ))
}

function AskButton({ name, asked, onAsk }: CaseQuestion & { readonly onAsk: MapTableProps['onAsk'] }) {
  return (
    <button type="button" className="link" onClick={() => onAsk({ name, asked })}>
      {name}
    </button>
  )
}
