import { useTranslation } from 'react-i18next'
import { type RoleGrant, type StaffRole, staffRoles, voltageClasses } from '#casefile/actor'
import type { Unit } from '../data/rows.ts'
import { useCaseWords } from '../words/case-words.ts'

interface GrantRowsProps {
  readonly grants: readonly RoleGrant[]
  readonly units: readonly Unit[]
  readonly onChange: (grants: readonly RoleGrant[]) => void
}

/** Roles of one person: which, where, for which voltage. */
export function GrantRows({ grants, units, onChange }: GrantRowsProps) {
  const { t } = useTranslation(['desk', 'ui'])
  const words = useCaseWords()
  const change = (index: number, grant: RoleGrant) =>
    onChange(grants.map((before, at) => (at === index ? grant : before)))
  return (
    <fieldset className="grants">
      <legend>{t('column.roles')}</legend>
      {grants.map((grant, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <div key={index} className="grant">
          <select
            aria-label={t('grant.role', { row: index + 1 })}
            value={grant.role}
            onChange={(event) => change(index, { ...grant, role: event.target.value as StaffRole })}
          >
            {staffRoles.map((role) => (
              <option key={role} value={role}>
                {words.role(role)}
              </option>
            ))}
          </select>
          <select
            aria-label={t('grant.unit', { row: index + 1 })}
            value={grant.unitId ?? ''}
            onChange={(event) => change(index, { ...grant, unitId: event.target.value || null })}
          >
            <option value="">{t('everywhere')}</option>
            {units.map((unit) => (
              <option key={unit.unitId} value={unit.unitId}>
                {unit.name}
              </option>
            ))}
          </select>
          {voltageClasses.map((voltage) => (
            <label key={voltage} className="check">
              <input
                type="checkbox"
                checked={grant.voltageClasses.includes(voltage)}
                onChange={(event) =>
                  change(index, {
                    ...grant,
                    voltageClasses: voltageClasses.filter((other) =>
                      other === voltage ? event.target.checked : grant.voltageClasses.includes(other),
                    ),
                  })
                }
              />
              <span>{t(`ui:voltageClass.${voltage}`)}</span>
            </label>
          ))}
          <button type="button" className="button text small" onClick={() => onChange(grants.toSpliced(index, 1))}>
            {t('ui:form.remove')}
            <span className="ui-hidden"> {words.role(grant.role)}</span>
          </button>
        </div>
      ))}
      <button
        type="button"
        className="button small"
        onClick={() => onChange([...grants, { role: 'clerk', unitId: null, voltageClasses: [...voltageClasses] }])}
      >
        {t('grant.add')}
      </button>
    </fieldset>
  )
}
