import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Field } from '../parts/Field.tsx'

interface CodeFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error: string | undefined
}

/** Six digits of the authenticator; takes the focus as it appears, since it is the only thing asked. */
export function CodeField({ value, onChange, error }: CodeFieldProps) {
  const { t } = useTranslation('desk')
  const ref = useRef<HTMLInputElement>(null)
  useEffect(() => {
    ref.current?.focus()
  }, [])
  return (
    <Field label={t('signIn.code')} hint={t('signIn.codeHint')} error={error}>
      {(given) => (
        <input
          {...given}
          ref={ref}
          className="code"
          value={value}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          onChange={(event) => onChange(event.target.value.replace(/\D/g, ''))}
        />
      )}
    </Field>
  )
}
