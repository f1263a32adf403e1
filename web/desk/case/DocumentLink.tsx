import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { documentWords } from '../../ui/document-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useDates } from '../words/dates.ts'

interface DocumentLinkProps {
  readonly caseId: string
  readonly document: StaffCaseView['documents'][number]
}

/** A paper of the case; it opens in a page of its own. */
export function DocumentLink({ caseId, document }: DocumentLinkProps) {
  const dates = useDates()
  const { i18n } = useTranslation('desk')
  return (
    <span className="paper">
      <a
        href={`/api/v1/files/${caseId}~${document.sha256}`}
        target="_blank"
        rel="noreferrer"
        className={document.voidedBecause ? 'struck' : undefined}
      >
        <Icon name="file" small />
        {documentWords(document, i18n.language)}
      </a>
      <span className="small quiet number">{dates.short(document.at)}</span>
    </span>
  )
}
