import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { StaffCaseView, TaskView } from '#casefile/views/staff-view'
import type { CommandAnswer } from '../data/rows.ts'
import { WhatBlocks } from '../inbox/WhatBlocks.tsx'
import { useCaseWords } from '../words/case-words.ts'
import { useList } from '../words/list-words.ts'
import { useStepWords } from '../words/room-words.ts'
import { PlanEvidence } from './PlanEvidence.tsx'
import { Records } from './Records.tsx'
import { TaskForm } from './TaskForm.tsx'
import { TaskGone } from './TaskGone.tsx'

interface TaskPanelProps {
  readonly view: StaffCaseView
  readonly task: TaskView | undefined
  /** The task the address asks for; it may have been done by somebody else since. */
  readonly wanted: string | null
  readonly onTask: (taskId: string) => void
  /** The step was sent and taken: what comes next may be shown. */
  readonly onFinished: (taskId: string) => void
  readonly onReload: () => void
}

/** The middle of the case: the open steps, and the form of the chosen one. */
export function TaskPanel({ view, task, wanted, onTask, onFinished, onReload }: TaskPanelProps) {
  const { t } = useTranslation('desk')
  const list = useList()
  const words = useCaseWords()
  const stepWords = useStepWords()
  const [done, setDone] = useState<{ readonly what: string; readonly answer: CommandAnswer }>()
  const isGone = wanted !== null && task?.taskId !== wanted
  const nameOf = (step: { elementId: string; useCase: string; name?: string }) =>
    stepWords(step.elementId, step.useCase, step.name)
  return (
    <section className="case-middle" aria-label={t('task')}>
      <div role="status">
        {done && (
          <p className="done-note">
            {t('taskDone', { what: done.what })}{' '}
            {done.answer.openTasks.length > 0
              ? t('nextSteps', {
                  names: list(done.answer.openTasks.map((next) => `${nameOf(next)} (${words.role(next.role)})`)),
                })
              : t('noNextStep')}
          </p>
        )}
      </div>
      {isGone && <TaskGone view={view} taskId={wanted} />}
      {view.tasks.length > 1 && (
        <nav className="task-tabs" aria-label={t('openSteps')}>
          {view.tasks.map((open) => (
            <button
              key={open.taskId}
              type="button"
              aria-current={open.taskId === task?.taskId ? 'true' : undefined}
              onClick={() => onTask(open.taskId)}
            >
              {nameOf(open)}
              {open.mine && <span className="tag accent">{t('mine')}</span>}
            </button>
          ))}
        </nav>
      )}
      {!task && <p className="empty-title">{t(view.status === 'closed' ? 'caseClosed' : 'noOpenStep')}</p>}
      {task && (
        <>
          <header className="task-head">
            <h2>{nameOf(task)}</h2>
            <span className="quiet small">
              {words.role(task.role)}
              {task.assignee && ` · ${task.assignee.name}`}
              {task.urgedTimes > 0 && ` · ${t('urgedTimes', { count: task.urgedTimes })}`}
            </span>
          </header>
          <PlanEvidence view={view} useCase={task.useCase} />
          {!task.mayDo && <WhatBlocks view={view} task={task} />}
          {task.mayDo && (
            <TaskForm
              key={task.taskId}
              view={view}
              task={task}
              onReload={onReload}
              onDone={(answer) => {
                setDone({ what: nameOf(task), answer })
                onFinished(task.taskId)
              }}
            />
          )}
        </>
      )}
      <Records view={view} />
    </section>
  )
}
