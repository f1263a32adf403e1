import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../data/queries.ts'
import type { Colleague } from '../data/rows.ts'
import { holds, useMe } from '../data/use-me.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { AbsenceDialog } from './AbsenceDialog.tsx'
import { InviteDialog } from './InviteDialog.tsx'
import './people.css'
import { RolesDialog } from './RolesDialog.tsx'
import { type PersonAct, StaffTable } from './StaffTable.tsx'
import { StillMissing } from './StillMissing.tsx'
import { UnitDialog } from './UnitDialog.tsx'

/** 人员: units with their people, roles, absence with cover; an administrator invites and changes. */
export function PeoplePage() {
  const { t } = useTranslation('desk')
  const { actor } = useMe()
  const asked = usePeople()
  const [dialog, setDialog] = useState<'invite' | 'unit' | { readonly act: PersonAct; readonly person: Colleague }>()
  const isAdministrator = holds(actor, 'administrator')
  useEffect(() => {
    document.title = `${t('place.people')} · ${t('product')}`
  }, [t])
  if (asked.isPending) return <Skeleton lines={12} label={t('loading')} />
  if (asked.isError && !asked.data) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const { units, staff } = asked.data
  const close = () => setDialog(undefined)
  return (
    <div className="page">
      <header className="page-head">
        <h1>{t('place.people')}</h1>
        <span className="quiet">
          {t('peopleCount', { people: staff.filter((member) => member.active).length, units: units.length })}
        </span>
        {isAdministrator && (
          <span className="row">
            <button type="button" className="button" onClick={() => setDialog('unit')}>
              {t('unit.add')}
            </button>
            <button type="button" className="button primary" onClick={() => setDialog('invite')}>
              {t('invite.title')}
            </button>
          </span>
        )}
      </header>
      {isAdministrator && <StillMissing people={asked.data} />}
      {units.map((unit) => (
        <section key={unit.unitId} className="unit" aria-label={unit.name}>
          <h2>
            {unit.name}{' '}
            <span className="quiet small">
              {t(`unitKind.${unit.kind}` as 'unitKind.station', { defaultValue: unit.kind })}
            </span>
          </h2>
          <StaffTable
            staff={staff.filter((member) => member.unitId === unit.unitId)}
            people={asked.data}
            acts={[
              ...(holds(actor, 'manager', 'administrator') ? (['absence'] as const) : []),
              ...(isAdministrator ? (['roles'] as const) : []),
            ]}
            onAct={(act, person) => setDialog({ act, person })}
          />
        </section>
      ))}
      {dialog === 'invite' && <InviteDialog people={asked.data} onClose={close} />}
      {dialog === 'unit' && <UnitDialog units={units} onClose={close} />}
      {typeof dialog === 'object' && dialog.act === 'absence' && (
        <AbsenceDialog person={dialog.person} people={asked.data} onClose={close} />
      )}
      {typeof dialog === 'object' && dialog.act === 'roles' && (
        <RolesDialog person={dialog.person} units={units} onClose={close} />
      )}
    </div>
  )
}
