import type { MapActivity } from '#service/insight/reports/process-map'
import { plainDays } from '../figures.ts'
import { useInsightTexts } from '../use-insight-texts.ts'
import { levels, type Measure, stepValue } from './scale.ts'

/** What tint, width and dash mean. */
export function MapLegend({
  measure,
  activities,
}: {
  readonly measure: Measure
  readonly activities: readonly MapActivity[]
}) {
  const texts = useInsightTexts()
  const largest = Math.max(...activities.map((step) => stepValue(step, measure)))
  return (
    <div className="map-legend small">
      <span>{measure === 'count' ? texts.map.legendCount : texts.map.legendTime}</span>
      <span className="number">0</span>
      <span className="ramp" aria-hidden="true">
        {Array.from({ length: levels }, (_, level) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a tint is its number
          <i key={level} className={`level-${level}`} />
        ))}
      </span>
      <span className="number">{measure === 'count' ? largest : plainDays(largest)}</span>
      <span>{measure === 'count' ? texts.map.legendWidthCount : texts.map.legendWidthTime}</span>
      <span className="legend-back">{texts.map.legendBack}</span>
      <span className="legend-theirs">{texts.map.customerStep}</span>
    </div>
  )
}
