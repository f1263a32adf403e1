import { useTranslation } from 'react-i18next'
import { DateInput } from '../../../ui/DateInput.tsx'
import { type FieldProps, useFormContext } from '../../../ui/form/form-context.ts'

interface DefectRow {
  readonly defectId: string
  readonly description?: string
  readonly blocksEnergising?: boolean
  readonly rectified?: { readonly done: string }
  readonly closed?: boolean
  readonly rectifyBy?: string
  readonly note?: string
}

/** 上次缺陷: each open defect of an earlier round, what was done about it, and whether it is closed now. */
export function EarlierDefects({ path, value }: FieldProps) {
  const { t } = useTranslation('desk')
  const { set, texts, faults, formId } = useFormContext()
  const rows = (Array.isArray(value) ? value : []) as readonly DefectRow[]
  if (rows.length === 0) return null
  return (
    <fieldset className="earlier" id={`${formId}-${path}`} tabIndex={-1}>
      <legend className="field-label">{texts.label(path)}</legend>
      {rows.map((row, index) => {
        const at = `${path}.${index}`
        const fault = faults.find((entry) => entry.path.startsWith(at))?.message
        return (
          <div key={row.defectId} className={fault ? 'defect wrong' : 'defect'}>
            <p>
              <b>{row.description ?? row.defectId}</b>
              {row.blocksEnergising && <span className="tag late">{t('blocksEnergising')}</span>}
            </p>
            {row.rectified && <p className="small quiet">{t('rectifiedAs', { what: row.rectified.done })}</p>}
            {fault && <p className="field-fault">{fault}</p>}
            <div className="verdict" role="radiogroup" aria-label={row.description ?? row.defectId}>
              {[true, false].map((closed) => (
                <label key={String(closed)} className={closed ? 'verdict-pass' : 'verdict-fail'}>
                  <input
                    type="radio"
                    name={`${formId}-${at}`}
                    checked={row.closed === closed}
                    onChange={() => set(`${at}.closed`, closed)}
                  />
                  <span>{t(closed ? 'defectClosed' : 'defectStands')}</span>
                </label>
              ))}
            </div>
            {row.closed === false && (
              <span className="row">
                <label htmlFor={`${at}-rectify-by`}>{texts.label(`${path}.rectifyBy`)}</label>
                <DateInput
                  id={`${at}-rectify-by`}
                  value={row.rectifyBy ?? ''}
                  onChange={(day) => set(`${at}.rectifyBy`, day)}
                />
              </span>
            )}
          </div>
        )
      })}
    </fieldset>
  )
}
