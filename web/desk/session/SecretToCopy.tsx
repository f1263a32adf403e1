import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Authenticator } from './post-sign-in.ts'
import { SecretAsCode } from './SecretAsCode.tsx'

/** The secret for the authenticator app: to scan, in groups of four to type, or opened in the app on this device. */
export function SecretToCopy({ authenticator }: { readonly authenticator: Authenticator }) {
  const { t } = useTranslation('desk')
  const [copied, setCopied] = useState(false)
  const { totpSecret, totpUri, login } = authenticator
  const copy = async () => {
    await navigator.clipboard.writeText(totpSecret)
    setCopied(true)
  }
  return (
    <section className="secret">
      <p>{t('setUp.secretWhat', { login })}</p>
      {totpUri && <SecretAsCode uri={totpUri} />}
      <p className="secret-text" translate="no">
        {totpSecret.match(/.{1,4}/g)?.join(' ')}
      </p>
      <div className="row">
        <button type="button" className="button" onClick={() => void copy()}>
          {t(copied ? 'copied' : 'copy')}
        </button>
        {totpUri && (
          <a className="button text" href={totpUri}>
            {t('setUp.openApp')}
          </a>
        )}
      </div>
    </section>
  )
}
