import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { readSheet } from '#power/sheet/csv'
import { isMark, useMark } from './marks.ts'
import { StandardTable, type TableColumn } from './StandardTable.tsx'

/** A published data table (CSV) as rows and columns. A text that is no sheet is left to the raw text below. */
export function DataSheet({ name, content }: { readonly name: string; readonly content: string }) {
  const { i18n } = useTranslation('desk')
  const mark = useMark()
  const sheet = useMemo(() => readSheet(name, content), [name, content])
  if (!sheet.ok) return null
  const other = i18n.language === 'en' ? 'Zh' : 'En'
  const shown = sheet.value.columns.filter((column) => !column.endsWith(other))
  const columns = shown.map(
    (column): TableColumn => (isMark(column) ? mark(column) : { key: column, label: column, part: 'answered' }),
  )
  const rows = sheet.value.records.map(({ line, cells }) => ({
    id: String(line),
    cells: shown.map((column) => cells.get(column) ?? ''),
  }))
  return <StandardTable name={name} columns={columns} rows={rows} />
}
