import { inputFromInstant, instantFromInput } from '../../dates.ts'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

/** A day, or a time of a day in China; the browser's own picker, which every phone has. */
export function DateField({ shape, path, value }: FieldProps) {
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const isInstant = shape.kind === 'instant'
  const text = typeof value === 'string' ? value : ''
  return (
    <FieldFrame path={path} isRequired={shape.isRequired}>
      <input
        id={id}
        {...aria}
        className="field-input field-date"
        type={isInstant ? 'datetime-local' : 'date'}
        aria-required={shape.isRequired}
        value={isInstant && text !== '' ? inputFromInstant(text) : text}
        onChange={(event) => set(path, isInstant ? instantFromInput(event.target.value) : event.target.value)}
      />
    </FieldFrame>
  )
}
