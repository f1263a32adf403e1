import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Unit } from '../data/rows.ts'
import { useAct } from '../data/use-act.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { SelectField, TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'

interface UnitDialogProps {
  readonly units: readonly Unit[]
  readonly onClose: () => void
}

export function UnitDialog({ units, onClose }: UnitDialogProps) {
  const { t } = useTranslation('desk')
  const [name, setName] = useState('')
  const [unitId, setUnitId] = useState('')
  const [kind, setKind] = useState('station')
  const [parentId, setParentId] = useState('')
  const act = useAct('/units')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ unitId: unitId.trim(), name: name.trim(), kind, parentId: parentId || null }, { onSuccess: onClose })
  }
  return (
    <Dialog title={t('unit.add')} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <Refused error={act.error} fields={['name', 'unitId', 'kind', 'parentId']} />
        <TextField label={t('unit.name')} value={name} onChange={setName} error={faultAt(act.error, 'name')} />
        <TextField
          label={t('unit.id')}
          hint={t('unit.idHint')}
          value={unitId}
          onChange={setUnitId}
          error={faultAt(act.error, 'unitId')}
        />
        <SelectField
          label={t('unit.kind')}
          value={kind}
          onChange={setKind}
          choices={(['station', 'department', 'team'] as const).map((value) => ({
            value,
            label: t(`unitKind.${value}`),
          }))}
        />
        <SelectField
          label={t('unit.parent')}
          value={parentId}
          onChange={setParentId}
          none={t('unit.noParent')}
          choices={units.map((unit) => ({ value: unit.unitId, label: unit.name }))}
          error={faultAt(act.error, 'parentId')}
        />
        <div className="dialog-foot">
          <button type="submit" className="button primary" aria-disabled={act.isPending}>
            {t('save')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
