import { FieldFrame } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

/** Fields that belong together: a firm with its licence, the readings of a meter. */
export function GroupField({ shape, path, value }: FieldProps) {
  const { Field } = useFormContext()
  const values = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} isSet>
      <div className="field-group">
        {shape.fields.map((field) => (
          <Field key={field.name} shape={field} path={`${path}.${field.name}`} value={values[field.name]} />
        ))}
      </div>
    </FieldFrame>
  )
}
