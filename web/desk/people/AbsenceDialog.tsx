import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Colleague, People } from '../data/rows.ts'
import { useAct } from '../data/use-act.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { SelectField, TextField } from '../parts/Field.tsx'
import { faultAt, Refused } from '../parts/Refused.tsx'

interface AbsenceDialogProps {
  readonly person: Colleague
  readonly people: People
  readonly onClose: () => void
}

/** Away until a day, and who covers; both emptied: back at work. */
export function AbsenceDialog({ person, people, onClose }: AbsenceDialogProps) {
  const { t } = useTranslation('desk')
  const [until, setUntil] = useState(person.absentUntil ?? '')
  const [cover, setCover] = useState(person.coverStaffId ?? '')
  const act = useAct(`/people/${person.staffId}`, 'PATCH')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    act.mutate({ absentUntil: until || null, coverStaffId: cover || null }, { onSuccess: onClose })
  }
  const able = people.staff.filter((member) => member.active && member.staffId !== person.staffId)
  return (
    <Dialog title={t('absence.title', { name: person.name })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p>{t('absence.what')}</p>
        <Refused error={act.error} fields={['absentUntil', 'coverStaffId']} />
        <TextField
          label={t('absence.until')}
          type="date"
          value={until}
          onChange={setUntil}
          hint={t('absence.untilHint')}
          error={faultAt(act.error, 'absentUntil')}
        />
        <SelectField
          label={t('absence.cover')}
          value={cover}
          onChange={setCover}
          none={t('nobody')}
          choices={able.map((member) => ({
            value: member.staffId,
            label: t('colleagueLoad', { name: member.name, tasks: member.openTasks }),
          }))}
          error={faultAt(act.error, 'coverStaffId')}
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
