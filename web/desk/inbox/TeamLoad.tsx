import { useTranslation } from 'react-i18next'
import { usePeople } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'

/** How many tasks the colleagues of one's own unit hold, late ones in their colour. */
export function TeamLoad() {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const { data: people } = usePeople()
  const team = (people?.staff ?? []).filter((member) => member.active && member.unitId === actor.unitId)
  const most = Math.max(1, ...team.map((member) => member.openTasks))
  if (team.length < 2) return null
  return (
    <section className="team-load">
      <h2>{t('teamLoad')}</h2>
      <ul>
        {team.slice(0, 8).map((member) => (
          <li key={member.staffId}>
            <span className="load-name">{member.name}</span>
            <span className="load-bar" aria-hidden="true">
              <i style={{ width: `${((member.openTasks - member.lateTasks) / most) * 100}%` }} />
              <i className="late" style={{ width: `${(member.lateTasks / most) * 100}%` }} />
            </span>
            <span className="number">
              {member.openTasks}
              <span className="ui-hidden">{t('lateAmong', { count: member.lateTasks })}</span>
            </span>
          </li>
        ))}
      </ul>
      <p className="small quiet">{t('teamLoadWhat')}</p>
    </section>
  )
}
