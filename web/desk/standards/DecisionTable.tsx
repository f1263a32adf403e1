import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'
import { readDecisionTable } from './read-decision-table.ts'

/** A decision table as rows and columns: what is asked, what is answered, where it comes from and how sure it is. */
export function DecisionTable({ xml }: { readonly xml: string }) {
  const { t, i18n } = useTranslation('desk')
  const table = useMemo(() => readDecisionTable(xml), [xml])
  const [sought, setSought] = useState('')
  // Columns that say the same in the other language are left out.
  const other = i18n.language === 'en' ? 'Zh' : 'En'
  const shown = table.outputs.map((_, index) => index).filter((index) => !table.outputs[index]?.endsWith(other))
  const rows = table.rows.filter((row) =>
    [...row.inputs, ...row.outputs, ...row.annotations].join(' ').toLowerCase().includes(sought.toLowerCase()),
  )
  return (
    <section aria-label={table.name}>
      <div className="row">
        <input
          type="search"
          className="table-search"
          aria-label={t('searchRows')}
          placeholder={t('searchRows')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
        />
        <span className="quiet small" role="status">
          {t('rowsShown', { shown: rows.length, all: table.rows.length })}
        </span>
      </div>
      <ScrollRegion className="table-scroll" label={table.name}>
        <table className="table decision">
          <thead>
            <tr>
              {table.inputs.map((label) => (
                <th key={label} scope="col" className="asked">
                  {label}
                </th>
              ))}
              {shown.map((index) => (
                <th key={table.outputs[index]} scope="col" className="answered">
                  {table.outputLabels[index]}
                </th>
              ))}
              {table.annotations.map((label) => (
                <th key={label} scope="col">
                  {t(`mark.${label}` as 'mark.source', { defaultValue: label })}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                {row.inputs.map((text, index) => (
                  <td key={table.inputs[index]}>{plain(text)}</td>
                ))}
                {shown.map((index) => (
                  <td key={table.outputs[index]} className="answered">
                    {plain(row.outputs[index] ?? '')}
                  </td>
                ))}
                {row.annotations.map((text, index) => (
                  <td key={table.annotations[index]} className="quiet small">
                    {table.annotations[index] === 'confidence' ? (
                      <abbr title={t(confidenceKey(text))}>{text}</abbr>
                    ) : (
                      text
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <p className="small quiet">{t('confidenceWhat')}</p>
    </section>
  )
}

/** FEEL as a person reads it: quotes left out, a dash for any value. */
function plain(text: string): string {
  return text === '' || text === '-' ? '—' : text.replaceAll('"', '')
}

const confidenceKey = (mark: string) =>
  mark.endsWith('?') ? 'confidence.unsure' : mark.startsWith('F') ? 'confidence.firm' : 'confidence.middle'
