import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../Icon.tsx'
import { TrackDrawing } from '../../TrackDrawing.tsx'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'
import { readTrack, type TrackPoint, trackLengthM } from '../track.ts'

/** A line on the ground out of a file of a receiver or a drawing program, shown at once so that a wrong one is seen. */
export function TrackField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const input = useRef<HTMLInputElement>(null)
  const [failed, setFailed] = useState(false)
  const track = Array.isArray(value) ? (value as readonly TrackPoint[]) : undefined
  const read = async (file: File | undefined) => {
    if (!file) return
    const found = readTrack(await file.text())
    setFailed(found === undefined)
    if (found) set(path, found)
  }
  return (
    <FieldFrame path={path} isRequired={shape.isRequired}>
      <p className="field-hint">{t('form.trackHint')}</p>
      <div className="field-actions">
        <button type="button" id={id} {...aria} className="form-second" onClick={() => input.current?.click()}>
          <Icon name="file" small />
          {t('form.readTrack')}
        </button>
        {track && (
          <button type="button" className="form-link" onClick={() => set(path, undefined)}>
            {t('form.remove')}
          </button>
        )}
      </div>
      <input
        ref={input}
        className="ui-hidden"
        tabIndex={-1}
        aria-hidden="true"
        type="file"
        accept=".gpx,.geojson,.json,.csv,.txt"
        onChange={(event) => {
          void read(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <p className="field-hint" aria-live="polite">
        {failed && <span className="field-fault">{t('form.trackFailed')}</span>}
        {!failed && track && t('form.trackRead', { count: track.length, length: Math.round(trackLengthM(track)) })}
      </p>
      {track && <TrackDrawing tracks={[{ name: path, points: track, line: 'full' }]} label={t('form.trackDrawing')} />}
    </FieldFrame>
  )
}
