import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { networkRulesAt } from '#journey/supply-plan/rules/network-rule-names'
import type { Choice } from '../../ui/form/form-context.ts'
import { useDocumentChoices } from '../cases/use-document-choices.ts'
import { useRoomWords } from '../words/room-words.ts'

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
  const room = useRoomWords()
  const nameKey = i18n.language === 'en' ? 'nameEn' : 'nameZh'
  if (useCase.startsWith('inspect-')) {
    const items = Array.isArray(prefill?.items) ? (prefill.items as Known[]) : []
    return {
      'defects.item': items.map((item) => ({ value: String(item.item), label: String(item[nameKey] ?? item.item) })),
    }
  }
  if (['draft-supply-plan', 'give-supply-plan'].includes(useCase)) {
    return {
      'deviations.check': checksOf(prefill).map((check) => ({ value: check, label: checkLabel(check, room) })),
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

/** What a plan may be checked for: what the rules checked of the proposal, and what the network adds for each source. */
function checksOf(prefill: Known | undefined): readonly string[] {
  const checks = (Array.isArray(prefill?.checks) ? (prefill.checks as Known[]) : []).map(({ check }) => String(check))
  const sources = Array.isArray(prefill?.sources) ? (prefill.sources as Known[]) : []
  const added = sources.flatMap(({ sourceNumber, voltageKv }) =>
    networkRulesAt(Number(voltageKv)).map((rule) => `source.${sourceNumber}.${rule}`),
  )
  return [...new Set([...checks, ...added])]
}

function checkLabel(check: string, room: ReturnType<typeof useRoomWords>): string {
  const [, number, last] = check.split('.')
  const name = room(`check.${last ?? check}`) ?? check
  return last === undefined ? name : `${number} ${name}`
}
