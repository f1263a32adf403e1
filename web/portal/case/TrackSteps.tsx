import { useTranslation } from 'react-i18next'
import type { CustomerCaseView } from '#casefile/views/customer-view'
import { showDay } from '../../ui/dates.ts'
import { useNow } from '../data/queries.ts'
import { useLanguage } from '../shell/use-language.ts'
import { useStepWords } from './step-words.ts'
import { Urge } from './Urge.tsx'

type Step = CustomerCaseView['stages'][number]['steps'][number]

export function DoneStep({ step }: { readonly step: Step }) {
  const language = useLanguage()
  const stepWords = useStepWords()
  const now = useNow()
  return (
    <li>
      {step.at ? <time dateTime={step.at}>{showDay(step.at, language, now)}</time> : <span />}
      <span>
        {stepWords(step.useCase, step.name)}
        {step.by && <span className="track-who">{step.by}</span>}
      </span>
    </li>
  )
}

export function NowStep({ step, view }: { readonly step: Step; readonly view: CustomerCaseView }) {
  const { t } = useTranslation(['portal', 'ui'])
  const stepWords = useStepWords()
  const isMine = view.todo.some((todo) => todo.elementId === step.elementId)
  const task = view.waitingFor.find((entry) => entry.elementId === step.elementId)
  return (
    <li className="track-current">
      <time>{t('ui:today')}</time>
      <span>
        {stepWords(step.useCase, step.name)}
        <span className="track-who">
          {isMine ? t('case.waitsForYouNote') : (task?.by ?? t('case.underWay'))}
          {task && task.urgedTimes > 0 && ` · ${t('case.urgedTimes', { count: task.urgedTimes })}`}
        </span>
        {task && view.status === 'open' && <Urge caseId={view.caseId} taskId={task.taskId} />}
      </span>
    </li>
  )
}

/** Steps that come only when something is wrong: they are not promised as coming. */
const onlyIfWrong: readonly string[] = ['complete-application', 'rectify-defects']

/** What a stage still brings, one line for each party: yours first. */
export function NextSteps({ steps }: { readonly steps: readonly Step[] }) {
  const { t } = useTranslation('ui')
  const stepWords = useStepWords()
  const language = useLanguage()
  const ahead = steps.filter((step) => step.state === 'next' && !onlyIfWrong.includes(step.useCase))
  const byOwner = [...Map.groupBy(ahead, (step) => step.owner)].sort(([a]) => (a === 'customer' ? -1 : 1))
  if (byOwner.length === 0) return null
  return (
    <ul className="track-next-steps">
      {byOwner.map(([owner, own]) => (
        <li key={owner}>
          <span className={owner === 'customer' ? 'tag tag-accent' : 'tag tag-info'}>
            {t(`owner.${owner}` as 'owner.company', { defaultValue: owner })}
          </span>
          <span>{own.map((step) => stepWords(step.useCase, step.name)).join(language === 'en' ? ', ' : '、')}</span>
        </li>
      ))}
    </ul>
  )
}
