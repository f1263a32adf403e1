import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RoleGrant } from '#casefile/actor'
import type { People } from '../data/rows.ts'
import { useAct } from '../data/use-act.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { SelectField, TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'
import { GrantRows } from './GrantRows.tsx'
import { InvitedPerson } from './InvitedPerson.tsx'

const fields = ['name', 'staffId', 'login', 'phone', 'unitId', 'grants'] as const

/** 新增人员: the person and the account; the set-up token is told once, to be handed over. */
export function InviteDialog({ people, onClose }: { readonly people: People; readonly onClose: () => void }) {
  const { t } = useTranslation('desk')
  const [typed, setTyped] = useState({ name: '', staffId: '', login: '', phone: '', unitId: '' })
  const [grants, setGrants] = useState<readonly RoleGrant[]>([])
  const act = useAct<{ readonly staffId: string; readonly setupToken: string }>('/people')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ ...typed, login: typed.login || typed.staffId, grants })
  }
  const change = (field: keyof typeof typed) => (value: string) =>
    setTyped((before) => ({ ...before, [field]: value.trim() }))
  const text = (field: 'name' | 'staffId' | 'login' | 'phone', hint?: string) => (
    <TextField
      label={t(`person.${field}`)}
      hint={hint}
      value={typed[field]}
      onChange={change(field)}
      error={faultAt(act.error, field)}
    />
  )
  if (act.isSuccess) {
    return <InvitedPerson name={typed.name} setupToken={act.data.setupToken} onClose={onClose} />
  }
  return (
    <Dialog title={t('invite.title')} onClose={onClose} wide>
      <form onSubmit={submit} noValidate>
        <Refused error={act.error} fields={fields} />
        <div className="field-grid">
          {text('name')}
          {text('staffId', t('person.staffIdHint'))}
          {text('login', t('person.loginHint'))}
          {text('phone', t('person.phoneHint'))}
          <SelectField
            label={t('person.unitId')}
            value={typed.unitId}
            onChange={change('unitId')}
            none={t('choose')}
            choices={people.units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
            error={faultAt(act.error, 'unitId')}
          />
        </div>
        <GrantRows grants={grants} units={people.units} onChange={setGrants} />
        {faultAt(act.error, 'grants') && <p className="desk-fault">{faultAt(act.error, 'grants')}</p>}
        <div className="dialog-foot">
          <button type="submit" className="button primary" aria-disabled={act.isPending}>
            {t('invite.send')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
