import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Redirect } from 'wouter'
import { useMyCase } from '../data/queries.ts'
import { Loading } from '../shell/Loading.tsx'
import { Trouble } from '../shell/Trouble.tsx'

const PlanPage = lazy(async () => ({ default: (await import('../plan/PlanPage.tsx')).PlanPage }))
const ContractPage = lazy(async () => ({ default: (await import('../contract/ContractPage.tsx')).ContractPage }))
const FormPage = lazy(async () => ({ default: (await import('./FormPage.tsx')).FormPage }))

interface TaskPageProps {
  readonly caseId: string
  readonly taskId: string
}

/** The customer's step: plan and contract have pages of their own, every other step its form. */
export function TaskPage({ caseId, taskId }: TaskPageProps) {
  const { t } = useTranslation('portal')
  const found = useMyCase(caseId)
  if (found.isPending) return <Loading />
  if (found.isError) return <Trouble error={found.error} retry={() => void found.refetch()} />
  const view = found.data
  const task = view.todo.find((entry) => entry.taskId === taskId)
  // Done meanwhile, by me or at the counter: the case says what became of it.
  if (!task) return <Redirect to={`/cases/${caseId}`} replace />
  const back = { href: `/cases/${caseId}`, label: t('home.progress') }
  const page = { view, task, back }
  return (
    <Suspense fallback={<Loading />}>
      {task.useCase === 'answer-supply-plan' ? (
        <PlanPage {...page} />
      ) : task.useCase === 'sign-contract' ? (
        <ContractPage {...page} />
      ) : (
        <FormPage {...page} />
      )}
    </Suspense>
  )
}
