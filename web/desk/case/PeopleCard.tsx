import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { usePeople } from '../data/queries.ts'
import { useCaseWords } from '../words/case-words.ts'

/** Who has the case, who holds its open steps, who may be called. */
export function PeopleCard({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const words = useCaseWords()
  const { data: people } = usePeople()
  const find = (staffId: string | undefined) => people?.staff.find((member) => member.staffId === staffId)
  const manager = find(view.accountManager?.staffId)
  const holders = view.tasks.filter((task) => task.assignee && task.assignee.staffId !== manager?.staffId)
  return (
    <section className="card" aria-label={t('people')}>
      <h2>{t('people')}</h2>
      <ul className="persons">
        <li>
          <span className="small quiet">{t('role.account-manager')}</span>
          <span>{view.accountManager?.name ?? t('nobody')}</span>
          {manager?.phone && <a href={`tel:${manager.phone}`}>{t('call')}</a>}
        </li>
        {holders.map((task) => (
          <li key={task.taskId}>
            <span className="small quiet">{words.role(task.role)}</span>
            <span>
              {task.assignee?.name}
              {task.assignee?.onBehalfOf && (
                <span className="small quiet">
                  {' '}
                  {t('onBehalfOf', { name: find(task.assignee.onBehalfOf)?.name ?? '' })}
                </span>
              )}
            </span>
            {find(task.assignee?.staffId)?.phone && (
              <a href={`tel:${find(task.assignee?.staffId)?.phone}`}>{t('call')}</a>
            )}
          </li>
        ))}
        <li>
          <span className="small quiet">{t('party.customer')}</span>
          <span>{view.profile.customerName}</span>
        </li>
        <li>
          <span className="small quiet">{t('counterVisits')}</span>
          <span>{t('times', { count: view.counterVisits.length })}</span>
        </li>
      </ul>
    </section>
  )
}
