import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import type { Choice } from '../../ui/form/form-context.ts'
import { useDocumentChoices } from '../cases/use-document-choices.ts'

type Known = Readonly<Record<string, unknown>>

/**
 * Choices of text fields that only the case knows: the items of its inspection list, its papers, the
 * documents the published table knows.
 */
export function useTaskChoices(
  useCase: string,
  prefill: Known | undefined,
  view: StaffCaseView,
): Readonly<Record<string, readonly Choice[]>> {
  const { i18n } = useTranslation()
  const documents = useDocumentChoices()
  const nameKey = i18n.language === 'en' ? 'nameEn' : 'nameZh'
  if (useCase.startsWith('inspect-')) {
    const items = Array.isArray(prefill?.items) ? (prefill.items as Known[]) : []
    return {
      'defects.item': items.map((item) => ({ value: String(item.item), label: String(item[nameKey] ?? item.item) })),
    }
  }
  if (useCase === 'archive-file') {
    const kinds = new Map(
      view.documents.filter((entry) => !entry.voidedBecause).map((entry) => [entry.kind, entry.name]),
    )
    return { 'materials.document': [...kinds].map(([value, label]) => ({ value, label })) }
  }
  if (['accept-application', 'complete-application'].includes(useCase)) {
    return { 'missing.document': documents, 'documents.document': documents }
  }
  return {}
}
