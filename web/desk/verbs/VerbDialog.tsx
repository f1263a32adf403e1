import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { useAct } from '../data/use-act.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { Refused } from '../parts/Refused.tsx'
import { useStepWords } from '../words/room-words.ts'
import { VerbFieldInput } from './VerbFieldInput.tsx'
import type { Verb, VerbField } from './verb.ts'

type Typed = Readonly<Record<string, string | number | boolean>>

interface VerbDialogProps {
  readonly verb: Verb
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
  /** Sent beside the fields. */
  readonly more?: Readonly<Record<string, unknown>>
  readonly onClose: () => void
  readonly onDone?: () => void
}

/** One verb with its few fields and its reason; what is missing or refused is said at the field. */
export function VerbDialog({ verb, view, task, more = {}, onClose, onDone }: VerbDialogProps) {
  const { t } = useTranslation('desk')
  const stepWords = useStepWords()
  const [typed, setTyped] = useState<Typed>(() => startOf(verb.fields))
  const [missing, setMissing] = useState<readonly string[]>([])
  const act = useAct(`/cases/${view.caseId}/${verb.name}`)
  const about = verb.of === 'task' ? task : undefined
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const gaps = gapsOf(verb.fields, typed)
    setMissing(gaps)
    if (gaps.length > 0 || act.isPending) return
    const body = { ...(about ? { taskId: about.taskId } : {}), ...filled(typed), ...more }
    act.mutate(body, {
      onSuccess: () => {
        onClose()
        onDone?.()
      },
    })
  }
  return (
    <Dialog title={t(`verb.${verb.name}.name`)} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <p className="quiet">
          {view.profile.caseNumber} {view.profile.customerName}
          {about && ` · ${stepWords(about.elementId, about.useCase, about.name)}`}
        </p>
        <p>{t(`verb.${verb.name}.what`)}</p>
        <Refused error={act.error} fields={verb.fields.map((field) => field.path)} />
        {verb.fields.map((field) => (
          <VerbFieldInput
            key={field.path}
            verb={verb}
            field={field}
            view={view}
            task={task}
            typed={typed}
            missing={missing.includes(field.path)}
            error={act.error}
            onChange={(value) => setTyped((before) => ({ ...before, [field.path]: value }))}
          />
        ))}
        <div className="dialog-foot">
          <button
            type="submit"
            className={verb.heavy ? 'button danger' : 'button primary'}
            aria-disabled={act.isPending}
          >
            {act.isPending ? t('working') : t(`verb.${verb.name}.name`)}
          </button>
          <button type="button" className="button text" onClick={onClose}>
            {t('cancel')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

function startOf(fields: readonly VerbField[]): Typed {
  return Object.fromEntries(
    fields.flatMap((field): [string, boolean][] => (field.kind === 'check' ? [[field.path, field.start]] : [])),
  )
}

/** Fields that must be filled and are not; a reason has at least two characters. */
function gapsOf(fields: readonly VerbField[], typed: Typed): readonly string[] {
  return fields
    .filter((field) => !('optional' in field && field.optional) && field.kind !== 'check')
    .filter((field) => {
      const value = typed[field.path]
      return field.kind === 'reason' ? String(value ?? '').trim().length < 2 : value === undefined || value === ''
    })
    .map((field) => field.path)
}

function filled(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== ''))
}
