import { FieldFrame, useFieldIds } from '../../ui/form/FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../../ui/form/form-context.ts'

const marks = [1, 2, 3, 4, 5] as const

/** One to five, as numbers in a row: a screen reader hears numbers, a thumb finds them. */
export function Stars({ shape, path, value }: FieldProps) {
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} isSet>
      <div className="choices marks" {...aria}>
        {marks.map((mark) => (
          <label key={mark} className="choice">
            <input type="radio" name={id} checked={value === mark} onChange={() => set(path, mark)} />
            <span>{mark}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
