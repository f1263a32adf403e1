import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReadingState } from './use-reading.ts'

interface WishBoxProps {
  readonly clauseId: string
  readonly isOpen: boolean
  readonly reading: ReadingState
  readonly onDone: () => void
}

/** What a clause should say instead; kept until all wishes go out together. */
export function WishBox({ clauseId, isOpen, reading, onDone }: WishBoxProps) {
  const { t } = useTranslation('portal')
  const kept = reading.wishes.find((wish) => wish.clauseId === clauseId)
  const [text, setText] = useState(kept?.wish ?? '')
  const id = useId()
  return (
    <>
      {kept && !isOpen && (
        <p className="banner banner-caution">
          <span>{t('contract.wishKept', { wish: kept.wish })}</span>
          <button type="button" className="plain" onClick={() => reading.dropWish(clauseId)}>
            {t('contract.wishDrop')}
          </button>
        </p>
      )}
      {isOpen && (
        <div className="message-box">
          <label htmlFor={id}>{t('contract.wishText')}</label>
          <textarea id={id} rows={3} maxLength={1000} value={text} onChange={(event) => setText(event.target.value)} />
          <button
            type="button"
            className="button button-second"
            onClick={() => {
              if (text.trim().length >= 2) reading.keepWish({ clauseId, wish: text.trim() })
              onDone()
            }}
          >
            {t('contract.wishKeep')}
          </button>
        </div>
      )}
    </>
  )
}
