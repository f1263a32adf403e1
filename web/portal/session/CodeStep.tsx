import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPost } from '../../api/client.ts'
import { OneField } from './OneField.tsx'
import { useSending } from './use-sending.ts'

interface CodeStepProps {
  readonly phone: string
  readonly onEnter: (code: string) => Promise<void>
  readonly onOtherPhone: () => void
}

export function CodeStep({ phone, onEnter, onOtherPhone }: CodeStepProps) {
  const { t } = useTranslation('portal')
  const [code, setCode] = useState('')
  const { error, isSending, send } = useSending()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(() => onEnter(code.trim()))
      }}
    >
      <p className="lead">{t('session.codeSent', { phone })}</p>
      <OneField
        label={t('session.code')}
        value={code}
        onChange={setCode}
        error={error}
        input={{ type: 'text', inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 6 }}
        isFirst
      />
      <button type="submit" className="button" disabled={isSending}>
        {t(isSending ? 'session.entering' : 'session.enter')}
      </button>
      <div className="pair">
        <button
          type="button"
          className="plain"
          onClick={() => void send(() => apiPost('/api/auth/customer/send-code', { phone }))}
        >
          {t('session.again')}
        </button>
        <button type="button" className="plain" onClick={onOtherPhone}>
          {t('session.otherPhone')}
        </button>
      </div>
    </form>
  )
}
