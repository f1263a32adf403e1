import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../parts/Dialog.tsx'

interface InvitedPersonProps {
  readonly name: string
  readonly setupToken: string
  readonly onClose: () => void
}

/** The link with which the new colleague sets a password; shown once and kept nowhere. */
export function InvitedPerson({ name, setupToken, onClose }: InvitedPersonProps) {
  const { t } = useTranslation('desk')
  const [copied, setCopied] = useState(false)
  const link = `${location.origin}/desk/set-up?token=${encodeURIComponent(setupToken)}`
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Dialog title={t('invite.done', { name })} onClose={onClose}>
      <p>{t('invite.handOver')}</p>
      <p className="secret-text" translate="no">
        {link}
      </p>
      <div className="dialog-foot">
        <button type="button" className="button primary" onClick={() => void copy()}>
          {t(copied ? 'copied' : 'copy')}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t('close')}
        </button>
      </div>
    </Dialog>
  )
}
