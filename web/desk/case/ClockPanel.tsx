import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { LimitBar } from '../../ui/LimitBar.tsx'
import { basisWords, ruleSetWords, standingWords } from '../../ui/limit-words.ts'
import { useDates } from '../words/dates.ts'
import { type ClockColumn, clockColumns, type Limit, tightest } from './clock-columns.ts'

interface ClockPanelProps {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
}

/** Law and promise side by side; the tighter one drives the warning. */
export function ClockPanel({ view, task }: ClockPanelProps) {
  const { t } = useTranslation('desk')
  const columns = clockColumns(view, task)
  const driving = tightest(columns)
  if (columns.length === 0) {
    return (
      <section className="clocks" aria-label={t('clocks')}>
        <p className="quiet">{t('noClock')}</p>
      </section>
    )
  }
  return (
    <section className="clocks" aria-label={t('clocks')}>
      {columns.map((column) => (
        <Column
          key={column.ruleSet}
          column={column}
          drives={driving !== undefined && (column.node === driving || column.whole === driving)}
        />
      ))}
    </section>
  )
}

function Column({ column, drives }: { readonly column: ClockColumn; readonly drives: boolean }) {
  const { t } = useTranslation('desk')
  const { t: ui, i18n } = useTranslation('ui')
  const dates = useDates()
  const main = column.node ?? column.whole
  if (!main) return null
  const basis = basisWords(main, i18n.language)
  return (
    <div className="clock">
      <p className="clock-rule">
        <b>{ruleSetWords(ui, column.ruleSet)}</b> <span title={basis}>{drives ? t('drives') : basis}</span>
      </p>
      <p className={`clock-left is-${main.standing}`}>
        <Standing limit={main} />
        {main.dueOn && main.dueOn !== 'undetermined' && <small>{t('until', { day: dates.day(main.dueOn) })}</small>}
      </p>
      {column.node && <Line label={t('thisStep')} limit={column.node} />}
      {column.whole && <Line label={t('wholeCase')} limit={column.whole} />}
    </div>
  )
}

function Standing({ limit }: { readonly limit: Limit }) {
  const { t } = useTranslation('ui')
  return standingWords(t, limit)
}

function Line({ label, limit }: { readonly label: string; readonly limit: Limit }) {
  const { t } = useTranslation('desk')
  return (
    <p className="clock-line">
      <span>{label}</span>
      <LimitBar reading={limit} />
      <span className="number">
        {t('usedOf', { used: limit.usedDays === 'undetermined' ? '?' : limit.usedDays, limit: limit.limitDays })}
      </span>
    </p>
  )
}
