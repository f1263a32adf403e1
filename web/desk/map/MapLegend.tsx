import { useMapTexts } from './use-map-texts.ts'

const bands = ['low', 'middle', 'high', 'unknown'] as const

/** What the colours and widths of lines mean. */
export function MapLegend() {
  const texts = useMapTexts()
  return (
    <div className="grid-map-legend">
      <p className="legend-title">{texts.legend}</p>
      <ul>
        {bands.map((band) => (
          <li key={band}>
            <i className={`band-${band}`} />
            {texts.band[band]}
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
