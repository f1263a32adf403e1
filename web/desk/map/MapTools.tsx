import { useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { fill } from '../words/room-words.ts'
import { type LayerGroup, layerGroups } from './map-layers.ts'
import { getLengthM, sayDistance } from './measure-distance.ts'
import { useMapTexts } from './use-map-texts.ts'
import type { Measuring } from './use-measure.ts'

interface MapToolsProps {
  readonly measuring: Measuring
  readonly hidden: ReadonlySet<LayerGroup>
  readonly onHide: (hidden: ReadonlySet<LayerGroup>) => void
  readonly hasGround: boolean
  readonly onZoom: (by: number) => void
  readonly onWhole: () => void
}

/** Layers, measuring and zoom, over the map's upper left corner. */
export function MapTools({ measuring, hidden, onHide, hasGround, onZoom, onWhole }: MapToolsProps) {
  const texts = useMapTexts()
  const [hasLayersOpen, setLayersOpen] = useState(false)
  return (
    <div className="grid-map-tools">
      <div className="row">
        <button
          type="button"
          className="button text small"
          aria-expanded={hasLayersOpen}
          onClick={() => setLayersOpen(!hasLayersOpen)}
        >
          {texts.layers}
        </button>
        <button type="button" className="button text small" aria-pressed={measuring.isOn} onClick={measuring.toggle}>
          {texts.measure}
        </button>
        <button type="button" className="button text small" onClick={onWhole}>
          {texts.whole}
        </button>
        <button
          type="button"
          className="button text small"
          aria-label={texts.zoomIn}
          title={texts.zoomIn}
          onClick={() => onZoom(1)}
        >
          <Icon name="add" small />
        </button>
        <button
          type="button"
          className="button text small"
          aria-label={texts.zoomOut}
          title={texts.zoomOut}
          onClick={() => onZoom(-1)}
        >
          <span aria-hidden="true">−</span>
        </button>
      </div>
      {hasLayersOpen && (
        <fieldset className="grid-map-layers">
          <legend className="ui-hidden">{texts.layers}</legend>
          {layerGroups
            .filter((group) => group !== 'ground' || hasGround)
            .map((group) => (
              <label key={group}>
                <input type="checkbox" checked={!hidden.has(group)} onChange={() => onHide(toggled(hidden, group))} />
                {texts.layer[group]}
              </label>
            ))}
        </fieldset>
      )}
      {measuring.isOn && <MeasureBar measuring={measuring} />}
    </div>
  )
}

function MeasureBar({ measuring }: { readonly measuring: Measuring }) {
  const texts = useMapTexts()
  return (
    <div className="row small">
      <span role="status">
        {measuring.places.length < 2
          ? texts.measureHint
          : fill(texts.measured, { length: sayDistance(getLengthM(measuring.places)) })}
      </span>
      <button type="button" className="button text small" onClick={measuring.addCentre}>
        {texts.addCentre}
      </button>
      {measuring.places.length > 0 && (
        <button type="button" className="button text small" onClick={measuring.again}>
          {texts.measureAgain}
        </button>
      )}
    </div>
  )
}

function toggled(hidden: ReadonlySet<LayerGroup>, group: LayerGroup): ReadonlySet<LayerGroup> {
  const after = new Set(hidden)
  if (!after.delete(group)) after.add(group)
  return after
}
