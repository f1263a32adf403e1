import type { LoadingBands } from '#service/network/open-capacity'
import { fill } from '../words/room-words.ts'
import { useMapTexts } from './use-map-texts.ts'

const percent = (share: number) => String(Math.round(share * 100))
const bands = ['low', 'middle', 'high', 'unknown'] as const

/** What the colours and widths of lines mean. */
export function MapLegend({ ends }: { readonly ends: LoadingBands }) {
  const texts = useMapTexts()
  const said = { middle: percent(ends.middle), high: percent(ends.high) }
  return (
    <div className="grid-map-legend">
      <p className="legend-title">{texts.legend}</p>
      <ul>
        {bands.map((band) => (
          <li key={band}>
            <i className={`band-${band}`} />
            {fill(texts.band[band], said)}
          </li>
        ))}
        <li>
          <i className="band-tie" />
          {texts.tie}
        </li>
      </ul>
    </div>
  )
}
