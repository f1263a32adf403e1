import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague, Unit } from '../data/rows.ts'
import { useAct } from '../data/use-act.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { CheckField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import { GrantRows } from './GrantRows.tsx'

interface RolesDialogProps {
  readonly person: Colleague
  readonly units: readonly Unit[]
  readonly onClose: () => void
}

/** Roles and whether the person works here; a leaver's sessions end at once. */
export function RolesDialog({ person, units, onClose }: RolesDialogProps) {
  const { t } = useTranslation('desk')
  const [grants, setGrants] = useState(person.grants)
  const [active, setActive] = useState(person.active)
  const act = useAct(`/people/${person.staffId}`, 'PATCH')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ grants, active }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('rolesOf', { name: person.name })} onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <Refused error={act.error} />
        <GrantRows grants={grants} units={units} onChange={setGrants} />
        <CheckField label={t('isActive')} hint={t('isActiveHint')} checked={active} onChange={setActive} />
        <div className="dialog-foot">
          <button type="submit" className="button primary" aria-disabled={act.isPending}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
