import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'

/** Yes or no, nothing preselected where the schema has no default: a tick left alone is not an answer. */
export function SwitchField({ path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  return (
    <FieldFrame path={path} isRequired isSet>
      <div className="choices choices-pair" {...aria}>
        {[true, false].map((answer) => (
          <label key={String(answer)} className="choice">
            <input type="radio" name={id} checked={value === answer} onChange={() => set(path, answer)} />
            <span>{t(answer ? 'form.yes' : 'form.no')}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}
