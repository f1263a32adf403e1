import { type InputHTMLAttributes, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ApiError } from '../../api/api-error.ts'
import '../../ui/form/form.css'

interface OneFieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: ApiError | undefined
  readonly input: InputHTMLAttributes<HTMLInputElement>
  /** Takes the focus when it appears. */
  readonly isFirst?: boolean
}

/** A single question with its fault; the fault is read out when it appears. */
export function OneField({ label, value, onChange, error, input, isFirst = false }: OneFieldProps) {
  const { t } = useTranslation('ui')
  const id = useId()
  const control = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (isFirst || error) control.current?.focus()
  }, [isFirst, error])
  const said = error && (error.faults[0]?.message || error.message || t('state.offline'))
  return (
    <div className={`schema-form-portal one-field ${error ? 'field field-wrong' : 'field'}`}>
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <p className="field-fault" id={`${id}-fault`} role="alert">
        {said}
      </p>
      <input
        {...input}
        ref={control}
        id={id}
        className="field-input"
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-fault`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
