import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { fieldId, type FieldProps, useFormContext } from '../form-context.ts'

const methods = ['phone-code', 'handwritten', 'counter'] as const

interface Signed {
  readonly name?: string
  readonly method?: (typeof methods)[number]
}

/**
 * A name put under something. In the portal the phone code one signed in with stands for the hand; at the desk the way is chosen.
 * An emptied name takes the signature back.
 */
export function SignatureField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set, face, formId, texts, faults } = useFormContext()
  const { aria } = useFieldIds(path)
  const signed = (value ?? {}) as Signed
  const change = (next: Signed) =>
    set(path, next.name ? { ...next, method: next.method ?? (face === 'portal' ? 'phone-code' : 'handwritten') } : undefined)
  const nameId = fieldId(formId, `${path}.name`)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} isSet>
      <div className="field-group" {...aria}>
        <label className="field-label" htmlFor={nameId}>
          {t('form.signerName')}
        </label>
        <input
          id={nameId}
          className="field-input"
          autoComplete="name"
          aria-invalid={faults.some((fault) => fault.path.startsWith(path))}
          value={signed.name ?? ''}
          onChange={(event) => change({ ...signed, name: event.target.value })}
        />
        {face === 'desk' && (
          <div className="choices" role="radiogroup" aria-label={t('form.signMethod')}>
            {methods.map((method) => (
              <label key={method} className="choice">
                <input
                  type="radio"
                  name={`${nameId}-method`}
                  checked={(signed.method ?? 'handwritten') === method}
                  onChange={() => change({ ...signed, method })}
                />
                <span>{texts.value('method', method)}</span>
              </label>
            ))}
          </div>
        )}
        <p className="field-hint">{t('form.signNote')}</p>
      </div>
    </FieldFrame>
  )
}
