import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showDay } from '../../ui/dates.ts'
import { useLanguage } from '../shell/use-language.ts'

interface Defect {
  readonly defectId: string
  readonly description: string
  readonly blocksEnergising: boolean
  readonly rectifyBy: string
}

/** What was found, beside the field that says what was done about it. */
export function DefectShown({ view, defectId }: { readonly view: CustomerCaseView; readonly defectId: string }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const found = view.facts
    .flatMap(({ body }) => (Array.isArray(body.defects) ? (body.defects as unknown as Defect[]) : []))
    .find((defect) => defect.defectId === defectId)
  if (!found) return null
  return (
    <p className="defect">
      <b>{found.description}</b>
      <span className="note">
        {showDay(found.rectifyBy, language)}
        {found.blocksEnergising && ` · ${t('tasks.blocks')}`}
      </span>
    </p>
  )
}
