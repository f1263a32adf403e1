import { useTranslation } from 'react-i18next'
import type { People } from '../data/rows.ts'
import { useList } from '../words/list-words.ts'
import { rolesOfNobody } from './still-missing.ts'

/** What a company cannot do without yet: a station customers belong to, and somebody for every step. */
export function StillMissing({ people }: { readonly people: People }) {
  const { t } = useTranslation('desk')
  const list = useList()
  const roles = rolesOfNobody(people.staff)
  const hasStation = people.units.some((unit) => unit.kind === 'station')
  if (roles.length === 0 && hasStation) return null
  return (
    <section className="notice" aria-label={t('stillMissing.title')}>
      <h2>{t('stillMissing.title')}</h2>
      <ul>
        {!hasStation && <li>{t('stillMissing.station')}</li>}
        {roles.length > 0 && (
          <li>{t('stillMissing.roles', { roles: list(roles.map((role) => t(`role.${role}`))) })}</li>
        )}
      </ul>
    </section>
  )
}
