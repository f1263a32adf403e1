import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../Icon.tsx'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

interface Place {
  readonly longitude: number
  readonly latitude: number
  readonly accuracyM?: number
}

/** Where one stands, by the device; with how near it is, since that decides what it is good for. */
export function LocationField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const [state, setState] = useState<'idle' | 'locating' | 'failed'>('idle')
  const place = value as Place | undefined
  const locate = () => {
    setState('locating')
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setState('idle')
        set(path, {
          longitude: round(coords.longitude, 6),
          latitude: round(coords.latitude, 6),
          accuracyM: round(coords.accuracy, 0),
        })
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 15_000 },
    )
  }
  return (
    <FieldFrame path={path} isRequired={shape.isRequired}>
      <div className="field-actions">
        <button
          type="button"
          id={id}
          {...aria}
          className="form-second"
          onClick={locate}
          disabled={state === 'locating'}
        >
          <Icon name="pin" small />
          {t(state === 'locating' ? 'form.locating' : 'form.locate')}
        </button>
        {place && (
          <button type="button" className="form-link" onClick={() => set(path, undefined)}>
            {t('form.remove')}
          </button>
        )}
      </div>
      <p className="field-hint" aria-live="polite">
        {state === 'failed' && t('form.locateFailed')}
        {place &&
          t('form.located', {
            longitude: place.longitude,
            latitude: place.latitude,
            accuracy: place.accuracyM ?? '–',
          })}
      </p>
    </FieldFrame>
  )
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits))
