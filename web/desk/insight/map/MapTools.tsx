import type { ReactNode } from 'react'
import { useInsightTexts } from '../use-insight-texts.ts'
import type { Measure } from './scale.ts'

/** How the map is shown: as a drawn picture, as a film, as figures, or over the published process. */
export type MapForm = 'picture' | 'replay' | 'table' | 'published'

/** Shares of the steps and paths that are shown, 0 … 1. */
export interface MapDetail {
  readonly activities: number
  readonly paths: number
}

interface MapToolsProps {
  readonly measure: Measure
  readonly onMeasure: (measure: Measure) => void
  readonly form: MapForm
  readonly onForm: (form: MapForm) => void
  readonly detail: MapDetail
  readonly onDetail: (detail: MapDetail) => void
  readonly children: ReactNode
}

export function MapTools({ measure, onMeasure, form, onForm, detail, onDetail, children }: MapToolsProps) {
  const texts = useInsightTexts()
  const forms = {
    picture: texts.map.happened,
    replay: texts.replay.title,
    published: texts.map.published,
    table: texts.asTable,
  }
  return (
    <div className="map-tools">
      <Segments label={texts.map.what} value={form} choices={forms} onChange={onForm} />
      {form === 'picture' && (
        <Segments
          label={texts.map.what}
          value={measure}
          choices={{ count: texts.map.count, time: texts.map.time }}
          onChange={onMeasure}
        />
      )}
      {form !== 'published' &&
        (['paths', 'activities'] as const).map((part) => (
          <label key={part} className="slider">
            <span>{texts.map[part]}</span>
            <input
              type="range"
              min={0}
              max={100}
              step={5}
              value={Math.round(detail[part] * 100)}
              onChange={(event) => onDetail({ ...detail, [part]: Number(event.target.value) / 100 })}
            />
            <output className="number">{Math.round(detail[part] * 100)}&nbsp;%</output>
          </label>
        ))}
      <span className="push" />
      {children}
    </div>
  )
}

interface SegmentsProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly choices: Readonly<Record<Value, string>>
  readonly onChange: (value: Value) => void
}

function Segments<Value extends string>({ label, value, choices, onChange }: SegmentsProps<Value>) {
  return (
    <fieldset className="segments">
      <legend className="ui-hidden">{label}</legend>
      {(Object.keys(choices) as Value[]).map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === value} onClick={() => onChange(choice)}>
          {choices[choice]}
        </button>
      ))}
    </fieldset>
  )
}
