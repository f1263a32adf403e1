import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { useDates } from '../words/dates.ts'
import { useFactWords } from '../words/fact-words.ts'
import { RecordValue } from './RecordValue.tsx'

/** Facts in which somebody wrote something down that later steps rest on. */
const told: ReadonlySet<string> = new Set([
  'application-submitted',
  'application-accepted',
  'importance-confirmed',
  'site-surveyed',
  'supply-plan-drafted',
  'plan-signed-off',
  'supply-plan-answered',
  'design-files-submitted',
  'design-reviewed',
  'concealed-works-reported',
  'interim-inspected',
  'completion-reported',
  'completion-inspected',
  'defects-rectified',
  'grid-works-built',
  'fees-determined',
  'fees-settled',
  'contract-signed',
  'own-generator-registered',
  'dispatch-agreement-signed',
  'meter-installed',
  'outage-planned',
  'tied-in',
  'checked-before-energising',
  'energising-permitted',
  'checked-on-load',
])

/** 已录内容: what was entered in the steps that stand, newest first, each with who and when. */
export function Records({ view }: { readonly view: StaffCaseView }) {
  const { t } = useTranslation('desk')
  const dates = useDates()
  const factWords = useFactWords()
  const facts = view.facts.filter((fact) => told.has(fact.type) && fact.stands).toReversed()
  if (facts.length === 0) return null
  return (
    <section className="records" aria-label={t('records')}>
      <h3>{t('records')}</h3>
      {facts.map((fact) => (
        <details key={fact.seq}>
          <summary>
            <span>{factWords.title(fact)}</span>
            <span className="small quiet">
              {factWords.who(fact)} · {dates.instant(fact.recordedAt)}
            </span>
          </summary>
          <RecordValue name="" value={fact.body} caseId={view.caseId} />
        </details>
      ))}
    </section>
  )
}
