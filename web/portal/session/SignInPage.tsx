import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import { apiPost } from '../../api/client.ts'
import { Page } from '../shell/Page.tsx'
import { CodeStep } from './CodeStep.tsx'
import { PhoneStep } from './PhoneStep.tsx'

/** Signing in by a code to the phone: two short steps, then back to where one came from. */
export function SignInPage() {
  const { t } = useTranslation('portal')
  const [phone, setPhone] = useState<string>()
  const [, navigate] = useLocation()
  const [search] = useSearchParams()
  const queryClient = useQueryClient()
  const enter = async (code: string) => {
    await apiPost('/api/auth/customer/verify-code', { phone, code })
    await queryClient.resetQueries()
    navigate(safeNext(search.get('next')), { replace: true })
  }
  const title = t(phone === undefined ? 'session.title' : 'session.title2')
  return (
    <Page title={title} back={{ href: '/', label: t('shell.home') }}>
      <section className="section">
        <h1>{title}</h1>
        {phone === undefined ? (
          <PhoneStep onSent={setPhone} />
        ) : (
          <CodeStep phone={phone} onEnter={enter} onOtherPhone={() => setPhone(undefined)} />
        )}
      </section>
    </Page>
  )
}

/** Only a path of ours: `//elsewhere` is another site. */
function safeNext(next: string | null): string {
  return next !== null && /^\/(?![/\\])/.test(next) ? next : '/'
}
