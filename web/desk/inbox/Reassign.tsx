import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { apiPost, newCommandId } from '../../api/client.ts'
import { usePeople } from '../data/queries.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { SelectField, TextField } from '../parts/Field.tsx'
import { Refused } from '../parts/Refused.tsx'
import type { InboxLine } from './inbox-groups.ts'

interface ReassignProps {
  readonly lines: readonly InboxLine[]
  readonly onClose: () => void
  readonly onDone: () => void
}

interface Reassigned {
  readonly done: number
  readonly refused: readonly { readonly caseId: string; readonly taskId: string; readonly code: string }[]
}

/** 批量派工: many tasks to one colleague; each case is its own act, and what was refused is named. */
export function Reassign({ lines, onClose, onDone }: ReassignProps) {
  const { t } = useTranslation('desk')
  const queryClient = useQueryClient()
  const { data: people } = usePeople()
  const [to, setTo] = useState('')
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const commandId = useRef(newCommandId())
  const roles = new Set(lines.map((line) => line.row.role))
  const able = (people?.staff ?? []).filter(
    (member) => member.active && [...roles].every((role) => member.grants.some((grant) => grant.role === role)),
  )
  const act = useMutation<Reassigned, Error>({
    mutationFn: () => {
      const tasks = lines.map(({ row }) => ({ caseId: row.case_id, taskId: row.task_id }))
      return apiPost<Reassigned>('/inbox/reassign', { tasks, to, reason }, commandId.current)
    },
    onSuccess: async () => {
      onDone()
      for (const key of ['inbox', 'inbox-count', 'case', 'people'])
        await queryClient.invalidateQueries({ queryKey: [key] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (to !== '' && reason.trim().length >= 2 && !act.isPending) act.mutate()
  }
  if (act.isSuccess) {
    return (
      <Dialog title={t('reassign.title')} onClose={onClose}>
        <p role="status">{t('reassign.done', { count: act.data.done })}</p>
        {act.data.refused.length > 0 && (
          <ul>
            {act.data.refused.map((entry) => (
              <li key={entry.taskId}>
                {entry.taskId}：{entry.code}
              </li>
            ))}
          </ul>
        )}
      </Dialog>
    )
  }
  return (
    <Dialog title={t('reassign.some', { count: lines.length })} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <ul className="plain-list">
          {lines.map(({ row }) => (
            <li key={row.task_id}>
              {row.case_number} {row.customer_name}
            </li>
          ))}
        </ul>
        <Refused error={act.error} />
        <SelectField
          label={t('field.to')}
          value={to}
          onChange={setTo}
          none={t('choose')}
          hint={able.length === 0 ? t('reassign.nobody') : undefined}
          error={tried && to === '' ? t('needed') : undefined}
          choices={able.map((member) => ({
            value: member.staffId,
            label: t('colleagueLoad', { name: member.name, tasks: member.openTasks }),
          }))}
        />
        <TextField
          label={t('field.reason')}
          lines={3}
          value={reason}
          onChange={setReason}
          error={tried && reason.trim().length < 2 ? t('needReason') : undefined}
        />
        <div className="dialog-foot">
          <button type="submit" className="button primary" aria-disabled={act.isPending}>
            {t('reassign.title')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
