import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, fieldId, useFormContext } from '../form-context.ts'

/** Several short texts, one a line of its own: names of surveyors, seals. */
export function TextsField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set, texts, formId, faults } = useFormContext()
  const { aria } = useFieldIds(path)
  const entries = Array.isArray(value) && value.length > 0 ? (value as string[]) : ['']
  const label = texts.label(path)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} isSet>
      <ul className="texts" {...aria}>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place
          <li key={index}>
            <input
              id={fieldId(formId, `${path}.${index}`)}
              className="field-input"
              aria-label={`${label} ${index + 1}`}
              aria-invalid={faults.some((fault) => fault.path === `${path}.${index}`)}
              value={entry}
              onChange={(event) => set(path, entries.with(index, event.target.value))}
            />
            {entries.length > 1 && (
              <button
                type="button"
                className="form-link"
                aria-label={t('form.removeRow', { row: index + 1 })}
                onClick={() => set(path, entries.toSpliced(index, 1))}
              >
                {t('form.remove')}
              </button>
            )}
          </li>
        ))}
      </ul>
      <button type="button" className="form-link" onClick={() => set(path, [...entries, ''])}>
        {t('form.addItem', { item: label })}
      </button>
    </FieldFrame>
  )
}
