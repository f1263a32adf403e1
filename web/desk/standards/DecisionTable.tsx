import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { columnsIn, labelIn, plain } from './column-words.ts'
import { useMark } from './marks.ts'
import { readDecisionTable } from './read-decision-table.ts'
import { StandardTable, type TableColumn } from './StandardTable.tsx'

/** A decision table as rows and columns: what is asked, what is answered, where it comes from and how sure it is. */
export function DecisionTable({ xml }: { readonly xml: string }) {
  const { i18n } = useTranslation('desk')
  const mark = useMark()
  const table = useMemo(() => readDecisionTable(xml), [xml])
  const language = i18n.language === 'en' ? 'en' : 'zh'
  const shown = columnsIn(table.outputs, language)
  const columns: readonly TableColumn[] = [
    ...table.inputs.map((label) => ({ key: `in ${label}`, label: labelIn(label, language), part: 'asked' as const })),
    ...shown.map((index) => ({
      key: `out ${table.outputs[index]}`,
      label: labelIn(table.outputLabels[index] ?? '', language),
      part: 'answered' as const,
    })),
    ...table.annotations.map(mark),
  ]
  const cell = (text: string) => plain(text, language)
  const rows = table.rows.map((row) => ({
    id: row.id,
    cells: [...row.inputs.map(cell), ...shown.map((index) => cell(row.outputs[index] ?? '')), ...row.annotations],
  }))
  return <StandardTable name={table.name} columns={columns} rows={rows} />
}
