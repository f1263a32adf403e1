import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../../api/api-error.ts'
import { useAct } from '../data/use-act.ts'

interface MessageBoxProps {
  readonly caseId: string
  readonly label: string
  readonly send: string
  /** What it is about: `supply-plan`, `clause:capacity`. */
  readonly about?: string
  /** Said once it is sent. */
  readonly sent?: string
}

/** A line to the account manager. What was typed stays until it has arrived. */
export function MessageBox({ caseId, label, send, about, sent }: MessageBoxProps) {
  const { t } = useTranslation('ui')
  const [text, setText] = useState('')
  const act = useAct(caseId)
  const id = useId()
  return (
    <form
      className="message-box"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        const body = { text: text.trim(), ...(about ? { about } : {}) }
        act.mutate({ path: 'post-message', body }, { onSuccess: () => setText('') })
      }}
    >
      <label htmlFor={id}>{label}</label>
      <div className="message-line">
        <textarea id={id} rows={2} maxLength={2000} value={text} onChange={(event) => setText(event.target.value)} />
        <button type="submit" className="plain" disabled={act.isPending}>
          {send}
        </button>
      </div>
      <p className="note" role="status">
        {act.isSuccess && sent}
        {act.error instanceof ApiError && (act.error.message || t('state.offline'))}
      </p>
    </form>
  )
}
