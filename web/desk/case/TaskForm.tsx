import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { ApiError } from '../../api/api-error.ts'
import { apiPost } from '../../api/client.ts'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { loadTaskForm } from '../../ui/tasks/load-task-form.ts'
import { usePrefill } from '../data/queries.ts'
import type { CommandAnswer } from '../data/rows.ts'
import { Failure } from '../parts/Failure.tsx'
import { TextField } from '../parts/Field.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useStepWords } from '../words/room-words.ts'
import { draftKeyOf } from './draft-key.ts'
import { fieldsWithoutUse } from './fields-without-use.ts'
import { QueueOffer } from './QueueOffer.tsx'
import { useTaskChoices } from './use-task-choices.ts'
import { drawnOf } from './widgets/drawn.tsx'

/** Steps whose form a plan drafted from the network can fill. */
const draftsPlan: ReadonlySet<string> = new Set(['draft-supply-plan', 'give-supply-plan'])

/** A reply that found no capacity, and where. */
interface WithoutRoom {
  readonly value: Readonly<Record<string, unknown>>
  readonly faults: ApiError['faults']
}

interface TaskFormProps {
  readonly view: StaffCaseView
  readonly task: TaskView
  readonly onDone: (answer: CommandAnswer) => void
  readonly onReload: () => void
}

/** The form of a step, filled with what is known. A customer's step at the counter asks for the cause of the visit first. */
export function TaskForm({ view, task, onDone, onReload }: TaskFormProps) {
  const { t } = useTranslation('desk')
  const stepWords = useStepWords()
  const queryClient = useQueryClient()
  const [cause, setCause] = useState('')
  const [causeMissing, setCauseMissing] = useState(false)
  const [withoutRoom, setWithoutRoom] = useState<WithoutRoom>()
  const form = useQuery({
    queryKey: ['task-form', task.useCase],
    queryFn: () => loadTaskForm(task.useCase),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const prefill = usePrefill(view.caseId, task.taskId)
  const choices = useTaskChoices(task.useCase, prefill.data, view)
  if (form.isError || prefill.isError) {
    const error = form.error ?? prefill.error
    return (
      <Failure error={error ?? new Error('form')} retry={() => void Promise.all([form.refetch(), prefill.refetch()])} />
    )
  }
  if (!form.data || !prefill.data) return <Skeleton lines={10} label={t('loading')} />
  const submit = async (value: Readonly<Record<string, unknown>>, commandId: string) => {
    if (task.counterWork && cause.trim().length < 2) {
      setCauseMissing(true)
      throw new ApiError('faulty-input', 422, t('causeMissing'))
    }
    const path = `/cases/${view.caseId}/tasks/${encodeURIComponent(task.taskId)}/${task.useCase}`
    setWithoutRoom(undefined)
    const answer = await apiPost<CommandAnswer>(path, value, commandId).catch((error: unknown) => {
      if (!(error instanceof ApiError) || error.code !== 'ledger.noCapacity') throw error
      setWithoutRoom({ value, faults: error.faults })
      // The places that lack it are no fields of the form: the offer to wait names them.
      throw new ApiError(error.code, error.status, error.message)
    })
    onDone(answer)
    for (const key of ['case', 'inbox', 'inbox-count', 'cases', 'overview']) {
      await queryClient.invalidateQueries({ queryKey: [key] })
    }
  }
  return (
    <div className="task-form">
      {draftsPlan.has(task.useCase) && (
        <p>
          <Link className="button" href={`/cases/${view.caseId}/plans?task=${encodeURIComponent(task.taskId)}`}>
            {t('comparePlans')}
          </Link>
        </p>
      )}
      {task.counterWork && (
        <section className="counter-cause">
          <p>{t('counterWork')}</p>
          <TextField
            label={t('counterCause')}
            hint={t('counterCauseHint')}
            value={cause}
            onChange={(text) => {
              setCause(text)
              setCauseMissing(false)
            }}
            error={causeMissing ? t('causeMissing') : undefined}
          />
        </section>
      )}
      <SchemaForm
        schema={form.data.schema}
        labels={form.data.labels}
        face="desk"
        submitLabel={t('submitStep', { step: stepWords(task.elementId, task.useCase, task.name) })}
        prefill={prefill.data}
        draftKey={draftKeyOf(view.caseId, task.taskId)}
        {...(task.counterWork ? { fixed: { counterVisit: { cause: cause.trim() } } } : {})}
        choices={choices}
        hidden={fieldsWithoutUse(task.useCase, view.profile.kind)}
        drawn={drawnOf(task.useCase)}
        onReload={onReload}
        onSubmit={submit}
      />
      {withoutRoom && (
        <QueueOffer view={view} task={task} faults={withoutRoom.faults} sources={withoutRoom.value.sources} />
      )}
    </div>
  )
}
