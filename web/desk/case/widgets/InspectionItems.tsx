import { useTranslation } from 'react-i18next'
import { type FieldProps, useFormContext } from '../../../ui/form/form-context.ts'

interface SheetRow {
  readonly item: string
  readonly nameZh?: string
  readonly nameEn?: string
  readonly standard?: string
  readonly standardEn?: string
  readonly safetyCritical?: boolean
  readonly unit?: string
  readonly min?: number | null
  readonly max?: number | null
  readonly result?: string
  readonly measuredValue?: number | string
  readonly note?: string
}

const verdicts = ['pass', 'fail', 'na'] as const

/** 检验项目: every item of the published list in one row, its standard, what was measured, and the verdict. */
export function InspectionItems({ path, value }: FieldProps) {
  const { t, i18n } = useTranslation('desk')
  const { set, texts, faults, formId } = useFormContext()
  const rows = (Array.isArray(value) ? value : []) as readonly SheetRow[]
  const isEnglish = i18n.language === 'en'
  const count = (result: string) => rows.filter((row) => row.result === result).length
  const faultOf = (index: number, field: string) =>
    faults.find(
      (fault) =>
        fault.path === `${path}.${index}.${field}` || (field === 'result' && fault.path === `${path}.${index}`),
    )?.message
  return (
    <fieldset className="sheet" id={`${formId}-${path}`} tabIndex={-1}>
      <legend className="field-label">{texts.label(path)}</legend>
      <table>
        <thead>
          <tr>
            <th scope="col" className="number">
              {t('sheet.number')}
            </th>
            <th scope="col">{t('sheet.item')}</th>
            <th scope="col">{t('sheet.standard')}</th>
            <th scope="col">{t('sheet.measured')}</th>
            <th scope="col">{t('sheet.verdict')}</th>
            <th scope="col">{t('sheet.note')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => {
            const at = `${path}.${index}`
            const name = (isEnglish ? row.nameEn : row.nameZh) ?? row.item
            const fault = ['result', 'measuredValue', 'note'].map((field) => faultOf(index, field)).find(Boolean)
            return (
              <tr key={row.item} className={fault ? 'wrong' : row.result}>
                <td className="number">{index + 1}</td>
                <th scope="row">
                  {name}
                  {row.safetyCritical && <span className="tag late">{t('sheet.critical')}</span>}
                  {fault && <p className="field-fault">{fault}</p>}
                </th>
                <td className="small quiet">{isEnglish ? row.standardEn : row.standard}</td>
                <td>
                  {row.unit && (
                    <label className="measured">
                      <span className="ui-hidden">{t('sheet.measuredOf', { name })}</span>
                      <input
                        inputMode="decimal"
                        id={`${formId}-${`${at}.measuredValue`.replaceAll('.', '-')}`}
                        value={row.measuredValue ?? ''}
                        onChange={(event) => set(`${at}.measuredValue`, readNumber(event.target.value))}
                      />
                      {row.unit}
                    </label>
                  )}
                </td>
                <td>
                  <div className="verdict" role="radiogroup" aria-label={t('sheet.verdictOf', { name })}>
                    {verdicts.map((verdict) => (
                      <label key={verdict} className={`verdict-${verdict}`}>
                        <input
                          type="radio"
                          name={`${formId}-${at}`}
                          checked={row.result === verdict}
                          onChange={() => set(`${at}.result`, verdict)}
                        />
                        <span>{texts.value('items.result', verdict)}</span>
                      </label>
                    ))}
                  </div>
                </td>
                <td>
                  <input
                    aria-label={t('sheet.noteOf', { name })}
                    value={row.note ?? ''}
                    onChange={(event) => set(`${at}.note`, event.target.value)}
                  />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="sheet-sum">
        {t('sheet.sum', {
          all: rows.length,
          pass: count('pass'),
          fail: count('fail'),
          open: rows.filter((row) => !row.result).length,
        })}
        {rows.some((row) => !row.result) && (
          <button
            type="button"
            className="button text small"
            onClick={() =>
              set(
                path,
                rows.map((row) => (row.result ? row : { ...row, result: 'pass' })),
              )
            }
          >
            {t('sheet.restPass')}
          </button>
        )}
      </p>
    </fieldset>
  )
}

/** What is no number is kept as typed, so that it can be said to be none. */
function readNumber(text: string): number | string | undefined {
  if (text.trim() === '') return undefined
  return /^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : text
}
