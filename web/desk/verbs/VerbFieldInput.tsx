import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import { CheckField, SelectField, TextField } from '../parts/Field.tsx'
import { faultAt } from '../parts/Refused.tsx'
import { useFieldChoices } from './use-field-choices.ts'
import { VoidedBy } from './VoidedBy.tsx'
import type { Verb, VerbField } from './verb.ts'

interface VerbFieldInputProps {
  readonly verb: Verb
  readonly field: VerbField
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
  readonly typed: Readonly<Record<string, string | number | boolean>>
  readonly missing: boolean
  readonly error: Error | null
  readonly onChange: (value: string | number | boolean) => void
}

/** The control of one field of a verb. */
export function VerbFieldInput(props: VerbFieldInputProps) {
  const { verb, field, view, typed, missing, error, onChange } = props
  const { t } = useTranslation('desk')
  const choices = useFieldChoices(field, props)
  const value = typed[field.path]
  const label = t(`field.${field.path}` as 'field.reason', { defaultValue: field.path })
  const hint = t(`verb.${verb.name}.${field.path}` as 'verb.urge-task.note', { defaultValue: '' }) || undefined
  const said =
    faultAt(error, field.path) ?? (missing ? t(field.kind === 'reason' ? 'needReason' : 'needed') : undefined)
  const shared = { label, hint, error: said, optional: 'optional' in field && field.optional }
  if (field.kind === 'check') {
    return <CheckField label={label} hint={hint} checked={value === true} onChange={onChange} />
  }
  if (field.kind === 'reason' || field.kind === 'text') {
    return (
      <TextField {...shared} lines={field.kind === 'reason' ? 3 : 1} value={String(value ?? '')} onChange={onChange} />
    )
  }
  if (field.kind === 'date') {
    return <TextField {...shared} type="date" value={String(value ?? '')} onChange={onChange} />
  }
  if (field.kind === 'value') {
    const isNumber = typed.field === 'capacityKva'
    return (
      <TextField
        {...shared}
        value={String(value ?? '')}
        onChange={(text) => onChange(isNumber && text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text)}
      />
    )
  }
  const select = (
    <SelectField
      {...shared}
      value={String(value ?? '')}
      none={t('choose')}
      choices={choices}
      hint={choices.length === 0 ? t('noChoice') : hint}
      onChange={(chosen) => onChange(readChoice(field, chosen))}
    />
  )
  if (field.kind !== 'step' || !value) return select
  return (
    <>
      {select}
      <VoidedBy view={view} toElement={String(value)} />
    </>
  )
}

function readChoice(field: VerbField, chosen: string): string | number | boolean {
  if (chosen === '') return ''
  if (field.kind === 'agree') return chosen === 'true'
  return field.kind === 'version' || field.kind === 'moved-source' ? Number(chosen) : chosen
}
