import { lazy, Suspense, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearchParams } from 'wouter'
import type { TaskView } from '#casefile/views/staff-view'
import { useCase } from '../data/queries.ts'
import { Failure } from '../parts/Failure.tsx'
import { Skeleton } from '../parts/Skeleton.tsx'
import { useKeys } from '../shell/use-keys.ts'
import './case.css'
import { CapacityCard } from './CapacityCard.tsx'
import { CaseHead } from './CaseHead.tsx'
import { Conversation } from './Conversation.tsx'
import { DocumentsCard } from './DocumentsCard.tsx'
import { GateCard } from './GateCard.tsx'
import { PeopleCard } from './PeopleCard.tsx'
import { RouteCard } from './RouteCard.tsx'
import { TaskPanel } from './TaskPanel.tsx'
import { Timeline } from './Timeline.tsx'

const ProcessDialog = lazy(async () => ({ default: (await import('./ProcessDialog.tsx')).ProcessDialog }))

/** The step the address asks for, else one's own, else one that may be done, else any that is open. */
function chooseTask(tasks: readonly TaskView[], wanted: string | null): TaskView | undefined {
  return (
    tasks.find((entry) => entry.taskId === wanted) ??
    tasks.find((entry) => entry.mine) ??
    tasks.find((entry) => entry.mayDo) ??
    tasks[0]
  )
}

/** 工单: head and clocks, the facts at the left, the step's form in the middle, gate, people and papers at the right. */
export function CasePage({ caseId }: { readonly caseId: string }) {
  const { t } = useTranslation('desk')
  const asked = useCase(caseId)
  const [search, setSearch] = useSearchParams()
  // The step one is at: when somebody else finishes it, the page says so instead of showing another.
  const [pinned, setPinned] = useState<string>()
  // Sent from here: still in the case as it was read last, but nothing to come back to.
  const [finished, setFinished] = useState<readonly string[]>([])
  const [showsProcess, setShowsProcess] = useState(false)
  const [, navigate] = useLocation()
  const keys = useMemo(
    () => ({
      p: () => setShowsProcess(true),
      b: () => (history.length > 1 ? history.back() : navigate('/inbox')),
      m: () => document.querySelector<HTMLElement>('.verb-menu summary')?.click(),
      f: () =>
        document.querySelector<HTMLElement>('.case-middle input, .case-middle select, .case-middle textarea')?.focus(),
    }),
    [navigate],
  )
  useKeys(keys, !showsProcess)
  const title = asked.data && `${asked.data.profile.customerName} ${asked.data.profile.caseNumber}`
  useEffect(() => {
    if (title) document.title = `${title} · ${t('product')}`
  }, [title, t])
  const wanted = [search.get('task'), pinned].find((taskId) => taskId && !finished.includes(taskId)) ?? null
  const tasks = asked.data?.tasks.filter((entry) => !finished.includes(entry.taskId)) ?? []
  const task = chooseTask(tasks, wanted)
  useEffect(() => {
    if (wanted === null && task) setPinned(task.taskId)
  }, [wanted, task])
  if (asked.isPending) return <Skeleton lines={14} label={t('loading')} />
  if (asked.isError && !asked.data) return <Failure error={asked.error} retry={() => void asked.refetch()} />
  const view = asked.data
  return (
    <div className="case">
      <CaseHead view={view} task={task} onProcess={() => setShowsProcess(true)} />
      <Timeline view={view} />
      <TaskPanel
        view={view}
        task={task}
        wanted={wanted}
        onTask={(taskId) => setSearch(new URLSearchParams({ task: taskId }), { replace: true })}
        onFinished={(taskId) => setFinished((before) => [...before, taskId])}
        onReload={() => void asked.refetch()}
      />
      <aside className="case-side" aria-label={t('caseSide')}>
        <CapacityCard view={view} />
        <GateCard view={view} />
        <RouteCard view={view} />
        <PeopleCard view={view} />
        <DocumentsCard view={view} />
        <Conversation view={view} />
      </aside>
      {showsProcess && (
        <Suspense fallback={null}>
          <ProcessDialog view={view} onClose={() => setShowsProcess(false)} />
        </Suspense>
      )}
    </div>
  )
}
