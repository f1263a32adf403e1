import { useTranslation } from 'react-i18next'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { firstTodo } from '../case/todo.ts'
import { useTodoNote } from '../case/use-todo-note.ts'
import { useCompany, usePrefill } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { DefectShown } from './DefectShown.tsx'
import { MeterReadings } from './MeterReadings.tsx'
import { missingChoices } from './missing-documents.ts'
import type { TaskPageProps } from './page-props.ts'
import { useTask } from './use-task.ts'
import { useTaskForm } from './use-task-form.ts'

/** Steps at which the customer names firms: there it is said that the choice is his alone. */
const stepsWithFirms: readonly string[] = ['submit-design-files', 'report-concealed-works', 'report-completion']

/** Any step of the customer's as the form its schema describes, filled in with what is known. */
export function FormPage({ view, task, back }: TaskPageProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const form = useTaskForm(task.useCase)
  const prefill = usePrefill(view.caseId, task.taskId, true)
  const { draftKey, askCode, send, reload } = useTask(view.caseId, task)
  const note = useTodoNote(view)
  const { data: company } = useCompany()
  const failed = form.error ?? prefill.error
  if (failed) return <Trouble error={failed} retry={() => void Promise.all([form.refetch(), prefill.refetch()])} />
  if (!form.data || !prefill.data) return <Loading />
  const words = firstTodo({ ...view, todo: [task] })?.words ?? 'other'
  return (
    <Page title={t(`tasks.${words}.title`)} back={back} hasFooter={false}>
      <section className="section">
        <p className="eyebrow">{view.profile.customerName}</p>
        <h1>{t(`tasks.${words}.title`)}</h1>
        <p className="lead">{note(words)}</p>
        {task.useCase === 'sign-energising-form' && <MeterReadings view={view} />}
        <SchemaForm
          schema={form.data.schema}
          labels={form.data.labels}
          prefill={prefill.data}
          draftKey={draftKey}
          face="portal"
          submitLabel={t('tasks.send')}
          askCode={askCode}
          onSubmit={send}
          onReload={() => void reload()}
          choices={{ 'documents.document': missingChoices(view, language) }}
          drawn={{ 'rectified.defectId': (field) => <DefectShown view={view} defectId={String(field.value)} /> }}
        />
        {stepsWithFirms.includes(task.useCase) && company && (
          <p className="note own-choice">{t('tasks.ownChoice', { phone: company.supervisionPhone })}</p>
        )}
      </section>
    </Page>
  )
}
