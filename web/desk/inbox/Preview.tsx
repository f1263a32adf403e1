import { useTranslation } from 'react-i18next'
import { Link } from 'wouter'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { DocumentLink } from '../case/DocumentLink.tsx'
import { TaskClock } from '../case/TaskClock.tsx'
import { useCase } from '../data/queries.ts'
import { useMe } from '../data/use-me.ts'
import { Failure } from '../parts/Failure.tsx'
import { Flags } from '../parts/Flags.tsx'
import { Keys } from '../parts/Keys.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import type { VerbName } from '../verbs/verb.ts'
import { findVerb } from '../verbs/verbs.ts'
import { useCaseWords } from '../words/case-words.ts'
import { useDates } from '../words/dates.ts'
import { useFactWords } from '../words/fact-words.ts'
import type { InboxLine } from './inbox-groups.ts'
import { WhatBlocks } from './WhatBlocks.tsx'

interface PreviewProps {
  readonly line: InboxLine | undefined
  readonly onVerb: (verb: VerbName) => void
}

const offered = ['claim-task', 'transfer-task', 'urge-task'] as const
const letters = { 'claim-task': 'C', 'transfer-task': 'T', 'urge-task': 'U' } as const

/** A look into the chosen case, leading with what blocks it. */
export function Preview({ line, onVerb }: PreviewProps) {
  const { t } = useTranslation('desk')
  const words = useCaseWords()
  const { actor } = useMe()
  const asked = useCase(line?.row.case_id)
  if (!line) return <aside className="preview" aria-label={t('preview')} />
  const { row } = line
  const task = asked.data?.tasks.find((entry) => entry.taskId === row.task_id)
  const { data: view } = asked
  const acts = view ? offered.filter((name) => findVerb(name).fits({ view, task, actor })).slice(0, 2) : []
  return (
    <aside className="preview" aria-label={t('preview')}>
      <div className="preview-body">
        <p className="small quiet">
          {row.case_number} {words.kind(row.kind, row.voltage_class)}
        </p>
        <h2>{row.customer_name}</h2>
        <p className="tags">
          <Flags flags={row.flags} full />
        </p>
        {asked.isError && <Failure error={asked.error} retry={() => void asked.refetch()} />}
        {asked.isPending && <Skeleton lines={8} label={t('loading')} />}
        {asked.data && (
          <>
            {task && <TaskClock view={asked.data} task={task} />}
            <WhatBlocks view={asked.data} task={task} />
            <Essentials view={asked.data} />
          </>
        )}
      </div>
      <footer className="preview-foot">
        <Link className="button primary" href={`/cases/${row.case_id}?task=${encodeURIComponent(row.task_id)}`}>
          {t('openCase')} <Keys keys="Enter" />
        </Link>
        {acts.map((name) => (
          <button key={name} type="button" className="button" onClick={() => onVerb(name)}>
            {t(`verb.${name}.name`)} <Keys keys={letters[name]} />
          </button>
        ))}
      </footer>
    </aside>
  )
}

function Essentials({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const factWords = useFactWords()
  const { profile } = view
  const recent = view.facts
    .filter((fact) => factWords.isKey(fact.type) && !fact.type.startsWith('limit-'))
    .slice(-3)
    .reverse()
  const papers = view.documents
    .filter((document) => !document.voidedBecause)
    .slice(-3)
    .reverse()
  return (
    <>
      <dl className="pairs">
        <dt>{t('profile.address')}</dt>
        <dd>{profile.address}</dd>
        {profile.capacityKva !== null && (
          <>
            <dt>{t('profile.capacityKva')}</dt>
            <dd>{profile.capacityKva} kVA</dd>
          </>
        )}
        <dt>{t('role.account-manager')}</dt>
        <dd>{view.accountManager?.name ?? '—'}</dd>
      </dl>
      <h3>{t('recent')}</h3>
      <ul className="recent">
        {recent.map((fact) => (
          <li key={fact.seq}>
            <span className="small quiet">{dates.instant(fact.recordedAt)}</span>
            <span>{factWords.title(fact)}</span>
          </li>
        ))}
      </ul>
      {papers.length > 0 && (
        <>
          <h3>{t('documents')}</h3>
          <ul className="papers">
            {papers.map((document) => (
              <li key={document.documentId}>
                <DocumentLink caseId={view.caseId} document={document} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
