import { useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

/** Something that has to be agreed to or confirmed. */
export function TickField({ path, value, label }: FieldProps & { readonly label?: string }) {
  const { set, texts } = useFormContext()
  const { id, hint, ownFaults, aria } = useFieldIds(path)
  return (
    <div className={ownFaults.length > 0 ? 'field field-wrong' : 'field'}>
      {ownFaults.length > 0 && (
        <p className="field-fault" id={`${id}-fault`}>
          {ownFaults.map((fault) => fault.message).join(' ')}
        </p>
      )}
      <label className="choice choice-single">
        <input
          type="checkbox"
          id={id}
          {...aria}
          checked={value === true}
          onChange={(event) => set(path, event.target.checked ? true : undefined)}
        />
        <span>
          {label ?? texts.label(path)}
          {hint && (
            <span className="field-hint" id={`${id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  )
}
