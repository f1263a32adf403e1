import { useTranslation } from 'react-i18next'
import type { PersonLoad } from '../data/rows.ts'
import { useCaseWords } from '../words/case-words.ts'
import { useList } from '../words/list-words.ts'

interface PeopleLoadProps {
  readonly people: readonly PersonLoad[]
  readonly caseLimit: number
}

/** Everybody who holds something: open tasks with the late ones among them, cases against the limit of one-to-one service. */
export function PeopleLoad({ people, caseLimit }: PeopleLoadProps) {
  const { t } = useTranslation('desk')
  const list = useList()
  const words = useCaseWords()
  const loaded = people
    .filter((person) => person.openTasks > 0 || person.openCases > 0)
    .toSorted((a, b) => b.lateTasks - a.lateTasks || b.openTasks - a.openTasks)
  const most = Math.max(1, ...loaded.map((person) => person.openTasks))
  return (
    <section className="card" aria-label={t('load')}>
      <h2>{t('load')}</h2>
      <table className="table load">
        <thead>
          <tr>
            <th scope="col">{t('column.person')}</th>
            <th scope="col">{t('column.tasks')}</th>
            <th scope="col" className="number">
              {t('column.late')}
            </th>
            <th scope="col">{t('column.cases')}</th>
          </tr>
        </thead>
        <tbody>
          {loaded.map((person) => (
            <tr key={person.staffId}>
              <th scope="row">
                {person.name}
                <span className="quiet small"> {list(person.roles.map((role) => words.role(role)))}</span>
                {person.absentUntil && (
                  <span className="tag stopped">{t('awayUntil', { day: person.absentUntil })}</span>
                )}
              </th>
              <td>
                <span className="load-line">
                  <span className="load-bar" aria-hidden="true">
                    <i style={{ width: `${((person.openTasks - person.lateTasks) / most) * 100}%` }} />
                    <i className="late" style={{ width: `${(person.lateTasks / most) * 100}%` }} />
                  </span>
                  <span className="number">{person.openTasks}</span>
                </span>
              </td>
              <td className={person.lateTasks > 0 ? 'number is-late' : 'number quiet'}>{person.lateTasks}</td>
              <td>
                {person.roles.includes('account-manager') && (
                  <span className="load-line">
                    <span className="load-bar" aria-hidden="true">
                      <i
                        className={person.openCases >= caseLimit ? 'full' : undefined}
                        style={{ width: `${Math.min(100, (person.openCases / caseLimit) * 100)}%` }}
                      />
                    </span>
                    <span className="number">{t('ofLimit', { cases: person.openCases, limit: caseLimit })}</span>
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
