import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { DocumentLink } from './DocumentLink.tsx'

const shownAtFirst = 6

/** Papers newest first; those that no longer stand are struck and only shown with all. */
export function DocumentsCard({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const [all, setAll] = useState(false)
  const newest = view.documents.toReversed()
  const shown = all ? newest : newest.filter((document) => !document.voidedBecause).slice(0, shownAtFirst)
  return (
    <section className="card" aria-label={t('documents')}>
      <header className="row">
        <h2>{t('documents')}</h2>
        {shown.length < newest.length && (
          <button type="button" className="button text small" onClick={() => setAll(true)}>
            {t('allDocuments', { count: newest.length })}
          </button>
        )}
      </header>
      {newest.length === 0 && <p className="quiet small">{t('noDocuments')}</p>}
      <ul className="papers">
        {shown.map((document) => (
          <li key={document.documentId}>
            <DocumentLink caseId={view.caseId} document={document} />
            {document.voidedBecause && (
              <p className="small quiet">{t('voidedBecause', { why: document.voidedBecause })}</p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
