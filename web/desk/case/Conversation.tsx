import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { useAct } from '../data/use-act.ts'
import { TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'
import { useDates } from '../words/dates.ts'

/** 沟通: the lines between the customer and the company, newest last; the customer reads what is written here. */
export function Conversation({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const [text, setText] = useState('')
  const [missing, setMissing] = useState(false)
  const act = useAct(`/cases/${view.caseId}/post-message`)
  const lines = view.facts.filter((fact) => fact.type === 'message-posted')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setMissing(text.trim() === '')
    if (text.trim() !== '' && !act.isPending) act.mutate({ text: text.trim() }, { onSuccess: () => setText('') })
  }
  return (
    <section className="card conversation" aria-label={t('conversation')}>
      <h2>{t('conversation')}</h2>
      {lines.length === 0 && <p className="quiet small">{t('noMessages')}</p>}
      <ul>
        {lines.slice(-6).map((fact) => (
          <li key={fact.seq} className={fact.body.from === 'company' ? 'ours' : undefined}>
            <p className="small quiet">
              {String(fact.body.byName || t(`party.${fact.body.from === 'company' ? 'company' : 'customer'}`))} ·{' '}
              {dates.instant(fact.recordedAt)}
            </p>
            <p>{String(fact.body.text)}</p>
          </li>
        ))}
      </ul>
      <form onSubmit={submit} noValidate>
        <Refused error={act.error} fields={['text']} />
        <TextField
          label={t('writeCustomer')}
          lines={2}
          value={text}
          onChange={setText}
          error={faultAt(act.error, 'text') ?? (missing ? t('needed') : undefined)}
        />
        <button type="submit" className="button small" aria-disabled={act.isPending}>
          {t('send')}
        </button>
      </form>
    </section>
  )
}
