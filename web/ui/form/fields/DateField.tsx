import { DateInput } from '../../DateInput.tsx'
import { inputFromInstant, instantFromInput } from '../../dates.ts'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

/** A day, or a time of a day in China; typed as it is written here, or picked. */
export function DateField({ shape, path, value }: FieldProps) {
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const isInstant = shape.kind === 'instant'
  const text = typeof value === 'string' ? value : ''
  return (
    <FieldFrame path={path} isRequired={shape.isRequired}>
      <DateInput
        id={id}
        {...aria}
        className="field-input field-date"
        withTime={isInstant}
        aria-required={shape.isRequired}
        value={isInstant && text !== '' ? inputFromInstant(text) : text}
        onChange={(given) => set(path, isInstant ? instantFromInput(given) : given)}
      />
    </FieldFrame>
  )
}
