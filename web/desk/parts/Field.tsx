import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { DateInput } from '../../ui/DateInput.tsx'

export interface FieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly optional?: boolean | undefined
}

interface Given {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
}

/** Label, hint and fault round one control; the control is told which of them describe it. */
export function Field({
  label,
  hint,
  error,
  optional,
  children,
}: FieldProps & { readonly children: (given: Given) => ReactNode }) {
  const { t } = useTranslation('ui')
  const id = useId()
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={error ? 'desk-field faulty' : 'desk-field'}>
      <label htmlFor={id}>
        {label}
        {optional && <span className="quiet small"> {t('form.optional')}</span>}
      </label>
      {children({ id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined })}
      {hint && (
        <p className="desk-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="desk-fault" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}

interface TextFieldProps extends FieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly type?: 'text' | 'password' | 'date' | 'number' | 'tel'
  readonly autoComplete?: string
  readonly inputMode?: 'numeric' | 'tel' | 'decimal'
  readonly lines?: number
}

export function TextField(props: TextFieldProps) {
  const { value, onChange, type = 'text', autoComplete, inputMode, lines, ...field } = props
  return (
    <Field {...field}>
      {(given) =>
        lines ? (
          <textarea {...given} rows={lines} value={value} onChange={(event) => onChange(event.target.value)} />
        ) : type === 'date' ? (
          <DateInput {...given} value={value} onChange={onChange} />
        ) : (
          <input
            {...given}
            type={type}
            value={value}
            autoComplete={autoComplete ?? 'off'}
            inputMode={inputMode}
            onChange={(event) => onChange(event.target.value)}
          />
        )
      }
    </Field>
  )
}

export interface Choice {
  readonly value: string
  readonly label: string
}

interface SelectFieldProps extends FieldProps {
  readonly value: string
  readonly choices: readonly Choice[]
  readonly onChange: (value: string) => void
  /** What stands for no choice; left out where one must be chosen from the start. */
  readonly none?: string
}

export function SelectField({ value, choices, onChange, none, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      {(given) => (
        <select {...given} value={value} onChange={(event) => onChange(event.target.value)}>
          {none !== undefined && <option value="">{none}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface CheckFieldProps {
  readonly label: string
  readonly hint?: string | undefined
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

export function CheckField({ label, hint, checked, onChange }: CheckFieldProps) {
  return (
    <div className="desk-field">
      <label className="check">
        <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
        <span>
          {label}
          {hint && <span className="quiet small block">{hint}</span>}
        </span>
      </label>
    </div>
  )
}
