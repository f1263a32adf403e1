import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { LimitBar } from '../../ui/LimitBar.tsx'
import { basisWords, ruleSetWords, standingWords } from '../../ui/limit-words.ts'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'
import { useStepWords } from '../words/room-words.ts'
import { clockColumns, nodeClock, tightest } from './clock-columns.ts'

/** The tightest limit of a step in one card: what, until when, whose clock, by which rule. */
export function TaskClock({ view, task }: { readonly view: StaffCaseView; readonly task: TaskView }) {
  const { t } = useTranslation('desk')
  const { t: ui, i18n } = useTranslation('ui')
  const stepWords = useStepWords()
  const words = useCaseWords()
  const dates = useDates()
  const limit = tightest(clockColumns(view, task))
  const clock = nodeClock(view, task)
  const name = stepWords(task.elementId, task.useCase, task.name)
  if (!limit) {
    return (
      <section className="task-clock">
        <p className="task-clock-title">
          <b>{name}</b>
        </p>
        <p className="small quiet">{t('noClock')}</p>
      </section>
    )
  }
  return (
    <section className={`task-clock is-${limit.standing}`}>
      <p className="task-clock-title">
        <b>
          {name} {standingWords(ui, limit)}
        </b>
        <span className="number small">
          {t('usedOf', { used: limit.usedDays === 'undetermined' ? '?' : limit.usedDays, limit: limit.limitDays })}
        </span>
      </p>
      <LimitBar reading={limit} />
      <p className="small">
        {clock?.owner && t('clockOf', { party: words.party(clock.owner), from: dates.short(clock.startedAt) })}
        {limit.dueOn && limit.dueOn !== 'undetermined' && ` ${t('until', { day: dates.day(limit.dueOn) })}`}
      </p>
      <p className="small">
        {ruleSetWords(ui, limit.ruleSet)} {basisWords(limit, i18n.language)}
      </p>
    </section>
  )
}
