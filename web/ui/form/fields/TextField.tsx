import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

/** What the keyboard of a phone should offer, by the field's name. */
const keyboards: Readonly<Record<string, { inputMode?: 'tel' | 'text'; autoComplete?: string }>> = {
  phone: { inputMode: 'tel', autoComplete: 'tel' },
  contactName: { autoComplete: 'name' },
  address: { autoComplete: 'street-address' },
}

export function TextField({ shape, path, value }: FieldProps) {
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  const shared = {
    id,
    ...aria,
    className: 'field-input',
    value: typeof value === 'string' ? value : '',
    'aria-required': shape.isRequired,
    onChange: (event: { target: { value: string } }) => set(path, event.target.value),
  }
  return (
    <FieldFrame path={path} isRequired={shape.isRequired}>
      {shape.kind === 'long-text' ? (
        <textarea {...shared} rows={3} />
      ) : (
        <input {...shared} type="text" {...keyboards[shape.name]} />
      )}
    </FieldFrame>
  )
}
