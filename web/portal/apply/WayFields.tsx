import { useTranslation } from 'react-i18next'
import { FieldFrame, useFieldIds } from '../../ui/form/FieldFrame.tsx'
import { type FieldProps, useFormContext } from '../../ui/form/form-context.ts'
import { useCompany } from '../data/queries.ts'

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

/** The published construction standards, read and confirmed in their own words: the short process rests on it. */
export function StandardsField({ path, value }: FieldProps) {
  const { i18n } = useTranslation('portal')
  const { set } = useFormContext()
  const { id, aria, ownFaults } = useFieldIds(path)
  const { data: company } = useCompany()
  if (!company) return null
  const { title, items, confirmation } = company.constructionStandards
  const language = i18n.language === 'en' ? 'en' : 'zh'
  return (
    <div className={ownFaults.length > 0 ? 'standards field-wrong' : 'standards'}>
      <h2>{title[language]}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>{item[language]}</li>
        ))}
      </ul>
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
        <span>{confirmation[language]}</span>
      </label>
    </div>
  )
}
