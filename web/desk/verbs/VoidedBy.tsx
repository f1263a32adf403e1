import { useTranslation } from 'react-i18next'
import type { StaffCaseView } from '#casefile/views/staff-view'
import { documentWords } from '../../ui/document-words.ts'
import { useProcess } from '../data/queries.ts'
import { useList } from '../words/list-words.ts'
import { useStepWords } from '../words/room-words.ts'
import { stepsAfter } from './steps-after.ts'

interface VoidedByProps {
  readonly view: StaffCaseView
  readonly toElement: string
}

/** What a return to this step undoes, before it is done: the finished steps that lie after it in the process. */
export function VoidedBy({ view, toElement }: VoidedByProps) {
  const { t, i18n } = useTranslation('desk')
  const list = useList()
  const stepWords = useStepWords()
  const { data } = useProcess(view.caseId)
  if (!data) return null
  const done = view.stages.flatMap((stage) => stage.steps.filter((step) => data.done.includes(step.elementId)))
  const after = stepsAfter(data.xml, toElement)
  const target = view.returnTargets.find((step) => step.elementId === toElement)
  const voided = done.filter(
    (step) =>
      step.elementId === toElement || (after.has(step.elementId) && (step.at ?? '9') > (target?.completedAt ?? '')),
  )
  const papers = view.documents.filter(
    (document) => !document.voidedBecause && voided.some((step) => step.elementId === document.elementId),
  )
  return (
    <section className="voided" role="status">
      <h3>{t('voided.title', { count: voided.length })}</h3>
      <ul>
        {voided.map((step) => (
          <li key={step.elementId}>{stepWords(step.elementId, step.useCase, step.name)}</li>
        ))}
      </ul>
      {papers.length > 0 && (
        <p>{t('voided.papers', { names: list(papers.map((paper) => documentWords(paper, i18n.language))) })}</p>
      )}
    </section>
  )
}
