import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { useDates } from '../words/dates.ts'
import { useFactWords } from '../words/fact-words.ts'

/** The step one came for is no longer open: who did it and when, or that the case went elsewhere. */
export function TaskGone({ view, taskId }: { readonly view: StaffCaseView; readonly taskId: string }) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const factWords = useFactWords()
  const done = view.facts.findLast((fact) => fact.type === 'task-completed' && fact.body.taskId === taskId)
  return (
    <p className="gone-note" role="status">
      {done ? t('doneBy', { name: factWords.who(done), at: dates.instant(done.recordedAt) }) : t('notOpen')}
    </p>
  )
}
