import { useTranslation } from 'react-i18next'
import { FieldFrame } from '../FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../form-context.ts'
import { startValues } from '../form-values.ts'

/** A list of like things, each with fields of its own: equipment, metering points, inspected items. */
export function RowsField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set, texts, Field } = useFormContext()
  const rows = (Array.isArray(value) ? value : []) as Record<string, unknown>[]
  const label = texts.label(path)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} isSet>
      {rows.length === 0 && <p className="field-hint">{t('form.noEntries')}</p>}
      <ol className="form-rows">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
          <li key={index} className="form-row">
            <div className="form-row-head">
              <b>
                {label} {index + 1}
              </b>
              <button
                type="button"
                className="form-link"
                aria-label={t('form.removeRow', { row: index + 1 })}
                onClick={() => set(path, rows.toSpliced(index, 1))}
              >
                {t('form.remove')}
              </button>
            </div>
            <div className="form-row-fields">
              {shape.fields.map((field) => (
                <Field key={field.name} shape={field} path={`${path}.${index}.${field.name}`} value={row[field.name]} />
              ))}
            </div>
          </li>
        ))}
      </ol>
      <button type="button" className="form-link" onClick={() => set(path, [...rows, startValues(shape.fields)])}>
        {t('form.addItem', { item: label })}
      </button>
    </FieldFrame>
  )
}
