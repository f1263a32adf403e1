import { useTranslation } from 'react-i18next'
import { Icon } from '../../ui/Icon.tsx'
import { usePrefill } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import type { TaskPageProps } from '../task/page-props.ts'
import { useTask } from '../task/use-task.ts'
import { AllClauses } from './AllClauses.tsx'
import { ClauseView } from './ClauseView.tsx'
import { clausesOf } from './clauses.ts'
import { ReadingBar } from './ReadingBar.tsx'
import { SignContract } from './SignContract.tsx'
import { useReading } from './use-reading.ts'

/** The contract clause by clause: plain words, own numbers, the text and what differs; sign when all is read, or ask for changes. */
export function ContractPage({ view, task, back }: TaskPageProps) {
  const { t } = useTranslation('portal')
  const prefill = usePrefill(view.caseId, task.taskId, true)
  const { draftKey } = useTask(view.caseId, task)
  // A new draft of the contract is read anew.
  const drafted = view.facts.findLast((fact) => fact.type === 'contract-drafted')
  const reading = useReading(`${draftKey}/${drafted?.seq ?? 0}`)
  if (prefill.isPending) return <Loading />
  if (prefill.isError) return <Trouble error={prefill.error} retry={() => void prefill.refetch()} />
  const clauses = clausesOf(prefill.data)
  const document = view.documents.findLast((entry) => entry.kind === 'supply-contract')
  const title = String(drafted?.body.title ?? '')
  const at = Math.min(reading.at, Math.max(0, clauses.length - 1))
  const clause = clauses[at]
  return (
    <Page
      title={title}
      back={back}
      hasFooter={false}
      aside={
        document && (
          <a className="tap" href={`/api/v1/files/${view.caseId}~${document.sha256}`} target="_blank" rel="noreferrer">
            <Icon name="file" />
            {t('contract.full')}
          </a>
        )
      }
    >
      <section className="section">
        <p className="eyebrow">{view.profile.customerName}</p>
        <h1>{title}</h1>
        <ReadingBar clauses={clauses} reading={reading} at={at} />
        {clauses.length === 0 && <p>{t('contract.noText')}</p>}
      </section>
      {clause && <ClauseView key={clause.clauseId} caseId={view.caseId} clauses={clauses} at={at} reading={reading} />}
      <AllClauses clauses={clauses} reading={reading} at={at} />
      <SignContract view={view} task={task} clauses={clauses} reading={reading} />
    </Page>
  )
}
