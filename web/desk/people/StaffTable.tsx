import { useTranslation } from 'react-i18next'
import type { Colleague, People } from '../data/rows.ts'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'
import { useList } from '../words/list-words.ts'

/** What an administrator may do to a person's row. */
export type PersonAct = 'absence' | 'roles'

interface StaffTableProps {
  readonly staff: readonly Colleague[]
  readonly people: People
  readonly acts: readonly PersonAct[]
  readonly onAct: (act: PersonAct, person: Colleague) => void
}

export function StaffTable({ staff, people, acts, onAct }: StaffTableProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const list = useList()
  const words = useCaseWords()
  const dates = useDates()
  if (staff.length === 0) return <p className="quiet small">{t('nobodyHere')}</p>
  const unitName = (unitId: string | null) =>
    unitId === null ? t('everywhere') : (people.units.find((unit) => unit.unitId === unitId)?.name ?? unitId)
  return (
    <table className="table staff">
      <thead>
        <tr>
          <th scope="col">{t('column.person')}</th>
          <th scope="col">{t('column.roles')}</th>
          <th scope="col">{t('column.phone')}</th>
          <th scope="col" className="number">
            {t('column.tasks')}
          </th>
          <th scope="col">{t('column.standing')}</th>
          <th scope="col">
            <span className="ui-hidden">{t('column.acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {staff.map((member) => (
          <tr key={member.staffId} className={member.active ? undefined : 'gone'}>
            <th scope="row">
              {member.name} <span className="quiet small">{member.staffId}</span>
            </th>
            <td>
              {member.grants.map((grant) => (
                <span
                  key={`${grant.role} ${grant.unitId}`}
                  className="tag outlined"
                  title={`${unitName(grant.unitId)} ${list(grant.voltageClasses.map((voltage) => t(`ui:voltageClass.${voltage}`)))}`}
                >
                  {words.role(grant.role)}
                  {grant.voltageClasses.length === 1 &&
                    grant.voltageClasses.map((voltage) => ` ${t(`ui:voltageClass.${voltage}`)}`)}
                </span>
              ))}
            </td>
            <td className="date">{member.phone}</td>
            <td className="number">
              {member.openTasks}
              {member.lateTasks > 0 && <span className="is-late"> {t('lateAmong', { count: member.lateTasks })}</span>}
            </td>
            <td>
              {!member.active && <span className="tag stopped">{t('left.company')}</span>}
              {member.active && member.absentUntil && (
                <span className="tag soon">
                  {t('awayCovered', {
                    day: dates.day(member.absentUntil),
                    cover: people.staff.find((other) => other.staffId === member.coverStaffId)?.name ?? t('nobody'),
                  })}
                </span>
              )}
            </td>
            <td className="acts">
              {acts.map((act) => (
                <button key={act} type="button" className="button text small" onClick={() => onAct(act, member)}>
                  {t(`personAct.${act}`)}
                  <span className="ui-hidden"> {member.name}</span>
                </button>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
