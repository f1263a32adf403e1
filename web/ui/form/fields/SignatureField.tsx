import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../FieldFrame.tsx'
import { type FieldProps, fieldId, useFormContext } from '../form-context.ts'
import { SignatureCode } from './SignatureCode.tsx'

/** By phone code only the customer himself signs; at the desk it is by hand or at the counter. */
const deskMethods = ['handwritten', 'counter'] as const

interface Signed {
  readonly name?: string
  readonly method?: 'phone-code' | 'handwritten' | 'counter'
  readonly code?: string
}

/** A name put under something. In the portal a code sent to the phone for this step stands for the hand. An emptied name takes it back. */
export function SignatureField({ shape, path, value }: FieldProps) {
  const { t } = useTranslation('ui')
  const { set, face, formId, faults } = useFormContext()
  const { aria } = useFieldIds(path)
  const signed = (value ?? {}) as Signed
  const method = signed.method ?? (face === 'portal' ? 'phone-code' : 'handwritten')
  const change = (next: Signed) =>
    set(path, next.name || next.code ? { ...next, method: next.method ?? method } : undefined)
  const nameId = fieldId(formId, `${path}.name`)
  const nameFaults = faults.filter((fault) => fault.path === `${path}.name`)
  return (
    <FieldFrame path={path} isRequired={shape.isRequired} isSet>
      <div className="field-group" {...aria}>
        <div className={nameFaults.length > 0 ? 'field field-wrong' : 'field'}>
          <label className="field-label" htmlFor={nameId}>
            {t('form.signerName')}
          </label>
          {nameFaults.length > 0 && <p className="field-fault">{nameFaults.map((fault) => fault.message).join(' ')}</p>}
          <input
            id={nameId}
            className="field-input"
            autoComplete="name"
            value={signed.name ?? ''}
            onChange={(event) => change({ ...signed, name: event.target.value })}
          />
        </div>
        {face === 'portal' && (
          <SignatureCode path={path} code={signed.code ?? ''} onChange={(code) => change({ ...signed, code })} />
        )}
        {face === 'desk' && (
          <div className="choices" role="radiogroup" aria-label={t('form.signMethod')}>
            {deskMethods.map((choice) => (
              <label key={choice} className="choice">
                <input
                  type="radio"
                  name={`${nameId}-method`}
                  checked={method === choice}
                  onChange={() => change({ ...signed, method: choice })}
                />
                <span>{t(`form.method.${choice}`)}</span>
              </label>
            ))}
          </div>
        )}
        <p className="field-hint">{t('form.signNote')}</p>
      </div>
    </FieldFrame>
  )
}
