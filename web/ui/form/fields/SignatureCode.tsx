import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../../api/api-error.ts'
import { fieldId, useFormContext } from '../form-context.ts'

interface CodeProps {
  /** Path of the signature. */
  readonly path: string
  readonly code: string
  readonly onChange: (code: string) => void
}

/** Asks for the code of this step and takes it in. */
export function SignatureCode({ path, code, onChange }: CodeProps) {
  const { t } = useTranslation('ui')
  const { askCode, formId, faults } = useFormContext()
  const [said, setSaid] = useState('')
  const [isAsking, setAsking] = useState(false)
  const id = fieldId(formId, `${path}.code`)
  const ownFaults = faults.filter((fault) => fault.path === `${path}.code`)
  const ask = async () => {
    setAsking(true)
    try {
      const sent = await askCode?.()
      if (sent) setSaid(t('form.codeSent', { minutes: sent.validMinutes }))
    } catch (cause) {
      if (!(cause instanceof ApiError)) throw cause
      setSaid(cause.message || t('state.offline'))
    } finally {
      setAsking(false)
    }
  }
  return (
    <div className={ownFaults.length > 0 ? 'field field-wrong' : 'field'}>
      <label className="field-label" htmlFor={id}>
        {t('form.code')}
      </label>
      <p className="field-hint" id={`${id}-hint`}>
        {t('form.codeNote')}
      </p>
      {ownFaults.length > 0 && <p className="field-fault">{ownFaults.map((fault) => fault.message).join(' ')}</p>}
      <div className="field-actions">
        <input
          id={id}
          className="field-input field-code"
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          aria-describedby={`${id}-hint`}
          value={code}
          onChange={(event) => onChange(event.target.value.trim())}
        />
        <button type="button" className="form-second" disabled={isAsking} onClick={() => void ask()}>
          {t('form.askCode')}
        </button>
      </div>
      <p className="field-hint" aria-live="polite">
        {said}
      </p>
    </div>
  )
}
