import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPost } from '../../api/client.ts'
import { OneField } from './OneField.tsx'
import { useSending } from './use-sending.ts'

export function PhoneStep({ onSent }: { readonly onSent: (phone: string) => void }) {
  const { t } = useTranslation('portal')
  const [phone, setPhone] = useState('')
  const { error, isSending, send } = useSending()
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send(async () => {
          await apiPost('/api/auth/customer/send-code', { phone: phone.trim() })
          onSent(phone.trim())
        })
      }}
    >
      <p className="lead">{t('session.why')}</p>
      <OneField
        label={t('session.phone')}
        value={phone}
        onChange={setPhone}
        error={error}
        input={{ type: 'tel', inputMode: 'tel', autoComplete: 'tel', maxLength: 20 }}
      />
      <button type="submit" className="button" disabled={isSending}>
        {t(isSending ? 'session.sending' : 'session.send')}
      </button>
    </form>
  )
}
