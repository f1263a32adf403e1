import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ScrollRegion } from '../parts/ScrollRegion.tsx'

export interface TableColumn {
  readonly key: string
  readonly label: string
  /** What is asked, what is answered, or a mark beside the row: where it comes from, how sure it is, its days. */
  readonly part: 'asked' | 'answered' | 'source' | 'confidence' | 'day'
}

interface StandardTableProps {
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[]
}

const classOf = {
  asked: undefined,
  answered: 'answered',
  source: 'quiet small',
  confidence: 'quiet small',
  day: 'quiet small day',
}

/** The rows of a published table, to be searched and read, with the source and confidence of each. */
export function StandardTable({ name, columns, rows }: StandardTableProps) {
  const { t } = useTranslation('desk')
  const [sought, setSought] = useState('')
  const found = rows.filter((row) => row.cells.join(' ').toLowerCase().includes(sought.toLowerCase()))
  return (
    <section aria-label={name}>
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
          {t('rowsShown', { shown: found.length, all: rows.length })}
        </span>
      </div>
      <ScrollRegion className="table-scroll" label={name}>
        <table className="table decision">
          <thead>
            <tr>
              {columns.map(({ key, label, part }) => (
                <th key={key} scope="col" className={part === 'asked' || part === 'answered' ? part : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {found.map((row) => (
              <tr key={row.id}>
                {columns.map(({ key, part }, index) => (
                  <td key={key} className={classOf[part]}>
                    {part === 'confidence' ? <Confidence mark={row.cells[index] ?? ''} /> : row.cells[index]}
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

/** The letter, with its meaning where one points at it or has it read out. */
export function Confidence({ mark }: { readonly mark: string }) {
  const { t } = useTranslation('desk')
  if (mark === '') return null
  const meaning = mark.endsWith('?') ? 'unsure' : mark.startsWith('F') ? 'firm' : 'middle'
  return <abbr title={t(`confidence.${meaning}`)}>{mark}</abbr>
}
