import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldId, useFormContext } from './form-context.ts'

interface FrameProps {
  readonly path: string
  readonly isRequired: boolean
  readonly label?: string
  /** A set of controls (choices, rows) is named by a legend; a single control by a label. */
  readonly isSet?: boolean
  readonly unit?: string | undefined
  readonly children: ReactNode
}

/** Ids that tie control, help and fault together. */
export function useFieldIds(path: string) {
  const { formId, faults, texts } = useFormContext()
  const id = fieldId(formId, path)
  const hint = texts.hint(path)
  const ownFaults = faults.filter((fault) => fault.path === path)
  const describedBy = [hint && `${id}-hint`, ownFaults.length > 0 && `${id}-fault`].filter(Boolean).join(' ')
  return {
    id,
    hint,
    ownFaults,
    aria: { 'aria-describedby': describedBy || undefined, 'aria-invalid': ownFaults.length > 0 },
  }
}

/** Label, help, fault and control of one field. */
export function FieldFrame({ path, isRequired, isSet = false, unit, label, children }: FrameProps) {
  const { t } = useTranslation('ui')
  const { texts } = useFormContext()
  const { id, hint, ownFaults } = useFieldIds(path)
  const name = label ?? texts.label(path)
  const shown = unit === undefined ? name : t('form.numberOf', { label: name, unit })
  const head = (
    <>
      {shown}
      {!isRequired && <span className="field-optional">{t('form.optional')}</span>}
    </>
  )
  const body = (
    <>
      {hint && (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {ownFaults.length > 0 && (
        <p className="field-fault" id={`${id}-fault`}>
          {ownFaults.map((fault) => fault.message).join(' ')}
        </p>
      )}
      {children}
    </>
  )
  const className = ownFaults.length > 0 ? 'field field-wrong' : 'field'
  if (isSet) {
    return (
      <fieldset className={className} id={id} tabIndex={-1}>
        <legend className="field-label">{head}</legend>
        {body}
      </fieldset>
    )
  }
  return (
    <div className={className}>
      <label className="field-label" htmlFor={id}>
        {head}
      </label>
      {body}
    </div>
  )
}
