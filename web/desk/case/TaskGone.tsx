import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { dropDraft, readDraft } from '../../ui/form/draft.ts'
import { useDates } from '../words/dates.ts'
import { useFactWords } from '../words/fact-words.ts'
import { draftKeyOf } from './draft-key.ts'
import { RecordValue } from './RecordValue.tsx'

interface TaskGoneProps {
  readonly view: StaffCaseView
  readonly taskId: string
}

/** The step one came for is no longer open: who did it and when; what one had typed for it stays to compare with. */
export function TaskGone({ view, taskId }: TaskGoneProps) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const factWords = useFactWords()
  const key = draftKeyOf(view.caseId, taskId)
  const [draft, setDraft] = useState(() => readDraft(key))
  const done = view.facts.findLast((fact) => fact.type === 'task-completed' && fact.body.taskId === taskId)
  return (
    <section className="gone-note" aria-label={t('gone')}>
      <p role="status">
        {done ? t('doneBy', { name: factWords.who(done), at: dates.instant(done.recordedAt) }) : t('notOpen')}
      </p>
      {draft && (
        <>
          <p>
            {t('yourDraft')}{' '}
            <button
              type="button"
              className="button text small"
              onClick={() => {
                dropDraft(key)
                setDraft(undefined)
              }}
            >
              {t('dropDraft')}
            </button>
          </p>
          <RecordValue name="" value={draft.values} caseId={view.caseId} />
        </>
      )}
    </section>
  )
}
