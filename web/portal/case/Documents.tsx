import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showDay } from '../../ui/dates.ts'
import { documentWords } from '../../ui/document-words.ts'
import { Icon } from '../../ui/Icon.tsx'
import { MoreInfo } from '../shell/MoreInfo.tsx'
import { useLanguage } from '../shell/use-language.ts'

/** Papers shown before one asks for the older ones. */
const shownAtOnce = 5

/** Every paper of the case in one list, with what is still to be handed in and until when. */
export function Documents({ view }: { readonly view: CustomerCaseView }) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const newest = view.documents.toReversed()
  return (
    <section className="section" aria-labelledby="documents">
      <h2 id="documents">{t('case.documents')}</h2>
      <ul className="rows">
        {view.supplements.map((entry) => (
          <li key={entry.document}>
            <Link className="row" href={`/cases/${view.caseId}/supplement/${entry.document}`}>
              <span className="missing">
                <Icon name="fileMissing" />
              </span>
              <span className="row-main">
                <b>{language === 'en' ? entry.nameEn : entry.nameZh}</b>
                <span>{t('case.toHandIn', { day: showDay(entry.dueOn, language) })}</span>
              </span>
              <span className="row-act">{t('case.handIn')}</span>
            </Link>
          </li>
        ))}
        {newest.slice(0, shownAtOnce).map((document) => (
          <DocumentRow key={document.documentId} caseId={view.caseId} document={document} />
        ))}
      </ul>
      {newest.length > shownAtOnce && (
        <MoreInfo summary={t('case.older', { count: newest.length - shownAtOnce })}>
          <ul className="rows">
            {newest.slice(shownAtOnce).map((document) => (
              <DocumentRow key={document.documentId} caseId={view.caseId} document={document} />
            ))}
          </ul>
        </MoreInfo>
      )}
      {view.documents.length + view.supplements.length === 0 && <p className="note">{t('case.noDocuments')}</p>}
    </section>
  )
}

interface DocumentRowProps {
  readonly caseId: string
  readonly document: CustomerCaseView['documents'][number]
}

function DocumentRow({ caseId, document }: DocumentRowProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const day = showDay(document.at, language)
  return (
    <li>
      <a className="row" href={`/api/v1/files/${caseId}~${document.sha256}`} target="_blank" rel="noreferrer">
        <Icon name="file" />
        <span className="row-main">
          <b>{documentWords(document, language)}</b>
          <span>
            {document.pages !== null && `${t('case.pages', { count: document.pages })}, `}
            {t(document.issuedBy === 'company' ? 'case.byCompany' : 'case.byYou', { day })}
          </span>
        </span>
        <Icon name="forward" small />
      </a>
    </li>
  )
}
