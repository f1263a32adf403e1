import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Redirect, useLocation } from 'wouter'
import { apiPost } from '../../api/client.ts'
import { FilesField } from '../../ui/form/fields/FilesField.tsx'
import type { FieldProps } from '../../ui/form/form-context.ts'
import { valueAt } from '../../ui/form/form-values.ts'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { useMyCase } from '../data/queries.ts'
import { readAnew } from '../data/use-act.ts'
import { Loading } from '../shell/Loading.tsx'
import { Page } from '../shell/Page.tsx'
import { Trouble } from '../shell/Trouble.tsx'
import { useLanguage } from '../shell/use-language.ts'
import { useTaskForm } from './use-task-form.ts'

interface SupplementPageProps {
  readonly caseId: string
  readonly document: string
}

/** The paper itself; which one it is, is known already. */
function PaperFile({ shape, path, value }: FieldProps) {
  const file = shape.fields.find((field) => field.name === 'file')
  return file ? <FilesField shape={file} path={`${path}.0.file`} value={valueAt(value, '0.file')} /> : null
}

/** Hands in one paper that was to follow. */
export function SupplementPage({ caseId, document }: SupplementPageProps) {
  const { t } = useTranslation('portal')
  const language = useLanguage()
  const found = useMyCase(caseId)
  const form = useTaskForm('supply-supplement')
  const queryClient = useQueryClient()
  const [, navigate] = useLocation()
  const failed = found.error ?? form.error
  if (failed) return <Trouble error={failed} retry={() => void found.refetch()} />
  if (!found.data || !form.data) return <Loading />
  const asked = found.data.supplements.find((entry) => entry.document === document)
  if (!asked) return <Redirect to={`/cases/${caseId}`} replace />
  const name = language === 'en' ? asked.nameEn : asked.nameZh
  return (
    <Page title={name} back={{ href: `/cases/${caseId}`, label: t('home.progress') }} hasFooter={false}>
      <section className="section">
        <p className="eyebrow">{t('case.handInTitle')}</p>
        <h1>{name}</h1>
        <p className="lead">{t('case.handInNote', { gate: t(`case.gate.${asked.neededBy}` as 'case.gate.works') })}</p>
        <SchemaForm
          schema={form.data.schema}
          labels={form.data.labels}
          face="portal"
          draftKey={`${caseId}/supplement/${document}`}
          prefill={{ documents: [{ document }] }}
          drawn={{ documents: (field) => <PaperFile {...field} /> }}
          submitLabel={t('case.handIn')}
          onSubmit={async (body, commandId) => {
            await apiPost(`/cases/${caseId}/supply-supplement`, body, commandId)
            await readAnew(queryClient, caseId)
            navigate(`/cases/${caseId}`)
          }}
        />
      </section>
    </Page>
  )
}
