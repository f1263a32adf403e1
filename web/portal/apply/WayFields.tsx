import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../../ui/form/FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../../ui/form/form-context.ts'

/** Short or standard process, with what the short one leaves out. */
export function WayField({ path, value }: FieldProps) {
  const { t } = useTranslation('portal')
  const { set } = useFormContext()
  const { id, aria } = useFieldIds(path)
  return (
    <FieldFrame path={path} isRequired isSet label={t('apply.shortTitle')}>
      <p className="field-hint">{t('apply.shortText')}</p>
      <div className="choices" {...aria}>
        {[true, false].map((isShort) => (
          <label key={String(isShort)} className="choice">
            <input type="radio" name={id} checked={value === isShort} onChange={() => set(path, isShort)} />
            <span>{t(isShort ? 'apply.shortYes' : 'apply.shortNo')}</span>
          </label>
        ))}
      </div>
    </FieldFrame>
  )
}

/** The construction standards, read and confirmed: the short process rests on it. */
export function StandardsField({ path, value }: FieldProps) {
  const { t } = useTranslation('portal')
  const { set } = useFormContext()
  const { id, aria, ownFaults } = useFieldIds(path)
  return (
    <div className={ownFaults.length > 0 ? 'standards field-wrong' : 'standards'}>
      <h2>{t('apply.standards')}</h2>
      <p>{t('apply.standardsText')}</p>
      {ownFaults.length > 0 && (
        <p className="field-fault" id={`${id}-fault`}>
          {ownFaults.map((fault) => fault.message).join(' ')}
        </p>
      )}
      <label className="choice choice-single">
        <input
          id={id}
          {...aria}
          type="checkbox"
          checked={value === true}
          onChange={(event) => set(path, event.target.checked)}
        />
        <span>{t('apply.standardsConfirm')}</span>
      </label>
    </div>
  )
}
