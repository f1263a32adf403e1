import { useTranslation } from 'react-i18next'
import type { TableColumn } from './StandardTable.tsx'

const parts: Readonly<Record<string, TableColumn['part']>> = {
  source: 'source',
  confidence: 'confidence',
  from: 'day',
  to: 'day',
  validFrom: 'day',
  validTo: 'day',
}
const wordOf: Readonly<Record<string, string>> = { validFrom: 'from', validTo: 'to' }

/** Is this a column beside the rule: source, confidence, days in force? */
export const isMark = (name: string): boolean => parts[name] !== undefined

/** Such a column, with its heading in the reader's language. */
export function useMark(): (name: string) => TableColumn {
  const { t } = useTranslation('desk')
  return (name) => ({
    key: `mark ${name}`,
    label: t(`mark.${wordOf[name] ?? name}` as 'mark.source', { defaultValue: name }),
    part: parts[name] ?? 'source',
  })
}
