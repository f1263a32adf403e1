import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useMark } from './marks.ts'
import { readDecisionTable } from './read-decision-table.ts'
import { StandardTable, type TableColumn } from './StandardTable.tsx'

/** A decision table as rows and columns: what is asked, what is answered, where it comes from and how sure it is. */
export function DecisionTable({ xml }: { readonly xml: string }) {
  const { i18n } = useTranslation('desk')
  const mark = useMark()
  const table = useMemo(() => readDecisionTable(xml), [xml])
  // Columns that say the same in the other language are left out.
  const other = i18n.language === 'en' ? 'Zh' : 'En'
  const shown = table.outputs.map((_, index) => index).filter((index) => !table.outputs[index]?.endsWith(other))
  const columns: readonly TableColumn[] = [
    ...table.inputs.map((label) => ({ key: `in ${label}`, label, part: 'asked' as const })),
    ...shown.map((index) => ({
      key: `out ${table.outputs[index]}`,
      label: table.outputLabels[index] ?? '',
      part: 'answered' as const,
    })),
    ...table.annotations.map(mark),
  ]
  const rows = table.rows.map((row) => ({
    id: row.id,
    cells: [...row.inputs.map(plain), ...shown.map((index) => plain(row.outputs[index] ?? '')), ...row.annotations],
  }))
  return <StandardTable name={table.name} columns={columns} rows={rows} />
}

/** FEEL as a person reads it: quotes left out, a dash for any value. */
function plain(text: string): string {
  return text === '' || text === '-' ? '—' : text.replaceAll('"', '')
}
