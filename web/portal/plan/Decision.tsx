import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showDay } from '../../ui/dates.ts'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { MessageBox } from '../case/MessageBox.tsx'
import { Loading } from '../shell/Loading.tsx'
import { useLanguage } from '../shell/use-language.ts'
import type { TaskPageProps } from '../task/page-props.ts'
import { useTask } from '../task/use-task.ts'
import { useTaskForm } from '../task/use-task-form.ts'
import type { RepliedPlan } from './find-plan.ts'
import { capacityOf } from './plan-words.ts'

type Choice = 'accept' | 'ask' | 'change'
type DecisionProps = Pick<TaskPageProps, 'view' | 'task'> & { readonly found: RepliedPlan }

/** Agree and sign, ask first, or ask for a change: one filled button, the others outlined or a link. */
export function Decision({ view, task, found }: DecisionProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const [choice, choose] = useState<Choice>()
  const manager = view.accountManager?.name
  return (
    <section className="section decision" aria-labelledby="decide">
      <h2 id="decide">{t('plan.decide')}</h2>
      <p className="note">
        {t(view.capacity?.state === 'reserved' ? 'plan.decideNoteReserved' : 'plan.decideNote', {
          capacity: capacityOf(found.plan),
          day: showDay(found.reply.validUntil, language),
        })}
      </p>
      {choice !== 'accept' && (
        <button type="button" className="button" onClick={() => choose('accept')}>
          {t('plan.accept')}
        </button>
      )}
      {choice === 'accept' && <Answer view={view} task={task} accepts />}
      {choice !== 'ask' && (
        <button type="button" className="button button-second" onClick={() => choose('ask')}>
          {manager ? t('plan.askName', { name: manager }) : t('plan.ask')}
        </button>
      )}
      {choice === 'ask' && (
        <MessageBox
          caseId={view.caseId}
          label={t('plan.askText')}
          send={t('plan.askSend')}
          about="supply-plan"
          sent={t('plan.asked')}
        />
      )}
      {choice !== 'change' && (
        <button type="button" className="button button-plain" onClick={() => choose('change')}>
          {t('plan.change')}
        </button>
      )}
      {choice === 'change' && <Answer view={view} task={task} accepts={false} />}
    </section>
  )
}

const signatureOnly = ['signature'] as const
const wishesOnly = ['wishes'] as const

interface AnswerProps extends Pick<TaskPageProps, 'view' | 'task'> {
  readonly accepts: boolean
}

/** The form of the step: signature where one agrees, wishes where not. */
function Answer({ view, task, accepts }: AnswerProps) {
  const { t } = useTranslation('portal')
  const form = useTaskForm(task.useCase)
  const { draftKey, askCode, send, reload } = useTask(view.caseId, task)
  if (!form.data) return <Loading />
  return (
    <div className="answer">
      {!accepts && <p className="note">{t('plan.changeNote')}</p>}
      <SchemaForm
        key={String(accepts)}
        schema={form.data.schema}
        labels={form.data.labels}
        face="portal"
        draftKey={`${draftKey}/${accepts ? 'yes' : 'no'}`}
        fixed={{ accepts }}
        required={accepts ? signatureOnly : wishesOnly}
        hidden={accepts ? ['accepts', 'wishes'] : ['accepts', 'signature']}
        submitLabel={t(accepts ? 'plan.acceptSign' : 'plan.changeSend')}
        askCode={askCode}
        onSubmit={send}
        onReload={() => void reload()}
      />
    </div>
  )
}
