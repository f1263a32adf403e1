import { type ReactNode, useEffect, useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'

const firstControl = ['input', 'select', 'textarea', 'button', 'a[href]']
  .map((kind) => `.dialog-body ${kind}:not([disabled])`)
  .join(', ')

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A modal of the browser's own kind: it keeps the focus, Escape closes it, and focus returns to where it was. */
export function Dialog({ title, onClose, wide = false, children }: DialogProps) {
  const { t } = useTranslation('desk')
  const titleId = useId()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    const before = document.activeElement
    dialog?.showModal()
    // The first thing to fill in or to press, not the way out.
    dialog?.querySelector<HTMLElement>(firstControl)?.focus()
    return () => {
      dialog?.close()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    <dialog
      ref={ref}
      className={wide ? 'dialog wide' : 'dialog'}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
    >
      <header className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <button type="button" className="button text" onClick={onClose}>
          <Icon name="remove" small />
          {t('close')}
        </button>
      </header>
      <div className="dialog-body">{children}</div>
    </dialog>
  )
}
