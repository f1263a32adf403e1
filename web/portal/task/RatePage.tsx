import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { apiPost } from '../../api/client.ts'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { readAnew } from '../data/use-act.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { Stars } from './Stars.tsx'
import { useTaskForm } from './use-task-form.ts'

/** The customer's own word, once; nobody who worked on the case can change it. */
export function RatePage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('portal')
  const form = useTaskForm('rate-service')
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  if (form.isError) return <Trouble error={form.error} retry={() => void form.refetch()} />
  if (!form.data) return <Loading />
  return (
    <Page title={t('case.rate')} back={{ href: `/cases/${caseId}`, label: t('home.progress') }} hasFooter={false}>
      <section className="section">
        <h1>{t('case.rate')}</h1>
        <p className="lead">{t('case.rateNote')}</p>
        <SchemaForm
          schema={form.data.schema}
          labels={form.data.labels}
          face="portal"
          draftKey={`${caseId}/rate`}
          submitLabel={t('tasks.send')}
          drawn={{ satisfaction: (field) => <Stars {...field} /> }}
          onSubmit={async (body, commandId) => {
            await apiPost(`/cases/${caseId}/rate-service`, body, commandId)
            await readAnew(queryClient, caseId)
            navigate(`/cases/${caseId}`)
          }}
        />
      </section>
    </Page>
  )
}
