import { useTranslation } from 'react-i18next'
import { useStandard } from '../data/queries.ts'
import type { Choice } from '../parts/Field.tsx'
import { readDecisionTable } from '../standards/read-decision-table.ts'

const unquoted = (text: string | undefined): string => (text ?? '').replace(/^"|"$/g, '')

/** Every document the published table knows, once, by its name. */
export function useDocumentChoices(): readonly Choice[] {
  const { i18n } = useTranslation()
  const { data } = useStandard('decision', 'documents')
  if (!data) return []
  const table = readDecisionTable(data.content)
  const name = table.outputs.indexOf(i18n.language === 'en' ? 'nameEn' : 'nameZh')
  const code = table.outputs.indexOf('document')
  const named = new Map(table.rows.map((row) => [unquoted(row.outputs[code]), unquoted(row.outputs[name])]))
  return [...named].map(([value, label]) => ({ value, label: label || value }))
}
