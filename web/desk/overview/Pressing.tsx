import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import { usePeople } from '../data/queries.ts'
import type { InboxRow } from '../data/rows.ts'
import { Flags } from '../parts/Flags.tsx'
import { useDates } from '../words/dates.ts'
import { useStepWords } from '../words/room-words.ts'

interface PressingProps {
  readonly rows: readonly InboxRow[]
  readonly today: string
}

/** What is late or due within days, the most pressing first. */
export function Pressing({ rows, today }: PressingProps) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const stepWords = useStepWords()
  const { data: people } = usePeople()
  return (
    <section className="card" aria-label={t('pressing')}>
      <header className="row">
        <h2>{t('pressing')}</h2>
        <span className="quiet small">{t('counted', { count: rows.length })}</span>
        <Link href="/inbox?queue=team&due=soon">{t('toTeam')}</Link>
      </header>
      {rows.length === 0 ? (
        <p className="empty-title">{t('empty.late')}</p>
      ) : (
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{t('column.due')}</th>
              <th scope="col">{t('column.customer')}</th>
              <th scope="col">{t('column.step')}</th>
              <th scope="col">{t('column.who')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, 30).map((row) => (
              <tr key={`${row.case_id} ${row.task_id}`}>
                <td className={`date ${row.due_on && row.due_on < today ? 'is-late' : 'is-soon'}`}>
                  {row.due_on && dates.day(row.due_on)}
                  {row.due_on && row.due_on < today && <span className="ui-hidden">{t('urgency.late')}</span>}
                </td>
                <td>
                  <span className="cell">
                    <Link href={`/cases/${row.case_id}?task=${encodeURIComponent(row.task_id)}`}>
                      {row.customer_name}
                    </Link>
                    <Flags flags={row.flags} />
                  </span>
                </td>
                <td>{stepWords(row.element_id, row.use_case)}</td>
                <td>{people?.staff.find((member) => member.staffId === row.assignee)?.name ?? t('toClaim')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
