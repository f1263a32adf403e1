import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { ApiError } from '../../api/api-error.ts'
import { apiPost } from '../../api/client.ts'
import { SchemaForm } from '../../ui/form/SchemaForm.tsx'
import { useCompany } from '../data/queries.ts'
import type { CommandAnswer } from '../data/rows.ts'
import { useMe } from '../data/use-me.ts'
import { Failure } from '../parts/Failure.tsx'
import { TextField } from '../parts/Field.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useDocumentChoices } from './use-document-choices.ts'

async function loadForm() {
  const [api, words] = await Promise.all([import('#journey/acceptance/api'), import('#journey/acceptance/labels')])
  return { schema: api.ApplicationForm, labels: [words.labels] }
}

/** 柜台受理: the clerk fills in the same application as a customer would, with the cause of the visit. */
export function NewApplication() {
  const { t } = useTranslation('desk')
  const [, navigate] = useLocation()
  const queryClient = useQueryClient()
  const { actor } = useMe()
  const { data: company } = useCompany()
  const [cause, setCause] = useState('')
  const [missing, setMissing] = useState(false)
  const form = useQuery({ queryKey: ['application-form'], queryFn: loadForm, staleTime: Number.POSITIVE_INFINITY })
  const documents = useDocumentChoices()
  useEffect(() => {
    document.title = `${t('newApplication.title')} · ${t('product')}`
  }, [t])
  if (form.isError) return <Failure error={form.error} retry={() => void form.refetch()} />
  if (!form.data || !company) return <Skeleton lines={12} label={t('loading')} />
  const units = company.units.map((unit) => ({ value: unit.unitId, label: unit.name }))
  const submit = async (value: Readonly<Record<string, unknown>>, commandId: string) => {
    if (cause.trim().length < 2) {
      setMissing(true)
      throw new ApiError('faulty-input', 422, t('causeMissing'))
    }
    const answer = await apiPost<CommandAnswer>('/applications', value, commandId)
    await queryClient.invalidateQueries({ queryKey: ['inbox'] })
    navigate(`/cases/${answer.caseId}`)
  }
  return (
    <div className="page narrow">
      <header className="page-head">
        <h1>{t('newApplication.title')}</h1>
        <p className="quiet">{t('newApplication.what')}</p>
      </header>
      <section className="counter-cause">
        <TextField
          label={t('counterCause')}
          hint={t('counterCauseHint')}
          value={cause}
          error={missing ? t('causeMissing') : undefined}
          onChange={(text) => {
            setCause(text)
            setMissing(false)
          }}
        />
      </section>
      <SchemaForm
        schema={form.data.schema}
        labels={form.data.labels}
        face="desk"
        submitLabel={t('newApplication.send')}
        draftKey={`desk application ${actor.staffId}`}
        prefill={{ unitId: units.some((unit) => unit.value === actor.unitId) ? actor.unitId : undefined }}
        fixed={{ channel: 'counter', counterVisit: { cause: cause.trim() } }}
        hidden={['channel']}
        choices={{ unitId: units, 'documents.document': documents }}
        onSubmit={submit}
      />
    </div>
  )
}
